/**
 * How much room a text takes, well enough to set the height of a row and the width of a column. Spreadsheets fit
 * rows by themselves, but not where cells are merged, and a number too wide for its column shows as ###.
 */
import { formatDate, formatInteger, formatMoney, formatQuantity, formatRate } from '../format.ts'
import type { Cell, Content, Style } from './sheet.ts'
import { isDate, isText, TEXT_SIZE } from './sheet.ts'

/** Widths of letters against a digit, of the sans serif that every system has or copies. */
const LETTER_WIDTHS: readonly (readonly [string, number])[] = [
  [" ijlftI.,:;!/|'’", 0.5],
  ['r()-"г', 0.65],
  ['зктсухчьэcksvxyzJ', 0.9],
  ['жмъЗТУЕРХFTZEPSVXY', 1.2],
  ['БВДЁИЙЛНАПСЦЧЯЪЬЭӨҮҢABCDHKNRUКыюw', 1.3],
  ['шОФGOQ', 1.4],
  ['щфЖЙМШЩЫЮWMm%№—', 1.7],
]
const LETTERS = new Map(
  LETTER_WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
)
const BOLD: ReadonlySet<Style> = new Set([
  'title',
  'section',
  'strong',
  'warning',
  'header',
  'required',
  'group',
  'total',
  'largeGroup',
])

/** A digit at 10 points against Excel's unit of width, and what the edges of a cell take. */
const UNIT_PER_DIGIT = 1.06
const CELL_PADDING = 1.1
/** Longer words are broken rather than the column widened for them. */
const LONGEST_WORD = 12
const LINE_PER_POINT = 1.275

/** Width in Excel's units. */
function textWidth(text: string, style: Style): number {
  let digits = 0
  for (const letter of text) digits += LETTERS.get(letter) ?? 1
  return digits * UNIT_PER_DIGIT * (TEXT_SIZE[style] / 10) * (BOLD.has(style) ? 1.07 : 1)
}

/** Height in points of a text that wraps at words within a width. */
export function textHeight(text: string, style: Style, width: number): number {
  const room = Math.max(width - CELL_PADDING, 1)
  const lines = text.split('\n').reduce((count, line) => count + wrappedLines(line, style, room), 0)
  return lines * TEXT_SIZE[style] * LINE_PER_POINT
}

function wrappedLines(line: string, style: Style, room: number): number {
  const space = textWidth(' ', style)
  let [lines, used] = [1, 0]
  for (const word of line.split(' ')) {
    const width = textWidth(word, style)
    if (used > 0 && used + space + width > room) {
      lines += 1
      used = 0
    }
    // A word longer than the line is broken wherever the line ends.
    const broken = Math.ceil(width / room) - 1
    lines += Math.max(broken, 0)
    used += (used > 0 ? space : 0) + width - Math.max(broken, 0) * room
  }
  return lines
}

/** The width a column must have: numbers cannot wrap, and texts should only between words. */
export function widthNeeded(cell: Cell): number {
  const text = shownText(cell)
  if (!isText(cell)) return textWidth(text, cell.style) + CELL_PADDING
  const word = Math.max(...text.split(/\s/).map((each) => textWidth(each, cell.style))) + CELL_PADDING
  return cell.style === 'header' || cell.style === 'required' ? word : Math.min(word, LONGEST_WORD)
}

/** A cell as it is read. */
export function shownText(content: Content): string {
  if (isText(content)) return content.value
  if (isDate(content)) return formatDate(content.value)
  if (content.value === null) return ''
  if (content.value === 0 && content.dash) return '–'
  return SHOWN[content.format](content.value)
}

const SHOWN = {
  money: formatMoney,
  quantity: formatQuantity,
  rate: formatRate,
  points: (value_bp: number) => formatQuantity(value_bp * 10),
  integer: formatInteger,
} as const
