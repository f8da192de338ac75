/** How the meanings of a sheet model look in Excel. Every style is one frozen object, shared by all its cells. */
import {
  type Cell,
  type Format,
  isDate,
  isText,
  type NumberFormat,
  type Style,
  TEXT_SIZE,
} from '../domain/reports/sheet.ts'

/** What exceljs takes as the style of a cell. */
export interface CellStyle {
  readonly numFmt: string
  readonly font: Font
  readonly alignment: Alignment
  readonly border?: Readonly<Record<string, Border>>
  readonly fill?: Fill
}

interface Font {
  readonly name: string
  readonly size: number
  readonly bold?: true
  readonly color?: Color
}

interface Alignment {
  readonly horizontal: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'middle' | 'bottom'
  readonly wrapText?: true
}

interface Border {
  readonly style: 'thin' | 'medium'
  readonly color: Color
}

interface Fill {
  readonly type: 'pattern'
  readonly pattern: 'solid'
  readonly fgColor: Color
}

interface Color {
  readonly argb: string
}

interface Look {
  readonly bold?: true
  readonly color?: string
  readonly fill?: string
  readonly border?: 'all' | 'heavy'
  /** Without it texts stand left, dates in the middle, numbers right. */
  readonly horizontal?: 'left' | 'center'
  readonly vertical?: 'top' | 'middle' | 'bottom'
}

const LOOKS: Readonly<Record<Style, Look>> = {
  title: { bold: true, horizontal: 'center' },
  subtitle: { horizontal: 'center' },
  section: { bold: true, horizontal: 'left', vertical: 'bottom' },
  text: { horizontal: 'left' },
  strong: { bold: true, horizontal: 'left' },
  note: { color: 'FF595959', horizontal: 'left' },
  mark: { color: 'FF595959', horizontal: 'center' },
  warning: { bold: true, color: 'FFC00000', horizontal: 'center' },
  header: { bold: true, fill: 'FFE9EEF3', border: 'all', horizontal: 'center', vertical: 'middle' },
  required: { bold: true, fill: 'FFFFE699', border: 'all', horizontal: 'center', vertical: 'middle' },
  group: { bold: true, fill: 'FFF5F7F9', border: 'all', horizontal: 'left', vertical: 'middle' },
  body: { border: 'all', vertical: 'middle' },
  negative: { border: 'all', vertical: 'middle', color: 'FFC00000' },
  total: { bold: true, fill: 'FFF5F7F9', border: 'heavy', vertical: 'middle' },
  large: { border: 'all', vertical: 'middle' },
  largeGroup: { bold: true, fill: 'FFF5F7F9', border: 'all', horizontal: 'left', vertical: 'middle' },
  entry: { vertical: 'top' },
  signer: { horizontal: 'left', vertical: 'bottom' },
}

const THIN: Border = { style: 'thin', color: { argb: 'FF8C98A4' } }
const MEDIUM: Border = { style: 'medium', color: { argb: 'FF595F66' } }
const BORDERS: Readonly<Record<NonNullable<Look['border']>, Readonly<Record<string, Border>>>> = {
  all: { top: THIN, left: THIN, bottom: THIN, right: THIN },
  heavy: { top: MEDIUM, left: THIN, bottom: MEDIUM, right: THIN },
}

const cache = new Map<string, CellStyle>()

/** The style of a cell: its meaning, the format of its number, and the side it stands at. */
export function styleOf(cell: Cell): CellStyle {
  return cached(cell.style, cell.format, numberFormatOf(cell), cell.align)
}

/** The style of cells that are still to be filled in. */
export function entryStyle(format: Format): CellStyle {
  return cached('entry', format, ENTRY_FORMATS[format], undefined)
}

function cached(style: Style, format: Format, numFmt: string, align: Cell['align']): CellStyle {
  const key = `${style} ${format} ${align ?? ''} ${numFmt}`
  const known = cache.get(key)
  if (known) return known
  const made = Object.freeze(styled(style, format, numFmt, align))
  cache.set(key, made)
  return made
}

function styled(style: Style, format: Format, numFmt: string, align: Cell['align']): CellStyle {
  const { fill, border } = LOOKS[style]
  return {
    numFmt,
    font: fontOf(style),
    alignment: alignmentOf(style, format, align),
    ...(border ? { border: BORDERS[border] } : {}),
    ...(fill ? { fill: solid(fill) } : {}),
  }
}

function fontOf(style: Style): Font {
  const { bold, color } = LOOKS[style]
  return {
    name: 'Arial',
    size: TEXT_SIZE[style],
    ...(bold ? { bold } : {}),
    ...(color ? { color: { argb: color } } : {}),
  }
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

function alignmentOf(style: Style, format: Format, align: Cell['align']): Alignment {
  const { horizontal, vertical = 'top' } = LOOKS[style]
  const wraps = format === 'text' || format === 'code'
  const usual = wraps ? 'left' : format === 'date' ? 'center' : 'right'
  return {
    horizontal: align ?? horizontal ?? usual,
    vertical,
    ...(wraps && style !== 'entry' ? { wrapText: true } : {}),
  }
}

const MONEY = '#,##0.00'
const DATE = 'dd.mm.yyyy'
/** `@` keeps what is typed as text. */
const TEXT = '@'
const GENERAL = 'General'

const ENTRY_FORMATS: Readonly<Record<Format, string>> = {
  text: GENERAL,
  code: TEXT,
  date: DATE,
  money: MONEY,
  quantity: GENERAL,
  rate: '0.00%',
  points: GENERAL,
  integer: '0',
}

/** As many decimals as the number has: `#,##0.###` would show «5,» for 5. */
function numberFormatOf(cell: Cell): string {
  if (isText(cell) || isDate(cell)) return ENTRY_FORMATS[cell.format]
  const format = digitsFormat(cell.format, cell.value ?? 0)
  return cell.dash ? `${format};-${format};"–"` : format
}

function digitsFormat(format: NumberFormat, value: number): string {
  switch (format) {
    case 'money':
      return MONEY
    case 'quantity':
      return `#,##0${decimals(value, 3)}`
    case 'rate':
      return `0${decimals(value, 2)}%`
    case 'points':
      return `0${decimals(value, 2)}`
    case 'integer':
      return '#,##0'
  }
}

function decimals(value: number, most: number): string {
  let [count, rest] = [most, Math.abs(value)]
  while (count > 0 && rest % 10 === 0) {
    rest /= 10
    count -= 1
  }
  return count === 0 ? '' : `.${'0'.repeat(count)}`
}
