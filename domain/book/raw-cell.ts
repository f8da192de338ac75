import { columnLetters as lettersFromOne } from '../reports/sheet.ts'
import type { NumberFormat } from './number-format.ts'

/** A cell as a file holds it, before anyone asks what it should mean. An empty cell is absent. */
export type RawCell =
  | { readonly kind: 'text'; readonly text: string }
  | NumberCell
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** An error value such as #REF!, or text where only a number can stand. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula that nobody has calculated yet. */
  | { readonly kind: 'formula' }

export interface NumberCell {
  readonly kind: 'number'
  /** Finite. */
  readonly value: number
  readonly format: NumberFormat
  /** The workbook counts days from 1904, as old Excel for Mac did. */
  readonly date1904?: true
}

/** The cells of one row by column, A = 0. */
export type RawRow = readonly (RawCell | undefined)[]

/** The letters of a column, 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  return lettersFromOne(index + 1)
}

/** The column of a cell reference such as «AB12» or of its letters alone, A = 0; −1 for anything else. */
export function columnIndex(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return at === 0 || at > 3 ? -1 : column - 1
}
