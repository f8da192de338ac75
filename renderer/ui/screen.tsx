/** The middle and the right of the window: a heading with its commands, one list or one form, and the explanation. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chord } from '../keys/chord.ts'
import { useKeys } from '../keys/use-keys.tsx'
import { ActionButton } from './action-button.tsx'
import './screen.css'

/** One command of a screen: a button, a key, a line of the palette and of the help, all from one place. */
export interface ScreenAction {
  readonly label: string
  readonly keys?: Chord | undefined
  readonly run: () => void
  /** The one thing the screen is for. */
  readonly primary?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Only a key and a line of the palette. */
  readonly hidden?: boolean | undefined
}

interface ScreenProps {
  readonly title: string
  /** Small marks beside the title: its state. */
  readonly tags?: ReactNode
  readonly actions?: readonly ScreenAction[]
  /** What must be seen before the rest: questions, a refusal. */
  readonly banner?: ReactNode
  /** Fields between the heading and the body. */
  readonly fields?: ReactNode
  /** The selected thing explained. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Screen({ title, tags, actions = [], banner, fields, aside, children }: ScreenProps) {
  const { t } = useTranslation()
  useActionKeys(actions)
  return (
    <div className="screen">
      <div className="screen-head">
        <h1>{title}</h1>
        {tags}
        <div className="screen-actions">
          {actions
            .filter(({ hidden }) => !hidden)
            .map((action) => (
              <ActionButton key={action.label} {...action} />
            ))}
        </div>
      </div>
      {banner}
      {fields}
      <div className={aside === undefined ? 'screen-body' : 'screen-body screen-split'}>
        <div className="screen-main">{children}</div>
        {aside !== undefined && (
          <aside className="screen-aside" aria-label={t('common.aside')}>
            {aside}
          </aside>
        )}
      </div>
    </div>
  )
}

function useActionKeys(actions: readonly ScreenAction[]): void {
  useKeys(
    actions.flatMap(({ keys, label, run, disabled }) =>
      keys === undefined
        ? []
        : [
            {
              keys,
              label,
              group: 'screen' as const,
              command: true,
              // A command that cannot be done now still keeps its key from the browser.
              run: () => {
                if (!disabled) run()
              },
            },
          ],
    ),
  )
}
