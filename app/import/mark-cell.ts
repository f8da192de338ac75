import type { Cell, FillPattern } from 'exceljs'
import type { RawCell } from '../../domain/book/raw-cell.ts'
import { cleanText, cutText } from '../../domain/reports/clean-text.ts'
import type { Problem } from './mark.ts'

const RED: FillPattern = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } }
const YELLOW: FillPattern = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEB9C' } }
/** Days from 1 January 1900 to 1 January 1904 as Excel counts: copies always count from 1900. */
const DAYS_TO_1904 = 1462
const LONGEST_TEXT = 32_767

/** Writes a cell of the copy as it stands in the book; red for an error, yellow for a warning, with what is said of it as a comment. */
export function writeCell(
  cell: Cell,
  raw: RawCell | undefined,
  problems: readonly Problem[],
  date1904: boolean,
): void {
  if (raw) writeValue(cell, raw, date1904)
  if (problems.length === 0) return
  cell.fill = problems.some(({ severity }) => severity === 'error') ? RED : YELLOW
  cell.note = safeText(problems.map(({ sentence }) => sentence).join('\n'))
}

function writeValue(cell: Cell, raw: RawCell, date1904: boolean): void {
  switch (raw.kind) {
    case 'number':
      cell.value = date1904 && raw.format.shows === 'date' ? raw.value + DAYS_TO_1904 : raw.value
      if (raw.format.code !== 'General') cell.numFmt = raw.format.code
      break
    case 'text':
      cell.value = safeText(raw.text)
      break
    case 'boolean':
      cell.value = raw.value
      break
    case 'error':
      // As text: a wrong error value would make Excel repair the whole file.
      cell.value = safeText(raw.text)
      break
    case 'formula':
      break
  }
}

/** Text that any Excel opens as it stands: a literal _x000D_ would come back as a line break. */
export function safeText(text: string): string {
  return cutText(cleanText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'), LONGEST_TEXT)
}
