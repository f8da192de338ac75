/** Tables of text for a terminal. */
import { formatMoney } from '../../domain/format.ts'
import { sum } from '../../domain/money.ts'

export interface TextColumn<R> {
  readonly heading: string
  readonly of: (row: R) => string
  /** Numbers stand on the right. */
  readonly right?: true
  /** Longer cells are cut. */
  readonly widest?: number
  /** What stands under the column. */
  readonly foot?: string
}

/** A column of tyiyn with its sum under it. */
export function moneyColumn<R>(heading: string, rows: readonly R[], of: (row: R) => number): TextColumn<R> {
  return { heading, right: true, of: (row) => formatMoney(of(row)), foot: formatMoney(sum(rows.map(of))) }
}

/** Rows under their headings, as wide as they need to be; a foot is parted by a line. Ends without a line break. */
export function textTable<R>(columns: readonly TextColumn<R>[], rows: readonly R[]): string {
  const head = columns.map(({ heading }) => heading)
  const body = rows.map((row) => columns.map((column) => shorten(column.of(row), column.widest)))
  const foot = columns.some((column) => column.foot !== undefined)
    ? [columns.map((column) => column.foot ?? '')]
    : []
  const all = [head, ...body, ...foot]
  const widths = columns.map((_, at) => Math.max(...all.map((cells) => lengthOf(cells[at] ?? ''))))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.right))
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(widths.reduce((total, width) => total + width + 2, -2))
  return [line(head), rule, ...body.map(line), ...foot.flatMap((cells) => [rule, line(cells)])].join('\n')
}

function shorten(cell: string, widest = Number.POSITIVE_INFINITY): string {
  const text = cell.replace(/[\r\n\t]+/g, ' ')
  return lengthOf(text) > widest ? `${[...text].slice(0, widest - 1).join('')}…` : text
}

function pad(cell: string, width: number, right: true | undefined): string {
  const space = ' '.repeat(Math.max(width - lengthOf(cell), 0))
  return right ? space + cell : cell + space
}

/** Letters as a terminal counts them, near enough. */
const lengthOf = (text: string): number => [...text].length
