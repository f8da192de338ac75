/**
 * A workbook as plain data: what stands in which cell and what it means. One model that the Excel writer draws,
 * and papers on screen. How a meaning looks is the drawer's affair; figures stay whole numbers until then.
 */
import type { CivilDate } from '../dates.ts'

export interface Workbook {
  readonly title: string
  /** Who made it: the organisation. */
  readonly author: string
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly page: Page
  /** Rows and columns that stay in sight while the rest moves. */
  readonly freeze?: { readonly rows: number; readonly columns: number }
  /** Rows that stand on top of every printed page, counted from 1. */
  readonly repeat?: { readonly first: number; readonly last: number }
  readonly lists?: readonly WordList[]
  /** Grey lines between cells on screen: for sheets that are filled in. */
  readonly gridLines?: true
}

export interface Column {
  /** In characters, as Excel counts. */
  readonly width: number
  /** How cells look that are still empty: for sheets that are filled in. */
  readonly entry?: Format
}

export interface Page {
  readonly orientation: 'portrait' | 'landscape'
  readonly footer: Footer
}

/** Texts at the foot of every page; `{page}` and `{pages}` stand for the numbers. */
export interface Footer {
  readonly left: string
  readonly right: string
}

/** Words that a part of a column takes. */
export interface WordList {
  /** Counted from 1. */
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  readonly words: readonly string[]
  /** What is said when another word is typed. */
  readonly refusal: string
}

export interface Row {
  /** From column A on; a cell with a span takes the place of several. */
  readonly cells: readonly Cell[]
  /** In points. Without it a row is left to the program that shows it: for sheets that are filled in. */
  readonly height?: number
  /** A new page begins here. */
  readonly breakBefore?: true
}

export type Cell = Content & Dress

export interface Dress {
  readonly style: Style
  /** Columns taken, 1 unless said otherwise. */
  readonly span?: number
  readonly align?: 'left' | 'center' | 'right'
  /** Shown beside the cell when asked for. */
  readonly note?: string
}

export type Content = TextContent | DateContent | NumberContent

export interface TextContent {
  /** `code` keeps what is typed over it as text, so that «007» stays «007». */
  readonly format: 'text' | 'code'
  readonly value: string
  readonly formula?: string
}

interface DateContent {
  readonly format: 'date'
  readonly value: CivilDate
}

export interface NumberContent {
  /**
   * `money` is tyiyn and shown as som, `quantity` thousandths, `rate` basis points shown with a percent sign,
   * `points` basis points shown as a bare number of percent, `integer` is itself.
   */
  readonly format: NumberFormat
  /** Null is an empty cell. With a formula: its result. */
  readonly value: number | null
  /** In the manner of Excel, without the equals sign: `SUM(F7:F81)`. */
  readonly formula?: string
  /** Zero is shown as a dash: for columns where most figures are zero. */
  readonly dash?: true
}

export type NumberFormat = 'money' | 'quantity' | 'rate' | 'points' | 'integer'
export type Format = NumberFormat | 'text' | 'code' | 'date'

export type Style =
  | 'title'
  | 'subtitle'
  | 'section' // the heading of a table or a part
  | 'text'
  | 'strong'
  | 'note' // small print
  | 'mark' // the seal of a paper
  | 'warning' // not to be overlooked
  | 'header' // the heading of a column
  | 'required' // the heading of a column that must be filled in
  | 'group' // a heading inside a table
  | 'body'
  | 'negative' // a body cell below zero
  | 'total'
  | 'large' // a body cell that is written in by hand
  | 'largeGroup'
  | 'entry' // a cell that is filled in, one line high
  | 'signer' // a line to sign

/** Sizes of type in points: the one look the model knows, since heights of rows depend on it. */
export const TEXT_SIZE: Readonly<Record<Style, number>> = {
  title: 14,
  subtitle: 11,
  section: 11,
  text: 10,
  strong: 10,
  note: 9,
  mark: 9,
  warning: 11,
  header: 9,
  required: 10,
  group: 10,
  body: 10,
  negative: 10,
  total: 10,
  large: 12,
  largeGroup: 12,
  entry: 10,
  signer: 10,
}

export function isText(content: Content): content is TextContent {
  return content.format === 'text' || content.format === 'code'
}

export function isDate(content: Content): content is DateContent {
  return content.format === 'date'
}

/** `A`, `Z`, `AA`: the letters of a column counted from 1. */
export function columnLetters(column: number): string {
  const [rest, letter] = [Math.floor((column - 1) / 26), (column - 1) % 26]
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + letter)}`
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}
