/** Short lists of words a cell may hold, and the word that is meant by the first letters of it. */
import type { TFunction } from 'i18next'
import { fold } from '../../../../domain/fold.ts'
import type { CellChoice } from './asking.ts'
import type { FormCell } from './cells.ts'
import type { ColumnType } from './kinds.ts'

const WORDS = {
  payment: ['cash', 'card', 'qr', 'bank', 'wallet', 'credit'],
  method: ['cash', 'bank', 'wallet'],
  bearer: ['producer', 'association'],
} as const

type WordType = keyof typeof WORDS

export const isWordType = (type: ColumnType): type is WordType => Object.hasOwn(WORDS, type)

export function wordChoices(t: TFunction, type: WordType): CellChoice[] {
  return WORDS[type].map((value) => {
    const label = wordLabel(t, type, value)
    return { key: value, label, hint: '', cell: { text: label, value } }
  })
}

function wordLabel(t: TFunction, type: WordType, value: string): string {
  if (type === 'bearer')
    return value === 'producer' ? t('documents.bearer.producer') : t('documents.bearer.association')
  const payment = WORDS.payment.find((known) => known === value)
  return payment ? t(`documents.payment.${payment}`) : value
}

/** The one word that begins so; else what was typed stays as it is. */
export function wordCell(t: TFunction, type: WordType, text: string): FormCell {
  const wanted = fold(text)
  const fitting = wordChoices(t, type).filter(({ label }) => fold(label).startsWith(wanted))
  const [only] = fitting
  return wanted !== '' && only && fitting.length === 1 ? only.cell : { text }
}

export function wordText(t: TFunction, type: WordType, { text, value }: FormCell): string {
  return typeof value === 'string' ? wordLabel(t, type, value) : text
}
