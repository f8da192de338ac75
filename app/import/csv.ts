import { isUtf8 } from 'node:buffer'
import Papa from 'papaparse'
import { mapHeadings } from '../../domain/book/headings.ts'
import type { RawCell, RawRow } from '../../domain/book/raw-cell.ts'
import type { SheetKey } from '../../domain/book/sheets.ts'
import { EsepError } from '../../domain/error.ts'
import { MOST_ROWS } from './limits.ts'

const DELIMITERS = [';', ',', '\t'] as const
/** Titles above the headings are few; a delimiter is looked for no further down. */
const LOOKED_AT = 40

/**
 * The rows of a csv file, numbered as Excel would number them. Encoding and delimiter are found by looking: that delimiter is
 * right under which a row holds the most headings of the sheet, so that «12,5» does not split where `;` parts the cells.
 * @param key the sheet, undefined when it is none of the ledger's.
 * @throws EsepError `csv_quotes` when a quotation mark is not closed, `workbook_too_large` beyond the rows of a book.
 */
export function readCsv(file: string, bytes: Uint8Array, key: SheetKey | undefined): RawRow[] {
  const text = decodeCsv(bytes)
  const told = /^sep=(.)\r?\n/.exec(text)
  const delimiter = told?.[1] ?? findDelimiter(text, key)
  const { data, errors } = Papa.parse<string[]>(told ? text.slice(told[0].length) : text, {
    delimiter,
    header: false,
  })
  if (errors.some((error) => error.type === 'Quotes')) throw new EsepError('csv_quotes', { file })
  if (data.length > MOST_ROWS)
    throw new EsepError('workbook_too_large', { file, limit: 'rows', most: MOST_ROWS })
  return data.map(cellsOf)
}

function cellsOf(fields: readonly string[]): (RawCell | undefined)[] {
  return fields.map((text) => (text === '' ? undefined : { kind: 'text', text }))
}

function findDelimiter(text: string, key: SheetKey | undefined): string {
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, header: false, preview: LOOKED_AT })
    const known = key ? data.map((fields) => mapHeadings(key, cellsOf(fields)).columns.length) : [0]
    const widest = data.map((fields) => fields.length)
    return { delimiter, known: Math.max(0, ...known), widest: Math.max(0, ...widest) }
  })
  scores.sort((left, right) => right.known - left.known || right.widest - left.widest)
  return scores[0]?.delimiter ?? ';'
}

/** UTF-8 and UTF-16, with or without a mark; everything else is what Windows here writes by itself. */
function decodeCsv(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Text of one byte a letter never holds a zero; UTF-16 has one beside every delimiter and digit.
  const zero = bytes.subarray(0, 4096).indexOf(0)
  if (zero >= 0) return zero % 2 === 1 ? 'utf-16le' : 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1251'
}
