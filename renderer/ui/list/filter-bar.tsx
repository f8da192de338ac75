/** What the list is cut down to: typed text, and chips that each say one thing and go by one press. */
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'

export interface Chip {
  readonly key: string
  readonly label: string
  readonly onRemove: () => void
}

interface FilterBarProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly chips: readonly Chip[]
  /** Ready choices of the screen, such as the states of a document. */
  readonly choices?: ReactNode
  readonly input: Ref<HTMLInputElement>
  readonly controls: string
}

export function FilterBar({ text, onText, chips, choices, input, controls }: FilterBarProps) {
  const { t } = useTranslation()
  return (
    <search className="filter-bar">
      <input
        ref={input}
        className="filter-text"
        type="text"
        aria-label={t('list.keys.filter')}
        aria-controls={controls}
        placeholder={t('list.filter')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {choices}
      {chips.length > 0 && (
        <ul className="filter-chips" aria-label={t('list.chips')}>
          {chips.map(({ key, label, onRemove }) => (
            <li key={key}>
              <button type="button" className="chip" title={t('list.chip', { label })} onClick={onRemove}>
                {label}
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly options: readonly { readonly value: Value | undefined; readonly label: string }[]
  readonly onChoose: (value: Value | undefined) => void
}

/** A few states side by side; one of them holds. */
export function FilterChoice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="filter-choice" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value ?? ''}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
