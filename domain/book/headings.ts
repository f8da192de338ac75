import type { ColumnSpec } from './columns.ts'
import type { RawCell, RawRow } from './raw-cell.ts'
import { SHEETS, type SheetKey } from './sheets.ts'
import { showCell } from './show-cell.ts'
import { foldWord, visibleText } from './visible-text.ts'

/** One column of a sheet that the ledger knows: where it stands, what its heading says, what field it is. JSON. */
export interface MappedColumn {
  /** A = 0. */
  readonly column: number
  readonly heading: string
  readonly field: string
}

/** What the row of headings says of a sheet. */
export interface HeadingMap {
  /** By position, A = 0; undefined for columns that are not read. */
  readonly specs: readonly (ColumnSpec | undefined)[]
  readonly columns: readonly MappedColumn[]
  /** Headings of required columns that the row does not hold. */
  readonly missing: readonly string[]
  readonly repeated: readonly Omit<MappedColumn, 'field'>[]
  readonly unknown: readonly Omit<MappedColumn, 'field'>[]
}

/** Letters, digits, № and % of a heading: case, ё/е, spaces, dots, hyphens and brackets do not count. */
function foldHeading(text: string): string {
  return foldWord(text).replace(/[^\p{L}\p{N}№%]/gu, '')
}

/** What people add to a heading. Never %: a discount in percent is another thing than one in som. */
const ADDED = /(?:[\s,(]+(?:сом|сомов|kgs|шт)[.)]*|\s*\(код\))$/iu

type Headings = ReadonlyMap<string, ColumnSpec>

function headingsOf(columns: readonly ColumnSpec[]): Headings {
  return new Map(
    columns.flatMap((column) =>
      [column.heading, ...(column.variants ?? [])].map((text) => [foldHeading(text), column] as const),
    ),
  )
}

const HEADINGS = Object.fromEntries(
  Object.entries(SHEETS).map(([key, sheet]) => [key, headingsOf(sheet.columns)]),
) as Readonly<Record<SheetKey, Headings>>

function columnOf(headings: Headings, heading: string): ColumnSpec | undefined {
  return headings.get(foldHeading(heading)) ?? headings.get(foldHeading(heading.replace(ADDED, '')))
}

/** Reads a row as the headings of a sheet. The row is that of headings when nothing is missing. */
export function mapHeadings(key: SheetKey, row: RawRow): HeadingMap {
  const specs: (ColumnSpec | undefined)[] = []
  const columns: MappedColumn[] = []
  const repeated: Omit<MappedColumn, 'field'>[] = []
  const unknown: Omit<MappedColumn, 'field'>[] = []
  const taken = new Set<string>()
  row.forEach((cell, index) => {
    const heading = cell ? visibleText(showCell(cell)) : ''
    if (heading === '') return
    const place = { column: index, heading }
    const spec = columnOf(HEADINGS[key], heading)
    if (!spec) unknown.push(place)
    else if (taken.has(spec.field)) repeated.push(place)
    else {
      taken.add(spec.field)
      specs[index] = spec
      columns.push({ ...place, field: spec.field })
    }
  })
  const missing = requiredColumns(key).filter((column) => !taken.has(column.field))
  return { specs, columns, repeated, unknown, missing: missing.map((column) => column.heading) }
}

function requiredColumns(key: SheetKey): readonly ColumnSpec[] {
  const columns: readonly ColumnSpec[] = SHEETS[key].columns
  return columns.filter((column) => column.required)
}

const SHEET_OF = new Map(
  (Object.keys(SHEETS) as SheetKey[]).map((key) => [foldHeading(SHEETS[key].name), key] as const),
)

/** The sheet of a book that has this name, as loosely as headings are matched. */
export function sheetOfName(name: string): SheetKey | undefined {
  return SHEET_OF.get(foldHeading(name))
}

const TOTAL = /^(?:итого|всего|жалпы)(?!\p{L})/iu

/** Whether a row is a line of totals: the first filled cell of it begins with Итого, Всего or Жалпы. */
export function isTotalRow(row: RawRow): boolean {
  const first = row.find(isFilled)
  return first?.kind === 'text' && TOTAL.test(visibleText(first.text))
}

export function isFilled(cell: RawCell | undefined): boolean {
  return cell !== undefined && (cell.kind !== 'text' || visibleText(cell.text) !== '')
}
