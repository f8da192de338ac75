/** Gathers what is wrong with a book's rows, each with its place: sheet, row, column and the cell. */
import { columnLetters } from '../../domain/book/raw-cell.ts'
import { type BookRow, type ColumnSpec, SHEETS, type SheetKey } from '../../domain/book/sheets.ts'
import { type BookIssue, type EsepError, type Notice, type NoticeCode, notice } from '../../domain/error.ts'
import { formatDate, formatMoney, formatQuantity, formatRate } from '../../domain/format.ts'
import type { ReadSheet } from './read.ts'

/** A row of whichever sheet. */
export type AnyRow = Pick<BookRow, 'row' | 'file'> & { readonly values: object }

/** Where something stands in a book; `field` names the column. */
export interface Place {
  readonly sheet: SheetKey
  readonly row: AnyRow
  readonly field?: string
}

/** The sheets that bring what a reference did not find. */
const SOURCES: { readonly [C in NoticeCode]?: readonly SheetKey[] } = {
  unknown_product: ['products', 'sets'],
  unknown_producer: ['producers'],
  unknown_partner: ['partners'],
  unknown_location: ['locations'],
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export class BookTrouble {
  readonly issues: BookIssue[] = []
  readonly #sheets: readonly ReadSheet[]
  /** Sheets of which rows could not be read. */
  readonly #torn: ReadonlySet<SheetKey>
  #errors = 0

  /** @param shape what reading the book has told already. */
  constructor(sheets: readonly ReadSheet[], shape: readonly BookIssue[]) {
    this.#sheets = sheets
    const wrong = shape.filter(({ severity }) => severity === 'error')
    const torn = sheets.filter(({ file, sheet }) =>
      wrong.some((issue) => issue.sheet === sheet && (issue.file ?? file) === file),
    )
    this.#torn = new Set(torn.map(({ key }) => key))
  }

  get errors(): number {
    return this.#errors
  }

  error(place: Place, problem: Notice | EsepError, follows = false): void {
    this.#errors += 1
    const caused = follows || this.#lacksRows(place, problem.code)
    this.issues.push({
      ...this.#placed(place, problem),
      severity: 'error',
      ...(caused ? { follows: true } : {}),
    })
  }

  warn(place: Place, problem: Notice): void {
    this.issues.push({ ...this.#placed(place, problem), severity: 'warning' })
  }

  /** Whether a row that could not be read may be what is missing. */
  #lacksRows({ sheet }: Place, code: NoticeCode): boolean {
    if (code === 'document_differs') return this.#torn.has(sheet)
    return SOURCES[code]?.some((source) => this.#torn.has(source)) ?? false
  }

  #placed({ sheet, row, field }: Place, { code, data }: Notice): Omit<BookIssue, 'severity'> {
    const columns: readonly ColumnSpec[] = SHEETS[sheet].columns
    const spec = columns.find((column) => column.field === field)
    const read = this.#readSheet(sheet, row)
    const mapped = read?.columns.find((column) => column.field === field)
    const issue: Mutable<Omit<BookIssue, 'severity'>> = {
      ...notice(code as NoticeCode, data),
      sheet: read?.sheet ?? SHEETS[sheet].name,
      row: row.row,
    }
    if (row.file !== undefined) issue.file = row.file
    if (mapped) issue.column = columnLetters(mapped.column)
    if (spec) {
      issue.heading = spec.heading
      issue.cell = shown(row, spec)
    }
    return issue
  }

  /** Rows of one sheet of several files follow each other in the order of the files. */
  #readSheet(sheet: SheetKey, row: AnyRow): ReadSheet | undefined {
    const read = this.#sheets.filter(({ key }) => key === sheet)
    return read.length <= 1 ? read[0] : read.find(({ file }) => file === row.file)
  }
}

/** The cell as people would type it. */
function shown(row: AnyRow, { field, type, words }: ColumnSpec): string {
  const value = (row.values as Record<string, unknown>)[field]
  if (value === undefined) return ''
  if (typeof value === 'number') {
    if (type === 'money') return formatMoney(value)
    if (type === 'quantity') return formatQuantity(value)
    return type === 'rate' ? formatRate(value) : String(value)
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).join(': ')
  if (type === 'date') return formatDate(String(value))
  const word = Object.entries(words ?? {}).find(([, meaning]) => meaning === value)
  return word ? word[0] : String(value)
}
