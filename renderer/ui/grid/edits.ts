/** What the keys do to rows: plain functions from rows to rows, so that each can be tried without a screen. */
import type { Cell, GridColumn, GridRow, Range } from './columns.ts'

export interface Sheet<Row extends GridRow> {
  readonly columns: readonly GridColumn<Row>[]
  readonly blank: () => Row
  readonly isBlank: (row: Row) => boolean
}

/** There is always one empty row at the end to type into. */
export function withBlank<Row extends GridRow>(sheet: Sheet<Row>, rows: readonly Row[]): readonly Row[] {
  const last = rows.at(-1)
  return last !== undefined && sheet.isBlank(last) ? rows : [...rows, sheet.blank()]
}

export const putRow = <Row extends GridRow>(
  rows: readonly Row[],
  key: string,
  change: (row: Row) => Row,
): readonly Row[] => rows.map((row) => (row.key === key ? change(row) : row))

export function clearCells<Row extends GridRow>(
  { columns }: Sheet<Row>,
  rows: readonly Row[],
  { top, bottom, left, right }: Range,
): readonly Row[] {
  return rows.map((row, index) =>
    index < top || index > bottom
      ? row
      : columns.slice(left, right + 1).reduce((done, { put }) => put?.(done, '') ?? done, row),
  )
}

/** «Как выше»: a cell takes what stands above it; of several selected rows all take what stands above the first. */
export function copyAbove<Row extends GridRow>(
  { columns }: Sheet<Row>,
  rows: readonly Row[],
  { top, bottom, left, right }: Range,
): readonly Row[] {
  // One row takes the row above it; a block is filled down from its own first row.
  const source = rows[top === bottom ? top - 1 : top]
  if (source === undefined) return rows
  return rows.map((row, index) =>
    index < top || index > bottom || row === source
      ? row
      : columns.slice(left, right + 1).reduce((done, column) => copyCell(column, source, done), row),
  )
}

function copyCell<Row>({ copy, put, text }: GridColumn<Row>, from: Row, to: Row): Row {
  return copy?.(from, to) ?? put?.(to, text(from)) ?? to
}

export function insertRow<Row extends GridRow>(
  { blank }: Sheet<Row>,
  rows: readonly Row[],
  at: number,
): readonly Row[] {
  return rows.toSpliced(at, 0, blank())
}

export function removeRows<Row extends GridRow>(
  rows: readonly Row[],
  { top, bottom }: Range,
): readonly Row[] {
  return rows.toSpliced(top, bottom - top + 1)
}

/**
 * Puts a block of cells in, from the active cell on. A block from elsewhere has only what a person types, so it is laid
 * over the cells that can be typed in; one copied here also holds the columns that are worked out.
 */
export function pasteBlock<Row extends GridRow>(
  sheet: Sheet<Row>,
  rows: readonly Row[],
  at: Cell,
  block: readonly (readonly string[])[],
  copiedHere: boolean,
): readonly Row[] {
  const from = sheet.columns.slice(at.column)
  const targets = copiedHere ? from : from.filter(({ put }) => put !== undefined)
  const next = [...rows]
  block.forEach((cells, offset) => {
    const index = at.row + offset
    const row = next[index] ?? sheet.blank()
    next[index] = cells.reduce((done, text, column) => targets[column]?.put?.(done, text.trim()) ?? done, row)
  })
  return next
}
