import { type BookIssue, type Notice, notice } from '../error.ts'
import { type CellValue, readCell } from './cells.ts'
import type { ColumnSpec } from './columns.ts'
import { type HeadingMap, isFilled, isTotalRow, type MappedColumn, mapHeadings } from './headings.ts'
import { columnLetters, type RawRow } from './raw-cell.ts'
import { type BookRow, SHEETS, type SheetKey } from './sheets.ts'
import { showCell } from './show-cell.ts'

/** The cells that a merge covers; rows as Excel numbers them, columns from A = 0. */
export interface MergedCells {
  readonly reference: string
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export interface SheetRows {
  readonly rows: BookRow[]
  readonly columns: readonly MappedColumn[]
}

/**
 * Turns the rows of one sheet, in their order, into typed rows, and tells every problem of shape to `report`: nothing stops
 * at the first. A row with an error is left out of the rows.
 */
export class SheetReader {
  readonly #key: SheetKey
  readonly #name: string
  readonly #report: (issue: BookIssue) => void
  readonly #rows: BookRow[] = []
  readonly #dataRows: number[] = []
  #headings: HeadingMap | undefined
  #missing: readonly string[] | undefined

  /** @param name of the sheet as the file has it, for the issues. */
  constructor(key: SheetKey, name: string, report: (issue: BookIssue) => void) {
    this.#key = key
    this.#name = name
    this.#report = report
  }

  /** @param row as Excel numbers it. */
  add(row: number, cells: RawRow): void {
    if (!cells.some(isFilled)) return
    if (this.#headings) this.#addData(row, cells, this.#headings)
    else this.#findHeadings(row, cells)
  }

  /** Data under merged cells would be read as empty, so they are refused; titles and headings may be merged. */
  addMerge(merge: MergedCells): void {
    if (merge.firstRow === merge.lastRow || !this.#headings) return
    const covers = this.#headings.specs.some(
      (spec, column) => spec && column >= merge.firstColumn && column <= merge.lastColumn,
    )
    const next = this.#dataRows[firstAtLeast(this.#dataRows, merge.firstRow) + 1]
    if (!covers || next === undefined || next > merge.lastRow) return
    const column = columnLetters(merge.firstColumn)
    this.#tell('error', notice('cells_merged', { cells: merge.reference }), { row: merge.firstRow, column })
  }

  end(): SheetRows {
    if (!this.#headings && this.#missing) {
      this.#tell(
        'error',
        notice('sheet_without_headings', {
          sheet: SHEETS[this.#key].name,
          missing: this.#missing.join(', '),
        }),
        {},
      )
    }
    return { rows: this.#rows, columns: this.#headings?.columns ?? [] }
  }

  #findHeadings(row: number, cells: RawRow): void {
    const headings = mapHeadings(this.#key, cells)
    if (headings.missing.length > 0) {
      // The row that holds the most of them is the one the bookkeeper meant.
      if (!this.#missing || headings.missing.length < this.#missing.length) this.#missing = headings.missing
      return
    }
    this.#headings = headings
    for (const { column, heading } of headings.repeated) {
      const place = { row, column: columnLetters(column), heading, cell: heading }
      this.#tell('error', notice('column_repeated', { heading }), place)
    }
    for (const { column, heading } of headings.unknown) {
      const place = { row, column: columnLetters(column), heading, cell: heading }
      this.#tell('warning', notice('column_skipped', { heading }), place)
    }
  }

  #addData(row: number, cells: RawRow, { specs }: HeadingMap): void {
    // Rows numbered ahead, or with a note beside the table, say nothing to the ledger.
    if (isTotalRow(cells) || !specs.some((spec, index) => spec && isFilled(cells[index]))) return
    this.#dataRows.push(row)
    const values: Record<string, CellValue> = {}
    let right = true
    specs.forEach((spec, index) => {
      if (spec) right = this.#addCell(values, spec, row, index, cells) && right
    })
    // Every required field is present and of its type here: readCell and the check above saw to it.
    if (right) this.#rows.push({ row, values } as BookRow)
  }

  /** Whether the cell is right. */
  #addCell(
    values: Record<string, CellValue>,
    spec: ColumnSpec,
    row: number,
    index: number,
    cells: RawRow,
  ): boolean {
    const cell = cells[index]
    const { value, error, warning } = cell ? readCell(cell, spec) : {}
    if (value !== undefined) values[spec.field] = value
    const problem =
      error ??
      (value === undefined && spec.required ? notice('cell_missing', { heading: spec.heading }) : undefined)
    const said = problem ?? warning
    if (said) {
      const place = {
        row,
        column: columnLetters(index),
        heading: spec.heading,
        cell: cell ? showCell(cell) : '',
      }
      this.#tell(problem ? 'error' : 'warning', said, place)
    }
    return problem === undefined
  }

  #tell(
    severity: BookIssue['severity'],
    said: Notice,
    place: Omit<BookIssue, keyof Notice | 'severity' | 'sheet'>,
  ): void {
    this.#report({ severity, ...said, sheet: this.#name, ...place })
  }
}

/** The place of the first of ascending numbers that is at least `least`; a book may hold thousands of merges. */
function firstAtLeast(ascending: readonly number[], least: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
