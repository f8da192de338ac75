/** Tables of text for a terminal. */

export interface TextColumn {
  readonly heading: string
  /** Numbers stand on the right. */
  readonly right?: true
  /** Longer cells are cut. */
  readonly widest?: number
}

/** Rows under their headings, as wide as they need to be; a foot is parted by a line. Ends without a line break. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  foot?: readonly string[],
): string {
  const cut = (cells: readonly string[]): string[] => columns.map((column, at) => shorten(cells[at] ?? '', column))
  const head = columns.map(({ heading }) => heading)
  const body = rows.map(cut)
  const all = [head, ...body, ...(foot ? [cut(foot)] : [])]
  const widths = columns.map((_, at) => Math.max(...all.map((cells) => lengthOf(cells[at] ?? ''))))
  const line = (cells: readonly string[]): string =>
    columns.map((column, at) => pad(cells[at] ?? '', widths[at] ?? 0, column)).join('  ').trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))
  return [line(head), rule, ...body.map(line), ...(foot ? [rule, line(cut(foot))] : [])].join('\n')
}

function shorten(cell: string, { widest }: TextColumn): string {
  const text = cell.replace(/\s+/g, (space) => (space === '\u00a0' ? space : ' '))
  return widest !== undefined && lengthOf(text) > widest ? `${[...text].slice(0, widest - 1).join('')}…` : text
}

function pad(cell: string, width: number, { right }: TextColumn): string {
  const space = ' '.repeat(Math.max(width - lengthOf(cell), 0))
  return right ? space + cell : cell + space
}

const lengthOf = (text: string): number => [...text].length
