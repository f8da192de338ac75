/** A day that is always one: what is typed counts when she goes on, and what is no day is told of. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../domain/dates.ts'
import { formatDate } from '../../domain/format.ts'
import { dayOfText } from '../typed.ts'
import { DateField } from './date-field.tsx'
import './day-field.css'

interface DayFieldProps {
  readonly label: string
  readonly day: CivilDate
  readonly onDay: (day: CivilDate) => void
}

export function DayField({ label, day, onDay }: DayFieldProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(formatDate(day))
  const [wrong, setWrong] = useState(false)
  useEffect(() => setText(formatDate(day)), [day])
  const take = () => {
    const read = dayOfText(text, day)
    setWrong(read === undefined)
    if (read === undefined) return
    setText(formatDate(read))
    if (read !== day) onDay(read)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field inside.
    <span
      role="presentation"
      className="day-field"
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    >
      <DateField
        label={label}
        width={120}
        wrong={wrong ? t('stock.wrongDay') : undefined}
        text={text}
        date={day}
        calendar={t('documents.field.calendar')}
        onText={setText}
        onDate={onDay}
        onLeave={take}
      />
    </span>
  )
}
