/**
 * Tables: a list of columns says what each row shows, which columns are summed, and which are worked out from
 * their neighbours. Every total is a formula with the sum of the printed lines as its result.
 */
import { sum } from '../money.ts'
import { cell, integer, money, textCell } from './content.ts'
import type { Cell, Content, Style } from './sheet.ts'
import { cellAddress } from './sheet.ts'
import type { RowOptions, SheetBuilder } from './sheet-builder.ts'

export interface TableColumn<R> {
  readonly key: string
  readonly heading: string
  /** `index` counts the rows of the table from 0. */
  readonly content: (row: R, index: number) => Content
  /** Worked out from the row's other cells: `ROUND({sales}-{returns},2)`. The content is its result. */
  readonly formula?: string
  /** Summed under the table; of columns of money. */
  readonly total?: true
  readonly span?: number
  readonly align?: 'left' | 'center' | 'right'
}

/** A figure that stands in a cell, for formulas that use it. */
interface Figure {
  readonly address: string
  readonly value: number
}

export interface TableStyle {
  readonly body: Style
  readonly group: Style
  /** Every row is at least so high, in points. */
  readonly rowHeight?: number
}

const PLAIN: TableStyle = { body: 'body', group: 'group' }

/** The figures of a total row by the keys of their columns. */
export type Totals = ReadonlyMap<string, Figure>

/** Some rows that stand one below the other. */
export interface TableRows {
  readonly first: number
  readonly last: number
  /** What the summed columns hold, by key. */
  readonly values: ReadonlyMap<string, readonly number[]>
}

export class Table<R> {
  readonly #sheet: SheetBuilder
  readonly #columns: readonly TableColumn<R>[]
  readonly #style: TableStyle
  readonly #places: readonly Place[]
  #count = 0

  constructor(sheet: SheetBuilder, columns: readonly TableColumn<R>[], style: TableStyle = PLAIN) {
    this.#sheet = sheet
    this.#columns = columns
    this.#style = style
    this.#places = placesOf(columns)
  }

  /** The row of headings; returns its number. The first row stays with it. */
  header(): number {
    const row = this.#sheet.add(this.#columns.map(({ heading, span }) => textCell(heading, 'header', span)))
    this.#sheet.keepTogether(row, row + 1)
    return row
  }

  /** A heading inside the table over its whole width. */
  group(value: string, options: RowOptions = {}): void {
    this.#sheet.add([textCell(value, this.#style.group, this.#sheet.columnCount)], options)
  }

  body(rows: readonly R[]): TableRows {
    const first = this.#sheet.next
    const values = new Map(this.#columns.filter(({ total }) => total).map(({ key }) => [key, [] as number[]]))
    for (const row of rows) this.#row(row, values)
    return { first, last: this.#sheet.next - 1, values }
  }

  /** A row of sums over rows that stand above; the label takes the room before the first sum. */
  total(label: string, { first, last, values }: TableRows): Totals {
    return this.#totalRow(label, ({ key, column }) => ({
      value: sum(values.get(key) ?? []),
      formula: first > last ? '' : `SUM(${cellAddress(first, column)}:${cellAddress(last, column)})`,
    }))
  }

  /** The sum of several total rows. */
  grandTotal(label: string, parts: readonly Totals[]): Totals {
    return this.#totalRow(label, ({ key }) => {
      const added = parts.flatMap((part) => part.get(key) ?? [])
      return {
        value: sum(added.map(({ value }) => value)),
        formula: added.map(({ address }) => address).join('+'),
      }
    })
  }

  #row(row: R, values: Map<string, number[]>): void {
    const at = this.#sheet.next
    const cells = this.#columns.map((column) => {
      const content = column.content(row, this.#count)
      if (typeof content.value === 'number') values.get(column.key)?.push(content.value)
      return this.#cell(column, content, at)
    })
    const height = this.#style.rowHeight
    this.#sheet.add(cells, height === undefined ? {} : { height })
    this.#count += 1
  }

  #cell({ formula, span, align }: TableColumn<R>, content: Content, row: number): Cell {
    const negative = content.format === 'money' && (content.value ?? 0) < 0
    const style = negative && this.#style.body === 'body' ? 'negative' : this.#style.body
    const live = formula === undefined ? content : { ...content, formula: this.#addressed(formula, row) }
    return cell(live, style, span, align === undefined ? {} : { align })
  }

  #addressed(formula: string, row: number): string {
    return formula.replace(/\{(\w+)\}/g, (_, key: string) => {
      const place = this.#places.find((each) => each.key === key)
      if (place === undefined) throw new RangeError(`no column ${key} for the formula ${formula}`)
      return cellAddress(row, place.column)
    })
  }

  #totalRow(label: string, sumOf: (place: Place) => { value: number; formula: string }): Totals {
    const firstSum = this.#places.findIndex(({ summed }) => summed)
    const [before, rest] = [this.#places.slice(0, firstSum), this.#places.slice(firstSum)]
    const labelSpan = before.reduce((columns, { span }) => columns + span, 0)
    const totals = new Map<string, Figure>()
    const cells = rest.map((place) => {
      if (!place.summed) return textCell('', 'total', place.span)
      const { value, formula } = sumOf(place)
      totals.set(place.key, { address: cellAddress(this.#sheet.next, place.column), value })
      return cell(formula === '' ? money(value) : { ...money(value), formula }, 'total', place.span)
    })
    const row = this.#sheet.add([textCell(label, 'total', labelSpan), ...cells])
    // A total alone on a page says little.
    this.#sheet.keepTogether(row - 1)
    return totals
  }
}

interface Place {
  readonly key: string
  readonly column: number
  readonly span: number
  readonly summed: boolean
}

function placesOf<R>(columns: readonly TableColumn<R>[]): Place[] {
  let next = 1
  return columns.map(({ key, span = 1, total }) => {
    const place = { key, column: next, span, summed: total === true }
    next += span
    return place
  })
}

/** The usual table: headings, rows, and a row of sums. */
export function addTable<R>(
  sheet: SheetBuilder,
  columns: readonly TableColumn<R>[],
  rows: readonly R[],
  label: string,
): Totals {
  const table = new Table(sheet, columns)
  table.header()
  return table.total(label, table.body(rows))
}

/** The column «№». */
export function counter<R>(heading: string, span = 1): TableColumn<R> {
  return { key: 'counter', heading, content: (_, index) => integer(index + 1), span, align: 'center' }
}
