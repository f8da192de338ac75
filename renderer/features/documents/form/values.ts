/** What typed text means: numbers and dates as people write them, or which sentence says that it is none. */

import { dateOfText } from '../../../../domain/book/date-text.ts'
import { decimalOfText, scaleDecimal } from '../../../../domain/book/decimal.ts'
import { isCivilDate, isMonth, lastDay, monthOf } from '../../../../domain/dates.ts'
import { formatDate, formatMoney, formatQuantity, formatRate } from '../../../../domain/format.ts'
import type { CellValue, FormCell } from './cells.ts'
import type { ColumnType, HeadType } from './kinds.ts'

export type ValueType = ColumnType | HeadType
type ProblemKey = 'number' | 'quantity' | 'date' | 'discount' | 'choice' | 'product' | 'several'

type Read = { readonly value: CellValue } | { readonly problem: ProblemKey } | undefined

/** Undefined for an empty cell. */
export function readCell(type: ValueType, cell: FormCell, today: string): Read {
  if (cell.value !== undefined) return { value: cell.value }
  const text = cell.text.trim()
  if (text === '') return undefined
  const read = READERS[type]
  if (read) return read(text, today)
  if (type === 'product') return { problem: cell.missed === 'several' ? 'several' : 'product' }
  return { problem: 'choice' }
}

type Reader = (text: string, today: string) => Read

/** What is typed rather than chosen. */
const READERS: Readonly<Partial<Record<ValueType, Reader>>> = {
  money: (text) => scaled(text, 2, 'number'),
  quantity: (text) => scaled(text, 3, 'quantity'),
  discount: readDiscount,
  date: readDate,
  text: (text) => ({ value: text }),
  charge: (text) => ({ value: text }),
}

function scaled(text: string, places: number, problem: ProblemKey): Read {
  const decimal = decimalOfText(text)
  const { value, lost } = decimal ? scaleDecimal(decimal, places) : { value: undefined, lost: false }
  return value === undefined || lost ? { problem } : { value }
}

function readDiscount(text: string): Read {
  const percent = /^(.*?)\s*%$/.exec(text)
  const read = scaled(percent?.[1] ?? text, 2, 'discount')
  if (!read || !('value' in read) || typeof read.value !== 'number') return read
  const value: CellValue = percent ? { rate_bp: read.value } : { amount_tyiyn: read.value }
  return { value }
}

/** `12` is a day of this month, `12.9` of this year: the last such day that is not far ahead. */
function readDate(text: string, today: string): Read {
  const whole = dateOfText(text)
  if (whole !== undefined) return { value: whole }
  const named = /^(\d{1,2})[./-](\d{4})$/.exec(text)
  if (named) return lastDayOf(`${named[2]}-${(named[1] ?? '').padStart(2, '0')}`)
  const short = /^(\d{1,2})(?:[./-](\d{1,2}))?$/.exec(text)
  if (!short) return { problem: 'date' }
  const day = (short[1] ?? '').padStart(2, '0')
  const month = short[2]?.padStart(2, '0')
  const near = month === undefined ? `${monthOf(today)}-${day}` : `${today.slice(0, 4)}-${month}-${day}`
  return isCivilDate(near) ? { value: near } : { problem: 'date' }
}

/** «Годен до 09.2027»: goods keep to the end of the month they name. */
const lastDayOf = (month: string): Read => (isMonth(month) ? { value: lastDay(month) } : { problem: 'date' })

/** The text as the program writes it, once it is understood. */
export function tidyText(type: ValueType, text: string, today: string): string {
  const read = readCell(type, { text }, today)
  return read && 'value' in read ? showValue(type, read.value) : text.trim()
}

export function showValue(type: ValueType, value: CellValue): string {
  if (type === 'money') return formatMoney(Number(value))
  if (type === 'quantity') return formatQuantity(Number(value))
  if (type === 'date') return formatDate(String(value))
  return type === 'discount' ? showDiscount(value) : String(value)
}

function showDiscount(value: CellValue): string {
  if (typeof value !== 'object') return String(value)
  const { rate_bp, amount_tyiyn } = value
  return rate_bp === undefined ? formatMoney(Number(amount_tyiyn ?? 0)) : formatRate(Number(rate_bp))
}
