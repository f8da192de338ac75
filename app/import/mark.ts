import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { RawRow } from '../../domain/book/raw-cell.ts'
import { columnIndex } from '../../domain/book/raw-cell.ts'
import { EsepError } from '../../domain/error.ts'
import { sheetNames } from '../../domain/reports/sheet-name.ts'
import { writeCell } from './mark-cell.ts'
import { addProblemSheet, PROBLEM_SHEET } from './problem-sheet.ts'
import { type BookFile, openSource, type SourceSheet } from './source.ts'

/** One thing said of a book, with its sentence: the place as in BookIssue. JSON. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
  readonly cell?: string
  readonly sentence: string
}

/** Headings of the table of problems, in the reader's language. */
export interface ProblemHeadings {
  readonly file: string
  readonly sheet: string
  readonly row: string
  readonly column: string
  readonly cell: string
  readonly reason: string
}

export interface MarkInput {
  readonly files: readonly BookFile[]
  readonly problems: readonly Problem[]
  readonly headings: ProblemHeadings
}

/**
 * A copy of a book as one .xlsx: first «Ошибки», a table of all problems linked to their cells, then every sheet of every file with
 * its values, number formats and widths, the bad cells coloured and commented. Formulas give way to their stored results. Of
 * a file that cannot be opened only the table speaks. Written as a stream: forty thousand rows are never held at once.
 */
export async function markBook({ files, problems, headings }: MarkInput): Promise<Uint8Array> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  })
  const copies = await planCopies(files)
  addProblemSheet(workbook, problems, headings, ({ file, sheet }) => nameOfCopy(copies, file, sheet))
  for (const copy of copies) await writeCopy(workbook, copy, problems)
  await workbook.commit()
  return bytes
}

/** Widths of columns further right are not kept: a file may name every column there can be. */
const WIDEST = 255

/** One sheet of one file and the name it gets in the copy. */
interface SheetCopy {
  readonly file: string
  readonly source: SourceSheet
  readonly date1904: boolean
  readonly name: string
}

async function planCopies(files: readonly BookFile[]): Promise<SheetCopy[]> {
  const found: Omit<SheetCopy, 'name'>[] = []
  for (const file of files) {
    const { sheets, date1904 } = await openOrNothing(file)
    for (const source of sheets) {
      // A copy that was corrected and given again brings its old table of problems with it.
      if (source.name !== PROBLEM_SHEET) found.push({ file: file.name, source, date1904 })
    }
  }
  const [, ...names] = sheetNames([PROBLEM_SHEET, ...found.map(({ source }) => source.name)])
  return found.map((copy, index) => ({ ...copy, name: names[index] ?? copy.source.name }))
}

async function openOrNothing(file: BookFile): Promise<{ sheets: readonly SourceSheet[]; date1904: boolean }> {
  try {
    return await openSource(file)
  } catch (error) {
    if (error instanceof EsepError) return { sheets: [], date1904: false }
    throw error
  }
}

function nameOfCopy(
  copies: readonly SheetCopy[],
  file: string | undefined,
  sheet: string | undefined,
): string | undefined {
  return copies.find((copy) => copy.source.name === sheet && (file === undefined || copy.file === file))?.name
}

/** Problems of one sheet by row, then by column. */
type Marks = Map<number, Map<number, Problem[]>>

function marksOf(copy: SheetCopy, problems: readonly Problem[]): Marks {
  const marks: Marks = new Map()
  for (const problem of problems) {
    const { file, sheet, row, column = 'A' } = problem
    if (row === undefined || sheet !== copy.source.name || (file !== undefined && file !== copy.file))
      continue
    const ofRow = marks.get(row) ?? new Map<number, Problem[]>()
    const index = columnIndex(column)
    ofRow.set(index, [...(ofRow.get(index) ?? []), problem])
    marks.set(row, ofRow)
  }
  return marks
}

async function writeCopy(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  copy: SheetCopy,
  problems: readonly Problem[],
): Promise<void> {
  const sheet = workbook.addWorksheet(copy.name)
  const marks = marksOf(copy, problems)
  let next = 1
  await copy.source.read({
    row(number, cells) {
      // exceljs takes rows one after another in no time, but needs minutes to jump over fifty thousand.
      for (; next < number; next++) sheet.getRow(next).commit()
      next = number + 1
      writeRow(sheet.getRow(number), cells, marks.get(number) ?? new Map(), copy.date1904)
    },
    width(first, last, width) {
      for (let column = first; column <= Math.min(last, WIDEST); column++) {
        sheet.getColumn(column + 1).width = width
      }
    },
  })
  sheet.commit()
}

function writeRow(
  row: ExcelJS.Row,
  cells: RawRow,
  marks: ReadonlyMap<number, Problem[]>,
  date1904: boolean,
): void {
  const width = Math.max(cells.length, ...[...marks.keys()].map((column) => column + 1))
  for (let column = 0; column < width; column++) {
    const [cell, problems] = [cells[column], marks.get(column) ?? []]
    if (cell || problems.length > 0) writeCell(row.getCell(column + 1), cell, problems, date1904)
  }
  row.commit()
}
