import { type Notice, notice } from '../error.ts'
import { formatMoney, formatQuantity, formatRate } from '../format.ts'
import type { ColumnSpec, ValueType } from './columns.ts'
import { dateOfSerial, dateOfText } from './date-text.ts'
import { decimalOfText, type Scaled, scaleDecimal, scaleNumber } from './decimal.ts'
import { showCode } from './number-format.ts'
import type { NumberCell, RawCell } from './raw-cell.ts'
import type { BookAccount, BookDiscount } from './sheets.ts'
import { showNumber } from './show-cell.ts'
import { foldWord, visibleText } from './visible-text.ts'

export type CellValue = string | number | BookDiscount | BookAccount

/** What a cell says: a value, nothing (an empty cell), or why it cannot be read. */
export interface CellReading {
  readonly value?: CellValue
  readonly error?: Notice
  readonly warning?: Notice
}

const EMPTY: CellReading = {}
/** Decimal places of what a column holds: tyiyn, thousandths, basis points of a percent, whole days. */
const PLACES = { money: 2, quantity: 3, rate: 2, count: 0 } as const
const CODE_LIMIT = 200
const TEXT_LIMIT = 32_767
/** Excel keeps fifteen digits of a number: what was typed after them is gone. */
const EXCEL_DIGITS = 1e15
/** A bare number is a day only from 1950 on, so that a year or a count of days is not taken for one. */
const FIRST_BARE_SERIAL = 18_264

const CURRENCY = /\s*(?:сомов|сома|сом|с|som|kgs)\.?$/i
const PERCENT = /\s*%$/

/** Reads one cell as its column wants it (formats.md section 1). Never throws. */
export function readCell(cell: RawCell, column: ColumnSpec): CellReading {
  const heading = column.heading
  if (cell.kind === 'error') return { error: notice('cell_error', { heading, value: cell.text }) }
  if (cell.kind === 'formula') return { error: notice('formula_without_result', { heading }) }
  if (cell.kind !== 'text') return READERS[column.type](cell, column)
  const text = visibleText(cell.text)
  return text === '' ? EMPTY : READERS[column.type]({ kind: 'text', text }, column)
}

type FilledCell = Exclude<RawCell, { kind: 'error' | 'formula' }>
type Reader = (cell: FilledCell, column: ColumnSpec) => CellReading

const READERS: Readonly<Record<ValueType, Reader>> = {
  code: readCode,
  text: readText,
  date: readDate,
  money: (cell, column) => readAmount(cell, column, PLACES.money),
  quantity: (cell, column) => readAmount(cell, column, PLACES.quantity),
  rate: readRate,
  count: readCount,
  discount: readDiscount,
  account: readAccount,
  word: readWord,
}

function readCode(cell: FilledCell, { heading }: ColumnSpec): CellReading {
  if (cell.kind === 'boolean') return { error: notice('not_a_code', { heading }) }
  if (cell.kind === 'text') return withinLimit(cell.text, heading, CODE_LIMIT)
  // Excel turns a typed 1/2 into a date by itself, and what was typed cannot be told from it.
  if (cell.format.shows === 'date') return { error: notice('code_became_date', { heading }) }
  if (cell.format.shows === 'percent') return { error: notice('not_a_code', { heading }) }
  return withDigitsKept(cell, heading, showCode(cell.value, cell.format))
}

function readText(cell: FilledCell, { heading }: ColumnSpec): CellReading {
  if (cell.kind === 'boolean') return { value: cell.value ? 'да' : 'нет' }
  if (cell.kind === 'text') return withinLimit(cell.text, heading, TEXT_LIMIT)
  return withDigitsKept(cell, heading, showNumber(cell, '.'))
}

function withinLimit(text: string, heading: string, limit: number): CellReading {
  return text.length > limit ? { error: notice('text_too_long', { heading, limit }) } : { value: text }
}

function withDigitsKept(cell: NumberCell, heading: string, shown: string): CellReading {
  if (Math.abs(cell.value) < EXCEL_DIGITS) return { value: shown }
  return { value: shown, warning: notice('code_digits_lost', { heading, taken: shown }) }
}

function readDate(cell: FilledCell, { heading }: ColumnSpec): CellReading {
  const date = dateOf(cell)
  return date === undefined ? { error: notice('not_a_date', { heading }) } : { value: date }
}

function dateOf(cell: FilledCell): string | undefined {
  if (cell.kind === 'text') return dateOfText(cell.text) ?? dateOfSerialText(cell.text)
  if (cell.kind === 'boolean' || cell.format.shows === 'percent') return undefined
  const bare = cell.format.shows !== 'date'
  if (bare && (cell.value < FIRST_BARE_SERIAL || !Number.isInteger(cell.value))) return undefined
  return dateOfSerial(cell.value, cell.date1904)
}

/** A csv file made from dates that nobody formatted holds their serial numbers as text. */
function dateOfSerialText(text: string): string | undefined {
  return /^\d{5}$/.test(text) && Number(text) >= FIRST_BARE_SERIAL ? dateOfSerial(Number(text)) : undefined
}

function readAmount(cell: FilledCell, column: ColumnSpec, places: number): CellReading {
  if (cell.kind === 'number')
    return cell.format.shows === 'number' ? numberReading(cell.value, column, places) : notANumber(column)
  if (cell.kind === 'boolean') return notANumber(column)
  return textReading(column.type === 'money' ? cell.text.replace(CURRENCY, '') : cell.text, column, places)
}

function readRate(cell: FilledCell, column: ColumnSpec): CellReading {
  if (cell.kind === 'text') return textReading(cell.text.replace(PERCENT, ''), column, PLACES.rate)
  if (cell.kind === 'boolean' || cell.format.shows === 'date') return notANumber(column)
  // A cell that shows 5% holds 0.05: two places more of it are the same basis points.
  return numberReading(cell.value, column, cell.format.shows === 'percent' ? PLACES.rate + 2 : PLACES.rate)
}

function readCount(cell: FilledCell, column: ColumnSpec): CellReading {
  const reading = readAmount(cell, column, PLACES.count)
  return reading.warning ? { error: notice('not_a_whole_number', { heading: column.heading }) } : reading
}

function readDiscount(cell: FilledCell, column: ColumnSpec): CellReading {
  const percent =
    cell.kind === 'text' ? PERCENT.test(cell.text) : cell.kind === 'number' && cell.format.shows === 'percent'
  const reading = percent
    ? readRate(cell, { ...column, type: 'rate' })
    : readAmount(cell, { ...column, type: 'money' }, PLACES.money)
  if (typeof reading.value !== 'number') return reading
  return { ...reading, value: percent ? { rate: reading.value } : { amount: reading.value } }
}

function textReading(text: string, column: ColumnSpec, places: number): CellReading {
  const decimal = decimalOfText(text)
  return decimal ? scaledReading(scaleDecimal(decimal, places), column) : notANumber(column)
}

function numberReading(value: number, column: ColumnSpec, places: number): CellReading {
  return scaledReading(scaleNumber(value, places), column)
}

function scaledReading({ value, lost }: Scaled, column: ColumnSpec): CellReading {
  const heading = column.heading
  if (value === undefined) return { error: notice('number_out_of_range', { heading }) }
  return lost
    ? { value, warning: notice('digits_lost', { heading, taken: showTaken(value, column.type) }) }
    : { value }
}

function showTaken(value: number, type: ValueType): string {
  if (type === 'quantity') return formatQuantity(value)
  return type === 'rate' ? formatRate(value) : formatMoney(value)
}

function notANumber({ heading }: ColumnSpec): CellReading {
  return { error: notice('not_a_number', { heading }) }
}

function readWord(cell: FilledCell, { heading, words = {} }: ColumnSpec): CellReading {
  const known = Object.entries(words)
  const typed = cell.kind === 'text' ? foldWord(cell.text) : undefined
  const found = known.find(([word]) => foldWord(word) === typed)
  return found
    ? { value: found[1] }
    : { error: notice('not_a_word', { heading, words: known.map(([word]) => word).join(', ') }) }
}

const ACCOUNT_WORDS = { касса: 'cash', банк: 'bank', потери: 'loss' } as const
const ACCOUNT_KINDS = { партнер: 'partner', покупатель: 'customer', удержание: 'charges' } as const

function readAccount(cell: FilledCell, { heading }: ColumnSpec): CellReading {
  const account = cell.kind === 'text' ? accountOf(cell.text) : undefined
  return account ? { value: account } : { error: notice('not_an_account', { heading }) }
}

function accountOf(text: string): BookAccount | undefined {
  const folded = foldWord(text)
  if (isKey(ACCOUNT_WORDS, folded)) return { account: ACCOUNT_WORDS[folded] }
  const colon = text.indexOf(':')
  const kind = foldWord(text.slice(0, Math.max(colon, 0)))
  const who = text.slice(colon + 1).trim()
  return isKey(ACCOUNT_KINDS, kind) && who !== '' ? { account: ACCOUNT_KINDS[kind], who } : undefined
}

function isKey<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key)
}
