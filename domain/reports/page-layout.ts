/**
 * Where the pages of a printed sheet end. Programs disagree on the width of a column and so on the scale that fits
 * the width; pages are therefore ended a little early, and said, so that blocks stay whole everywhere.
 */
import type { Page } from './sheet.ts'

/** A4 less the margins, in points; the drawer prints with the same margins. */
const PAPER = { portrait: { width: 595, height: 842 }, landscape: { width: 842, height: 595 } } as const
/** In inches, as Excel has them. */
export const MARGINS = { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 } as const

const POINTS_PER_INCH = 72
/** One of Excel's units of width is seven pixels of 96 an inch. */
const POINTS_PER_UNIT = 5.25
/** Printers differ; what would end within the last hundredths of a page counts as too long. */
const SAFE_PART = 0.97

export class PageLayout {
  readonly #heights: readonly number[]
  readonly #page: number
  #repeated: { first: number; last: number } | undefined
  readonly #breaks = new Set<number>()

  constructor(page: Page, widths: readonly number[], heights: readonly number[]) {
    this.#heights = heights
    const paper = PAPER[page.orientation]
    const width = paper.width - (MARGINS.left + MARGINS.right) * POINTS_PER_INCH
    const height = paper.height - (MARGINS.top + MARGINS.bottom) * POINTS_PER_INCH
    const scale = Math.min(1, width / (widths.reduce((sum, each) => sum + each, 0) * POINTS_PER_UNIT))
    this.#page = (height / scale) * SAFE_PART
  }

  /** Rows that stand on top of every page after theirs. */
  repeat(rows: { first: number; last: number }): void {
    this.#repeated = rows
  }

  breaksBefore(row: number): boolean {
    return this.#breaks.has(row)
  }

  /** A block longer than a page is left as it comes. */
  keepTogether(first: number, last: number): void {
    const [before, after] = [this.pageOf(first), this.pageOf(last)]
    if (before !== after && this.#sum(first, last) < this.#page) this.#breaks.add(first)
  }

  /** Ends every page that is full. */
  breakFullPages(): void {
    for (const row of this.#starts(this.#heights.length)) this.#breaks.add(row)
  }

  /** The page that a row stands on, with the breaks so far. */
  pageOf(row: number): number {
    return this.#starts(row).length + 1
  }

  /** The rows that begin a new page, up to a row. */
  #starts(last: number): number[] {
    const starts: number[] = []
    let used = 0
    for (let current = 1; current <= last; current += 1) {
      const height = this.#heights[current - 1] ?? 0
      if (used + height > this.#page || this.#breaks.has(current)) {
        starts.push(current)
        used =
          this.#repeated && current > this.#repeated.last
            ? this.#sum(this.#repeated.first, this.#repeated.last)
            : 0
      }
      used += height
    }
    return starts
  }

  #sum(first: number, last: number): number {
    return this.#heights.slice(first - 1, last).reduce((sum, each) => sum + each, 0)
  }
}
