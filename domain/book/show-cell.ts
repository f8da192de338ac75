import { formatDate } from '../format.ts'
import { dateOfSerial } from './date-text.ts'
import { plainNumber } from './decimal.ts'
import { showCode } from './number-format.ts'
import type { NumberCell, RawCell } from './raw-cell.ts'

/** The cell as the bookkeeper sees it, for reports: `5%`, `30.11.2012`, `9,95`, `#ССЫЛКА!`. */
export function showCell(cell: RawCell): string {
  switch (cell.kind) {
    case 'text':
    case 'error':
      return cell.text
    case 'number':
      return showNumber(cell, ',')
    case 'boolean':
      return cell.value ? 'ИСТИНА' : 'ЛОЖЬ'
    case 'formula':
      return ''
  }
}

/** A number as its format shows it, as far as that changes its meaning: dates, percents and leading zeros. */
export function showNumber(cell: NumberCell, sign: ',' | '.'): string {
  if (cell.format.shows === 'date') {
    const date = dateOfSerial(cell.value, cell.date1904)
    if (date !== undefined) return formatDate(date)
  }
  if (cell.format.shows === 'percent')
    return `${plainNumber(Number((cell.value * 100).toPrecision(15))).replace('.', sign)}%`
  return showCode(cell.value, cell.format).replace('.', sign)
}
