import { columnIndex, type RawCell, type RawRow } from '../../domain/book/raw-cell.ts'
import type { MergedCells } from '../../domain/book/sheet-reader.ts'
import { EsepError } from '../../domain/error.ts'
import { MOST_ROWS } from './limits.ts'
import { formatOf, textCollector, unescapeText, type Workbook, type WorkbookSheet } from './workbook.ts'
import { type Attributes, readXml, type XmlVisitor } from './xml.ts'

/** What stands on a sheet, in its order. */
export interface SheetVisitor {
  /** A row with at least one cell; the row as Excel numbers it. */
  row(row: number, cells: RawRow): void
  merge?(merge: MergedCells): void
  /** The width of columns `first` to `last`, A = 0, in characters. */
  width?(first: number, last: number, width: number): void
}

const MOST_COLUMNS = 16_384
const MOST_SHEET_ROWS = 1_048_576

/**
 * Streams one sheet of a workbook.
 * @throws EsepError `workbook_damaged` for rows or cells that stand nowhere or twice and for texts that are absent,
 *   `workbook_too_large` beyond the rows of a book; and as {@link readXml}.
 */
export async function readWorksheet(
  workbook: Workbook,
  sheet: WorkbookSheet,
  visitor: SheetVisitor,
): Promise<void> {
  await readXml(workbook.zip, sheet.part, new WorksheetParser(workbook, sheet.part, visitor))
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: string | undefined
  value: string | undefined
  formula: boolean
}

/** Reads the elements of a worksheet: sheetData, row, c with f, v or is; mergeCell; col. */
class WorksheetParser implements XmlVisitor {
  readonly #workbook: Workbook
  readonly #part: string
  readonly #visitor: SheetVisitor
  readonly #inline = textCollector()
  #inData = false
  #row = 0
  #rowsWithCells = 0
  #cells: (RawCell | undefined)[] = []
  #lastColumn = -1
  #cell: OpenCell | undefined
  #inValue = false
  #sawSheet = false

  constructor(workbook: Workbook, part: string, visitor: SheetVisitor) {
    this.#workbook = workbook
    this.#part = part
    this.#visitor = visitor
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell) this.#openInCell(name, this.#cell)
    else if (this.#inData) {
      if (name === 'c') this.#openCell(attributes)
      else if (name === 'row') this.#openRow(attributes)
    } else if (name === 'sheetData') this.#inData = true
    else if (name === 'mergeCell') this.#addMerge(attributes.ref ?? '')
    else if (name === 'col') this.#addWidth(attributes)
    else if (name === 'worksheet') this.#sawSheet = true
  }

  text(text: string): void {
    if (this.#inValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text
    else if (this.#cell) this.#inline.text(text)
  }

  close(name: string): void {
    if (this.#cell) this.#closeInCell(name, this.#cell)
    else if (name === 'row' && this.#inData) this.#closeRow()
    else if (name === 'sheetData') this.#inData = false
    else if (name === 'worksheet' && !this.#sawSheet) throw this.#damaged()
  }

  #openInCell(name: string, cell: OpenCell): void {
    if (name === 'v') {
      this.#inValue = true
      cell.value = ''
    } else if (name === 'f') cell.formula = true
    else if (name === 'is') this.#inline.start()
    else this.#inline.open(name)
  }

  #closeInCell(name: string, cell: OpenCell): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'is') cell.value = this.#inline.end()
    else if (name === 'c') {
      this.#cells[cell.column] = this.#rawCell(cell)
      this.#cell = undefined
    } else this.#inline.close(name)
  }

  #openRow(attributes: Attributes): void {
    const row = Number(attributes.r ?? this.#row + 1)
    // Rows out of order could hide one under another: Excel itself calls such a file damaged.
    if (!Number.isInteger(row) || row <= this.#row || row > MOST_SHEET_ROWS) throw this.#damaged()
    this.#row = row
    this.#cells = []
    this.#lastColumn = -1
  }

  #closeRow(): void {
    if (!this.#cells.some((cell) => cell !== undefined)) return
    this.#rowsWithCells += 1
    if (this.#rowsWithCells > MOST_ROWS) {
      throw new EsepError('workbook_too_large', {
        file: this.#workbook.zip.file,
        limit: 'rows',
        most: MOST_ROWS,
      })
    }
    this.#visitor.row(this.#row, this.#cells)
  }

  #openCell({ r: reference, t: type = 'n', s: style }: Attributes): void {
    const column = reference === undefined ? this.#lastColumn + 1 : columnIndex(reference)
    if (column <= this.#lastColumn || column >= MOST_COLUMNS) throw this.#damaged()
    this.#lastColumn = column
    this.#cell = { column, type, style, value: undefined, formula: false }
  }

  #rawCell({ type, style, value, formula }: OpenCell): RawCell | undefined {
    if (value === undefined || (value === '' && type !== 'str' && type !== 'inlineStr'))
      return formula ? { kind: 'formula' } : undefined
    switch (type) {
      case 's':
        return { kind: 'text', text: this.#sharedString(value) }
      case 'str':
        return value === '' ? undefined : { kind: 'text', text: unescapeText(value) }
      case 'inlineStr':
      case 'd':
        return value === '' ? undefined : { kind: 'text', text: value }
      case 'b':
        return { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true' }
      case 'e':
        return { kind: 'error', text: value }
      default:
        return this.#number(value, style)
    }
  }

  #number(text: string, style: string | undefined): RawCell {
    const value = Number(text)
    if (!Number.isFinite(value) || text.trim() === '') return { kind: 'error', text }
    const format = formatOf(this.#workbook, style)
    return this.#workbook.date1904
      ? { kind: 'number', value, format, date1904: true }
      : { kind: 'number', value, format }
  }

  #sharedString(index: string): string {
    const text = this.#workbook.strings[Number(index)]
    if (text === undefined) throw this.#damaged()
    return text
  }

  #addMerge(reference: string): void {
    const [, first = '', firstRow, last = '', lastRow] =
      /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference) ?? []
    const firstColumn = columnIndex(first)
    const lastColumn = columnIndex(last)
    if (firstColumn < 0 || lastColumn < 0) return
    this.#visitor.merge?.({
      reference,
      firstRow: Number(firstRow),
      lastRow: Number(lastRow),
      firstColumn,
      lastColumn,
    })
  }

  #addWidth({ min, max, width }: Attributes): void {
    const [first, last, characters] = [
      Number(min) - 1,
      Math.min(Number(max), MOST_COLUMNS) - 1,
      Number(width),
    ]
    if (first >= 0 && last >= first && characters > 0 && characters < 256)
      this.#visitor.width?.(first, last, characters)
  }

  #damaged(): EsepError {
    return new EsepError('workbook_damaged', { file: this.#workbook.zip.file, part: this.#part })
  }
}
