import { sheetOfName } from '../../domain/book/headings.ts'
import { SHEETS } from '../../domain/book/sheets.ts'
import { EsepError } from '../../domain/error.ts'
import { readCsv } from './csv.ts'
import { MEGABYTE, MOST_FILE_MB } from './limits.ts'
import { openWorkbook } from './workbook.ts'
import { readWorksheet, type SheetVisitor } from './worksheet.ts'

/** A file that somebody gave, whole. */
export interface BookFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file opened for reading; its cells are read only when asked for. */
export interface Source {
  readonly kind: 'workbook' | 'csv'
  readonly date1904: boolean
  readonly sheets: readonly SourceSheet[]
}

export interface SourceSheet {
  readonly name: string
  /** @throws EsepError as readWorksheet and readCsv. */
  read(visitor: SheetVisitor): Promise<void>
}

/**
 * Looks at the bytes, not at the name: a page of HTML called .xlsx is none, and a workbook called .csv is one.
 * @throws EsepError `workbook_too_large`, `workbook_old_format`, `workbook_protected`, `not_a_workbook`, `workbook_damaged`,
 *   `csv_name_unknown`.
 */
export async function openSource({ name, bytes }: BookFile): Promise<Source> {
  if (bytes.length > MOST_FILE_MB * MEGABYTE) {
    throw new EsepError('workbook_too_large', { file: name, limit: 'file', most: MOST_FILE_MB })
  }
  if (startsWith(bytes, ZIP)) return workbookSource(name, bytes)
  if (startsWith(bytes, OLE))
    throw new EsepError(isEncrypted(bytes) ? 'workbook_protected' : 'workbook_old_format', { file: name })
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return csvSource(name, bytes)
  throw new EsepError('not_a_workbook', { file: name })
}

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Excel puts a workbook with a password into an old container, in a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}

async function workbookSource(name: string, bytes: Uint8Array): Promise<Source> {
  const workbook = await openWorkbook(name, bytes)
  const sheets = workbook.sheets.map((sheet) => ({
    name: sheet.name,
    read: (visitor: SheetVisitor) => readWorksheet(workbook, sheet, visitor),
  }))
  return { kind: 'workbook', date1904: workbook.date1904, sheets }
}

/** A csv file is one sheet, and the file's name is the sheet's. */
function csvSource(name: string, bytes: Uint8Array): Source {
  const sheet = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const key = sheetOfName(sheet)
  if (!key) {
    const sheets = Object.values(SHEETS).map((known) => known.name)
    throw new EsepError('csv_name_unknown', { file: name, sheets: sheets.join(', ') })
  }
  const read = async ({ row }: SheetVisitor) => {
    for (const [index, cells] of readCsv(name, bytes, key).entries()) row(index + 1, cells)
  }
  return { kind: 'csv', date1904: false, sheets: [{ name: SHEETS[key].name, read }] }
}
