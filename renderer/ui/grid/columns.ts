/** What the line grid needs to know of a row; it keeps text as it was typed and judges nothing. */
export interface GridRow {
  readonly key: string
}

export interface GridChoice<Row> {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly put: (row: Row) => Row
}

export interface GridColumn<Row> {
  readonly key: string
  readonly heading: string
  readonly width: number
  readonly grow?: number | undefined
  readonly align?: 'right' | undefined
  /** Dates and the like, whose digits stand under each other. */
  readonly figures?: boolean | undefined
  readonly text: (row: Row) => string
  /** Shown dim while the cell is empty: what holds unless she types. */
  readonly hint?: ((row: Row) => string) | undefined
  /** Tells, but is not what the line is about. */
  readonly quiet?: boolean | undefined
  /** Absent for a column that is worked out. */
  readonly put?: ((row: Row, text: string) => Row) | undefined
  /** Copies the cell of another row with all that was chosen for it. */
  readonly copy?: ((from: Row, to: Row) => Row) | undefined
  readonly choices?: ((text: string, row: Row) => Promise<readonly GridChoice<Row>[]>) | undefined
  /** Whether Enter stops here: always, while nothing holds there, or only Tab does. */
  readonly enter?: 'always' | 'empty' | undefined
}

export interface Cell {
  readonly row: number
  readonly column: number
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const rangeOf = (at: Cell, anchor: Cell | undefined): Range => {
  const other = anchor ?? at
  return {
    top: Math.min(at.row, other.row),
    bottom: Math.max(at.row, other.row),
    left: Math.min(at.column, other.column),
    right: Math.max(at.column, other.column),
  }
}

export const inRange = ({ top, bottom, left, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** The cell where Tab stops next: any that can be typed in, over the ends of rows. */
export function nextByTab<Row>(
  columns: readonly GridColumn<Row>[],
  rows: number,
  from: Cell,
  step: 1 | -1,
): Cell | undefined {
  let { row, column } = from
  for (;;) {
    column += step
    if (column >= columns.length) [row, column] = [row + 1, 0]
    if (column < 0) [row, column] = [row - 1, columns.length - 1]
    if (row < 0 || row >= rows) return undefined
    if (columns[column]?.put) return { row, column }
  }
}

/** The cell where Enter stops next: one that a line needs, then the first of the next row. */
export function nextByEnter<Row>(
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  from: Cell,
): Cell {
  const row = rows[from.row]
  const needed = columns.findIndex(
    ({ enter, text, hint, put }, index) =>
      index > from.column &&
      put !== undefined &&
      (enter === 'always' || (enter === 'empty' && row !== undefined && text(row) === '' && !hint?.(row))),
  )
  if (needed >= 0) return { row: from.row, column: needed }
  return { row: from.row + 1, column: firstColumn(columns) }
}

/** Where a row begins to be typed. */
export const firstColumn = <Row>(columns: readonly GridColumn<Row>[]): number =>
  Math.max(
    0,
    columns.findIndex(({ put }) => put !== undefined),
  )
