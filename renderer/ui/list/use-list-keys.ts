/** The keyboard of a list: it works from the list and from its filter alike. */
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyBinding } from '../../keys/registry.ts'
import { useKeys } from '../../keys/use-keys.tsx'

interface ListKeys {
  readonly at: number
  readonly total: number
  /** Rows that fit one view. */
  readonly page: () => number
  readonly move: (to: number) => void
  readonly open: () => void
  readonly clear: () => void
  /** Whether there is a filter to take off. */
  readonly filtered: boolean
  readonly input: RefObject<HTMLInputElement | null>
}

export function useListKeys(keys: ListKeys): (event: KeyboardEvent) => void {
  useListHelp()
  const { at, total, page, move, open, clear, filtered, input } = keys
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const inText = event.target === input.current
    const targets: Partial<Record<string, () => number>> = {
      ArrowDown: () => at + 1,
      ArrowUp: () => at - 1,
      PageDown: () => at + page(),
      PageUp: () => at - page(),
      // In the filter these move within its text.
      ...(inText ? {} : { Home: () => 0, End: () => total - 1 }),
    }
    const target = targets[event.key]
    if (target) move(Math.max(0, Math.min(total - 1, target())))
    else if (event.key === 'Enter' && (inText || isList(event.target))) open()
    else if (event.key === 'Escape' && filtered) clear()
    else {
      // A letter goes to the filter, whichever row she stands on.
      if (!inText && isList(event.target) && event.key.length === 1 && event.key !== ' ')
        input.current?.focus()
      return
    }
    event.preventDefault()
  }
}

/** Buttons in the bar keep their own Enter. */
const isList = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute('role') === 'grid'

function useListHelp(): void {
  const { t } = useTranslation()
  const help = (keys: string, label: string): KeyBinding => ({ keys, label, group: 'list' })
  useKeys([
    help('↑ ↓', t('list.keys.move')),
    help('PgUp PgDn', t('list.keys.page')),
    help('Home End', t('list.keys.ends')),
    help('Enter', t('list.keys.open')),
    help('а…я 0…9', t('list.keys.filter')),
    help('Esc ×', t('list.keys.clear')),
  ])
}
