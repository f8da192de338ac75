/**
 * A barcode scanner is a very fast typist: many digits and Enter. Wherever the cursor is, the digits are taken back
 * out of the field they fell into and handed on as a code.
 */
import { useEffect, useRef } from 'react'

/** A person does not type eight digits with less than this between each two. */
const FASTEST_HAND_MS = 60
const SHORTEST = 8
const LONGEST = 14
const EAN = 13

interface Burst {
  digits: string
  last_ms: number
  field: HTMLInputElement | HTMLTextAreaElement | undefined
  /** What stood in the field before the first digit. */
  before: string
}

export function useScanner(onCode: (code: string, field: Element | undefined) => void): void {
  const told = useRef(onCode)
  useEffect(() => {
    told.current = onCode
  })
  useEffect(() => {
    const burst: Burst = { digits: '', last_ms: 0, field: undefined, before: '' }
    const onKeyDown = (event: KeyboardEvent) => {
      const quick = event.timeStamp - burst.last_ms <= FASTEST_HAND_MS
      if (/^\d$/.test(event.key) && !event.ctrlKey && !event.altKey) {
        if (!quick || burst.digits.length > LONGEST) begin(burst, event.target)
        burst.digits += event.key
        burst.last_ms = event.timeStamp
        return
      }
      const { field } = burst
      const { code, before } = wholeCode(burst)
      burst.digits = ''
      if (event.key !== 'Enter' || !quick || code.length < SHORTEST || code.length > LONGEST) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (field?.value.endsWith(code)) restore(field, before)
      told.current(code, field)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

/**
 * A busy machine may tear a scan in two: digits that stand right before the burst belong to it if together they make
 * the thirteen of an EAN.
 */
function wholeCode({ digits, before }: Burst): { code: string; before: string } {
  const torn = /\d*$/.exec(before)?.[0] ?? ''
  if (digits.length === EAN || torn.length + digits.length !== EAN) return { code: digits, before }
  return { code: torn + digits, before: before.slice(0, before.length - torn.length) }
}

function begin(burst: Burst, target: EventTarget | null): void {
  const field =
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined
  burst.digits = ''
  burst.field = field
  burst.before = field?.value ?? ''
}

/** React hears of a value only if it is set past its own setter. */
function restore(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
