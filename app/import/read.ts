import { type MappedColumn, sheetOfName } from '../../domain/book/headings.ts'
import { SheetReader } from '../../domain/book/sheet-reader.ts'
import { type Book, type BookRow, SHEETS, type SheetKey } from '../../domain/book/sheets.ts'
import { type BookIssue, EsepError, notice } from '../../domain/error.ts'
import { MOST_ISSUES, MOST_ROWS } from './limits.ts'
import { type BookFile, openSource, type Source, type SourceSheet } from './source.ts'

/** One sheet of one file that was read: how many rows it gave and what its columns are taken for. JSON. */
export interface ReadSheet {
  readonly file: string
  /** As the file names it. */
  readonly sheet: string
  readonly key: SheetKey
  readonly rows: number
  readonly columns: readonly MappedColumn[]
}

/** What reading a book gave. JSON: it crosses from the job to the ledger. */
export interface BookReading {
  /** Rows with an error are left out. */
  readonly book: Book
  /** Every problem of shape, in the order of files, sheets, rows and columns. */
  readonly issues: readonly BookIssue[]
  /** In the order they were read: rows of one sheet of several files follow each other in `book` in this order. */
  readonly sheets: readonly ReadSheet[]
  /** Sheets that the ledger does not know. */
  readonly skipped: readonly string[]
}

/**
 * Reads a ledger book: one .xlsx, or several, or .csv files of one sheet each (formats.md section 1). Nothing is thrown for what
 * a file holds: a file that cannot be read is an issue like a wrong cell. Files are named in issues when there are several.
 */
export async function readBook(files: readonly BookFile[]): Promise<BookReading> {
  const reading = new BookReader(files.length > 1)
  for (const file of files) await reading.addFile(file)
  return reading.end(files.map((file) => file.name).join(', '))
}

type Rows = Record<SheetKey, BookRow[]>

function emptyRows(): Rows {
  // The keys of SHEETS are all that a book has.
  return Object.fromEntries(Object.keys(SHEETS).map((key) => [key, []])) as unknown as Rows
}

/** What a file that cannot be read gives. */
export function emptyReading(): BookReading {
  return { book: emptyRows() as unknown as Book, issues: [], sheets: [], skipped: [] }
}

class BookReader {
  readonly #namesFiles: boolean
  readonly #rows = emptyRows()
  readonly #issues: BookIssue[] = []
  #issuesCut = 0
  readonly #sheets: ReadSheet[] = []
  readonly #skipped: string[] = []
  #rowsLeft = MOST_ROWS

  constructor(namesFiles: boolean) {
    this.#namesFiles = namesFiles
  }

  async addFile(file: BookFile): Promise<void> {
    const [issues, cut, sheets] = [this.#issues.length, this.#issuesCut, this.#sheets.length]
    try {
      const source = await openSource(file)
      await this.#addSource(file.name, source)
      if (source.kind === 'workbook') this.#refuseEmpty(file.name, issues, sheets)
    } catch (error) {
      if (!(error instanceof EsepError)) throw error
      // The file is refused as a whole: what its rows were told so far would only hide that.
      this.#issues.length = issues
      this.#issuesCut = cut
      this.#report(file.name, { severity: 'error', code: error.code, data: error.data })
    }
  }

  /** A workbook that gives nothing at all is never taken in silence, whoever made it and however it looks. */
  #refuseEmpty(file: string, issues: number, sheets: number): void {
    const told = this.#issues.slice(issues).some(({ severity }) => severity === 'error')
    const gave = this.#sheets.slice(sheets).some(({ rows }) => rows > 0)
    if (!told && !gave) this.#report(file, { severity: 'error', ...notice('book_empty', { file }) })
  }

  end(files: string): BookReading {
    if (
      this.#sheets.every((sheet) => sheet.rows === 0) &&
      !this.#issues.some((issue) => issue.severity === 'error')
    ) {
      this.#issues.push({ severity: 'error', ...notice('book_empty', { file: files }) })
    }
    if (this.#issuesCut > 0)
      this.#issues.push({ severity: 'error', ...notice('issues_cut', { count: this.#issuesCut }) })
    return {
      book: this.#rows as unknown as Book,
      issues: this.#issues,
      sheets: this.#sheets,
      skipped: this.#skipped,
    }
  }

  async #addSource(file: string, source: Source): Promise<void> {
    const seen = new Set<SheetKey>()
    for (const sheet of source.sheets) {
      const key = sheetOfName(sheet.name)
      if (key === undefined) {
        this.#skipped.push(sheet.name)
        this.#report(file, {
          severity: 'warning',
          ...notice('sheet_skipped', { sheet: sheet.name }),
          sheet: sheet.name,
        })
      } else if (seen.has(key)) {
        this.#report(file, {
          severity: 'error',
          ...notice('sheet_repeated', { sheet: SHEETS[key].name }),
          sheet: sheet.name,
        })
      } else {
        seen.add(key)
        await this.#addSheet(file, sheet, key)
      }
    }
  }

  async #addSheet(file: string, sheet: SourceSheet, key: SheetKey): Promise<void> {
    const reader = new SheetReader(key, sheet.name, (issue) => this.#report(file, issue))
    await sheet.read({
      row: (row, cells) => {
        this.#rowsLeft -= 1
        if (this.#rowsLeft < 0)
          throw new EsepError('workbook_too_large', { file, limit: 'rows', most: MOST_ROWS })
        reader.add(row, cells)
      },
      merge: (merge) => reader.addMerge(merge),
    })
    const { rows, columns } = reader.end()
    for (const row of rows) this.#rows[key].push(this.#namesFiles ? { ...row, file } : row)
    this.#sheets.push({ file, sheet: sheet.name, key, rows: rows.length, columns })
  }

  #report(file: string, issue: BookIssue): void {
    if (this.#issues.length >= MOST_ISSUES) this.#issuesCut += 1
    else this.#issues.push(this.#namesFiles ? { file, ...issue } : issue)
  }
}
