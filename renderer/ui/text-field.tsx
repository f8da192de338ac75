import { useId } from 'react'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

interface TextFieldProps extends FieldProps {
  readonly text: string
  readonly placeholder?: string
  readonly onText?: (text: string) => void
  /** When she goes on: the text is put in order. */
  readonly onLeave?: () => void
}

export function TextField(props: TextFieldProps) {
  const { text, placeholder, onText, onLeave, wrong, needed } = props
  const id = useId()
  return (
    <FieldFrame {...props} id={id}>
      <input
        id={id}
        className="field-input"
        data-form-field={onText ? true : undefined}
        readOnly={onText === undefined}
        tabIndex={onText ? undefined : -1}
        placeholder={placeholder}
        aria-required={needed}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText?.(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={onLeave}
      />
    </FieldFrame>
  )
}
