/** The head of a document: its fields in a row, Enter goes to the next that is needed and then to the lines. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../domain/format.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { PickField } from '../../../ui/pick-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Asking, askCustomers, askPlaces, askProducers, type CellChoice } from './asking.ts'
import { cellOf, type FormCell } from './cells.ts'
import { type HeadField, type HeadType, KIND_FORMS } from './kinds.ts'
import type { Remark } from './problems.ts'
import type { FormModel } from './use-form.ts'
import { readCell, tidyText } from './values.ts'

interface HeadFieldsProps {
  readonly form: FormModel
  readonly today: string
  readonly remarks: readonly Remark[]
  /** Where Enter goes after the last field. */
  readonly onDone: () => void
}

export function HeadFields({ form, today, remarks, onDone }: HeadFieldsProps) {
  const { t } = useTranslation()
  const { head } = KIND_FORMS[form.state.kind]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    goOn(event.currentTarget, event.target, onDone)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter bubbles up from the fields, which take the focus.
    <div className="fields" role="presentation" data-form-head onKeyDown={onKeyDown}>
      {head.map((field) => (
        <OneField
          key={field.key}
          field={field}
          form={form}
          today={today}
          wrong={remarks.find((remark) => remark.line === undefined && remark.field === field.key)?.text}
        />
      ))}
      <TextField label={t('documents.field.number')} width={104} text={t('documents.field.willBeGiven')} />
    </div>
  )
}

/** Like in the lines: Enter goes to what is still needed, Tab to whatever stands next. */
function goOn(head: Element, from: EventTarget, onDone: () => void): void {
  const inputs = [...head.querySelectorAll<HTMLInputElement>('[data-form-field]')]
  const needed = inputs.find((input) => input !== from && input.ariaRequired === 'true' && input.value === '')
  if (needed) needed.focus()
  else onDone()
}

interface OneFieldProps {
  readonly field: HeadField
  readonly form: FormModel
  readonly today: string
  readonly wrong: string | undefined
}

function OneField({ field: { key, type, label, width, needed }, form, today, wrong }: OneFieldProps) {
  const { t } = useTranslation()
  const cell = cellOf(form.state.head, key)
  const put = (next: FormCell) => form.setHead(key, next)
  const common = { label: t(`documents.field.${label}`), width, wrong, needed, name: key, text: cell.text }
  const onText = (text: string) => put({ text })
  const onLeave = () => {
    const tidy = tidyText(type, cell.text, today)
    if (tidy !== cell.text && cell.value === undefined) put({ text: tidy })
  }
  if (type === 'date') {
    const read = readCell('date', cell, today)
    return (
      <DateField
        {...common}
        date={read && 'value' in read ? String(read.value) : undefined}
        calendar={t('documents.field.calendar')}
        onText={onText}
        onDate={(date) => put({ text: formatDate(date) })}
        onLeave={onLeave}
      />
    )
  }
  const ask = askOf(form.asking, type)
  if (!ask) return <TextField {...common} onText={onText} onLeave={onLeave} />
  return (
    <PickField<CellChoice> {...common} onText={onText} onChoose={(choice) => put(choice.cell)} ask={ask} />
  )
}

function askOf(asking: Asking, type: HeadType): ((text: string) => Promise<CellChoice[]>) | undefined {
  if (type === 'place') return (text) => askPlaces(asking, text)
  if (type === 'producer') return (text) => askProducers(asking, text)
  return type === 'customer' ? (text) => askCustomers(asking, text) : undefined
}
