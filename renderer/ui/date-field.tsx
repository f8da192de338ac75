/** A date is typed: `12`, `12.9`, `12.09.2026`; the calendar (F4) is there for who wants to look. */
import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

interface DateFieldProps extends FieldProps {
  readonly text: string
  /** As far as the text is a date. */
  readonly date: string | undefined
  readonly calendar: string
  readonly onText: (text: string) => void
  readonly onDate: (date: string) => void
  readonly onLeave: () => void
}

export function DateField(props: DateFieldProps) {
  const { text, date, calendar, onText, onDate, onLeave, wrong, needed } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState(false)
  return (
    <FieldFrame {...props} id={id}>
      <input
        ref={input}
        id={id}
        className="field-input"
        data-form-field
        inputMode="numeric"
        aria-required={needed}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key !== 'F4') return
          event.preventDefault()
          setOpened(true)
        }}
      />
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <button
            type="button"
            className="field-calendar"
            tabIndex={-1}
            aria-label={`${calendar}: ${props.label}`}
            onClick={() => setOpened(!opened)}
          >
            <IconCalendar size={15} stroke={1.6} aria-hidden="true" />
          </button>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <DatePicker
            size="xs"
            value={date ?? null}
            {...(date !== undefined && { defaultDate: date })}
            onChange={(chosen) => {
              if (chosen) onDate(chosen)
              setOpened(false)
              input.current?.focus()
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </FieldFrame>
  )
}
