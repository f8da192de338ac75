/** A field of a form's head that is chosen from a list: typed text narrows it, Enter takes the lit one. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { ChoiceList, type ShownChoice } from './choice-list.tsx'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { useChoices } from './use-choices.ts'

interface PickFieldProps<Choice extends ShownChoice> extends FieldProps {
  /** The name of what is chosen, or what is typed so far. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly onChoose: (choice: Choice) => void
  readonly ask: (text: string) => Promise<readonly Choice[]>
}

export function PickField<Choice extends ShownChoice>(props: PickFieldProps<Choice>) {
  const { label, text, onText, onChoose, ask, wrong, needed } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState<string>()
  const { choices, ready, at, setAt } = useChoices(asked, ask)
  const choose = (index: number) => {
    const choice = choices[index]
    if (choice) onChoose(choice)
    setAsked(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const open = asked !== undefined
    if (event.key === 'F4' || (event.key === 'ArrowDown' && !open)) setAsked('')
    else if (!open) return
    else if (event.key === 'ArrowDown') setAt(Math.min(choices.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Escape') setAsked(undefined)
    else {
      // Enter and Tab take the lit one and go on to where they would go anyway.
      if ((event.key === 'Enter' || event.key === 'Tab') && ready) choose(at)
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <FieldFrame {...props} id={id}>
      <input
        ref={input}
        id={id}
        className="field-input"
        data-form-field
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${id}-list-${at}` : undefined}
        aria-required={needed}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value)
          setAsked(event.currentTarget.value)
        }}
        onFocus={(event) => event.currentTarget.select()}
        onPointerDown={() => {
          if (document.activeElement === input.current) setAsked('')
        }}
        onBlur={() => setAsked(undefined)}
        onKeyDown={onKeyDown}
      />
      {choices.length > 0 && (
        <ChoiceList
          id={`${id}-list`}
          label={label}
          anchor={input.current}
          choices={choices}
          at={at}
          onChoose={choose}
        />
      )}
    </FieldFrame>
  )
}
