/**
 * Writes a sheet from top to bottom. What comes later may name the rows of what came before, which is how totals
 * and balances stay formulas.
 */
import { textHeight, widthNeeded } from './measure.ts'
import { PageLayout } from './page-layout.ts'
import { type Cell, isText, type Page, type Row, type Sheet, type Style } from './sheet.ts'

export interface Frame {
  readonly name: string
  /** Widths of the columns; numbers widen them where they must. */
  readonly widths: readonly number[]
  readonly page: Page
  readonly gridLines?: true
}

export interface RowOptions {
  /** At least so high, in points: room to sign or to write. */
  readonly height?: number
  readonly breakBefore?: boolean
}

/** A row of one line, in points. */
const LINE_HEIGHT = 14.25
/** Excel has no higher rows. */
const HIGHEST = 409

export class SheetBuilder {
  readonly #frame: Frame
  readonly #rows: { cells: readonly Cell[]; options: RowOptions }[] = []
  readonly #together: { first: number; last: number }[] = []
  #freeze: { rows: number; columns: number } | undefined
  #repeat: { first: number; last: number; until: number | undefined } | undefined

  constructor(frame: Frame) {
    this.#frame = frame
  }

  /** The number that the next row will have. */
  get next(): number {
    return this.#rows.length + 1
  }

  get columnCount(): number {
    return this.#frame.widths.length
  }

  /** Adds a row and returns its number. */
  add(cells: readonly Cell[], options: RowOptions = {}): number {
    this.#rows.push({ cells, options })
    return this.#rows.length
  }

  /** A text over the whole width; nothing for an empty one. */
  line(value: string, style: Style, options: RowOptions = {}): void {
    if (value !== '') this.add([{ format: 'text', value, style, span: this.columnCount }], options)
  }

  /** An empty row. */
  gap(height = 8): void {
    this.add([], { height })
  }

  freeze(rows: number, columns: number): void {
    this.#freeze = { rows, columns }
  }

  /** Heads every printed page with these rows; with `until`, only if the rows down to there leave their page. */
  repeat(first: number, last: number, until?: number): void {
    this.#repeat = { first, last, until }
  }

  /** Moves the rows from `first` on, down to the last so far, to the next page if they would stand on two. */
  keepTogether(first: number, last = this.#rows.length): void {
    this.#together.push({ first, last })
  }

  finish(): Sheet {
    const widths = this.#fittedWidths()
    const heights = this.#rows.map(({ cells, options }) => heightOf(cells, options, widths))
    const layout = new PageLayout(this.#frame.page, widths, heights)
    const repeat = this.#repeatedRows(layout)
    if (repeat) layout.repeat(repeat)
    const blocks = this.#together.toSorted((left, right) => left.first - right.first)
    for (const { first, last } of blocks) layout.keepTogether(first, last)
    layout.breakFullPages()
    return {
      name: this.#frame.name,
      columns: widths.map((width) => ({ width })),
      rows: this.#rows.map(({ cells, options }, index): Row => {
        const breaks = options.breakBefore || layout.breaksBefore(index + 1)
        return { cells, height: heights[index] ?? LINE_HEIGHT, ...(breaks ? { breakBefore: true } : {}) }
      }),
      page: this.#frame.page,
      ...(this.#freeze ? { freeze: this.#freeze } : {}),
      ...(repeat ? { repeat } : {}),
      ...(this.#frame.gridLines ? { gridLines: true } : {}),
    }
  }

  #repeatedRows(layout: PageLayout): { first: number; last: number } | undefined {
    if (this.#repeat === undefined) return undefined
    const { first, last, until } = this.#repeat
    return until === undefined || layout.pageOf(until) > layout.pageOf(first) ? { first, last } : undefined
  }

  #fittedWidths(): number[] {
    const widths = [...this.#frame.widths]
    for (const { cells } of this.#rows) {
      let column = 0
      for (const cell of cells) {
        if (cell.span === undefined) widths[column] = Math.max(widths[column] ?? 0, widthNeeded(cell))
        column += cell.span ?? 1
      }
    }
    return widths.map((width) => Math.ceil(width * 4) / 4)
  }
}

/** The height a row needs. Always said, because programs do not agree on a row that is left to them. */
function heightOf(cells: readonly Cell[], options: RowOptions, widths: readonly number[]): number {
  let [points, column] = [options.height ?? (cells.length > 0 ? LINE_HEIGHT : 0), 0]
  for (const cell of cells) {
    const span = cell.span ?? 1
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
    column += span
    if (isText(cell)) {
      points = Math.max(points, textHeight(cell.value, cell.style, width) + 1)
    }
  }
  return Math.min(Math.round(points * 4) / 4, HIGHEST)
}
