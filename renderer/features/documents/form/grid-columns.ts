/** From the columns of a kind to what the line grid shows and takes. */
import type { TFunction } from 'i18next'
import { fold } from '../../../../domain/fold.ts'
import { formatMoney, formatQuantity, formatRate } from '../../../../domain/format.ts'
import type { CheckedLine } from '../../../../domain/views.ts'
import type { GridChoice, GridColumn } from '../../../ui/grid/columns.ts'
import {
  type Asking,
  askAccounts,
  askCharges,
  askLots,
  askPlaces,
  askProducers,
  askProducts,
  askSales,
  type CellChoice,
} from './asking.ts'
import { type Cells, cellOf, type FormCell, isBlankLine, type LineCells, putCell } from './cells.ts'
import { type ColumnType, isSpare, type LineField } from './kinds.ts'
import { tidyText } from './values.ts'
import { isWordType, wordCell, wordChoices, wordText } from './words.ts'

export interface ColumnContext {
  readonly asking: Asking
  readonly today: string
  /** What the core made of a line, once it was asked. */
  readonly checked: (line: LineCells) => CheckedLine | undefined
}

export function gridColumn(context: ColumnContext, field: LineField): GridColumn<LineCells> {
  const { key, type, label, width, grow, enter } = field
  const { t } = context.asking
  const base = {
    key,
    heading: t(`documents.line.${label}`),
    width,
    grow,
    enter,
    align: isFigure(type) ? ('right' as const) : undefined,
    figures: type === 'date',
  }
  if (key.startsWith('#'))
    return { ...base, quiet: isSpare(field), text: (line) => workedOut(context, type, line) }
  return {
    ...base,
    text: (line) => shownText(t, type, cellOf(line.cells, key)),
    hint: type === 'money' && key === 'price_tyiyn' ? (line) => priceHint(context, line) : undefined,
    put: (line, text) => putCell(line, key, typedCell(context, type, text)),
    copy: (from, to) => putCell(to, key, cellOf(from.cells, key)),
    choices: choicesOf(context.asking, field),
  }
}

const FIGURES: readonly ColumnType[] = ['quantity', 'money', 'discount', 'commission', 'amount', 'book']
const isFigure = (type: ColumnType): boolean => FIGURES.includes(type)

const shownText = (t: TFunction, type: ColumnType, cell: FormCell): string =>
  isWordType(type) ? wordText(t, type, cell) : cell.text

function typedCell({ asking, today }: ColumnContext, type: ColumnType, text: string): FormCell {
  if (text.trim() === '') return { text: '' }
  return isWordType(type) ? wordCell(asking.t, type, text) : { text: tidyText(type, text, today) }
}

/** What holds while nothing is typed: the price of the day. */
function priceHint({ checked }: ColumnContext, line: LineCells): string {
  const price = cellOf(line.cells, 'product').product?.price ?? checked(line)?.price
  return price === null || price === undefined ? '' : formatMoney(price)
}

function workedOut(context: ColumnContext, type: ColumnType, line: LineCells): string {
  const { product } = cellOf(line.cells, 'product')
  if (type === 'article') return product?.code ?? ''
  if (type === 'unit') return product?.unit ?? ''
  const checked = isBlankLine(line) ? undefined : context.checked(line)
  if (!checked) return ''
  if (type === 'amount') return checked.amount === 0 ? '' : formatMoney(checked.amount)
  if (type === 'book') return checked.book === null ? '' : formatQuantity(checked.book)
  return commissionText(context.asking.t, checked)
}

export function commissionText(t: TFunction, { method, rate }: Pick<CheckedLine, 'method' | 'rate'>): string {
  if (method === null) return ''
  if (method === 'percent_of_sale') return formatRate(rate)
  if (method === 'fixed_per_unit') return formatMoney(rate)
  return method === 'difference' ? t('documents.method.difference') : `${formatRate(rate)} Δ`
}

type Ask = (text: string, line: LineCells) => Promise<readonly CellChoice[]>

function choicesOf(
  asking: Asking,
  { key, type }: LineField,
): ((text: string, line: LineCells) => Promise<readonly GridChoice<LineCells>[]>) | undefined {
  const ask = askOf(asking, type)
  if (!ask) return undefined
  return async (text, line) =>
    (await ask(text, line)).map(({ cell, ...shown }) => ({ ...shown, put: (row) => putCell(row, key, cell) }))
}

function askOf(asking: Asking, type: ColumnType): Ask | undefined {
  if (isWordType(type)) return wordsLike(asking.t, type)
  const ask = ASKS[type]
  return ask && ((text, { cells }) => ask(asking, text, cells))
}

const ASKS: Readonly<
  Partial<Record<ColumnType, (asking: Asking, text: string, line: Cells) => Promise<CellChoice[]>>>
> = {
  product: askProducts,
  producer: askProducers,
  place: askPlaces,
  charge: askCharges,
  account: askAccounts,
  lot: askLots,
  sale: askSales,
}

function wordsLike(t: TFunction, type: Parameters<typeof wordChoices>[1]): Ask {
  return async (text) => wordChoices(t, type).filter(({ label }) => fold(label).includes(fold(text)))
}
