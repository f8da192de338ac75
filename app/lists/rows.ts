/** Lists that fit in memory: filtered, sorted by the Russian alphabet, summed and cut into pages. */
import { fold } from '../../domain/fold.ts'
import type { ListPage, ListQuery } from '../../domain/views.ts'

const alphabet = new Intl.Collator('ru', { numeric: true })

export type Value = string | number | null

/** Columns of a row that a list may be sorted by. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Value>>

/** Numbers by size, texts by the alphabet, nothing before everything. */
export function compareValues(left: Value, right: Value): number {
  if (left === right) return 0
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : 1
  if (left === null || left === '') return right === null || right === '' ? 0 : -1
  if (right === null || right === '') return 1
  return alphabet.compare(String(left), String(right))
}

/** A sorted copy; rows that are equal in the column keep their order, in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  { column, descending }: ListQuery['sort'],
  columns: Columns<Row>,
): Row[] {
  const of = Object.hasOwn(columns, column) ? columns[column] : undefined
  if (!of) return [...rows]
  const sign = descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, value: of(row) }))
  return keyed.sort((a, b) => sign * compareValues(a.value, b.value)).map(({ row }) => row)
}

export function pageOf<Row>(
  rows: readonly Row[],
  { offset, limit }: ListQuery['page'],
  totals: ListPage<Row>['totals'],
): ListPage<Row> {
  return { rows: rows.slice(offset, offset + limit), total: rows.length, totals }
}

export const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)

/** Whether any of the texts holds the folded part; an empty part is in everything. */
export function saysPart(part: string, texts: readonly string[]): boolean {
  return part === '' || texts.some((text) => fold(text).includes(part))
}
