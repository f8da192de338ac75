/**
 * F7, «почему такая сумма?»: the right side takes the keyboard, arrows go over its figures and lines, Enter asks about
 * a part or opens a document, Esc goes back a step and at last to the list.
 */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureRef } from '../../../domain/explanation.ts'
import { useKeys } from '../../keys/use-keys.tsx'
import { Explained } from './explained.tsx'
import './explain.css'

interface ExplainPanelProps {
  /** The figure she looks at; what was asked further is forgotten when it changes. */
  readonly figure: FigureRef
  /** Above the explanation: whose it is, and figures to choose from. */
  readonly children?: ReactNode
}

export function ExplainPanel({ figure, children }: ExplainPanelProps) {
  const { t } = useTranslation()
  const panel = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<{ readonly of: FigureRef; readonly trail: readonly FigureRef[] }>()
  const trail = asked && same(asked.of, figure) ? asked.trail : []
  const shown = trail.at(-1) ?? figure
  useKeys([
    {
      keys: 'F7',
      label: t('keys.why'),
      group: 'screen',
      command: true,
      run: () => figuresIn(panel.current)[0]?.focus(),
    },
  ])
  const back = () => setAsked({ of: figure, trail: trail.slice(0, -1) })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) moveFocus(panel.current, step)
    else if (event.key === 'Escape' && trail.length > 0) back()
    else if (event.key === 'Escape') backToList()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the figures and lines inside.
    <div ref={panel} className="explain" role="presentation" onKeyDown={onKeyDown}>
      {children}
      {trail.length > 0 && (
        <button type="button" data-figure className="explain-back" onClick={back}>
          ‹ {t('explain.back')}
        </button>
      )}
      <Explained figure={shown} onAsk={(next) => setAsked({ of: figure, trail: [...trail, next] })} />
    </div>
  )
}

const same = (left: FigureRef, right: FigureRef): boolean => JSON.stringify(left) === JSON.stringify(right)

const figuresIn = (panel: HTMLElement | null): HTMLElement[] => [
  ...(panel?.querySelectorAll<HTMLElement>('[data-figure]') ?? []),
]

function moveFocus(panel: HTMLElement | null, step: number): void {
  const all = figuresIn(panel)
  const at = all.findIndex((figure) => figure.matches(':focus'))
  all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
}

/** The list or table beside the panel: where she came from. */
const backToList = (): void => document.querySelector<HTMLElement>('.screen-main [role="grid"]')?.focus()
