/** The list under a field or a cell: what may be chosen, each with what helps to choose. */
import { useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import './choice-list.css'

export interface ShownChoice {
  readonly key: string
  readonly label: string
  readonly hint: string
}

interface ChoiceListProps {
  readonly id: string
  readonly label: string
  /** What it hangs under. */
  readonly anchor: HTMLElement | null
  readonly choices: readonly ShownChoice[]
  readonly at: number
  readonly onChoose: (index: number) => void
}

const LOWEST_PX = 260

export function ChoiceList({ id, label, anchor, choices, at, onChoose }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number }>()
  useLayoutEffect(() => {
    if (anchor) setPlace(placeUnder(anchor.getBoundingClientRect()))
  }, [anchor])
  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return createPortal(
    <div ref={list} id={id} role="listbox" aria-label={label} className="choices" style={place}>
      {choices.map((choice, index) => (
        <div
          key={choice.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="choices-option"
          onPointerDown={(event) => {
            // The field keeps the keyboard.
            event.preventDefault()
            onChoose(index)
          }}
        >
          <span>{choice.label}</span>
          <span className="dim">{choice.hint}</span>
        </div>
      ))}
    </div>,
    document.body,
  )
}

/** Below the field where there is room, else above it. */
function placeUnder({ left, top, bottom }: DOMRect) {
  const side = Math.max(8, Math.min(left, window.innerWidth - 700))
  return window.innerHeight - bottom < LOWEST_PX && top > LOWEST_PX
    ? { left: side, bottom: window.innerHeight - top + 2 }
    : { left: side, top: bottom + 2 }
}
