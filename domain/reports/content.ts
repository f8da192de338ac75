/** Short ways to write cells. */
import type { CivilDate } from '../dates.ts'
import type { Cell, Content, Dress, NumberContent, NumberFormat, Style, TextContent } from './sheet.ts'

export const text = (value: string): TextContent => ({ format: 'text', value })
export const code = (value: string): TextContent => ({ format: 'code', value })

/** A date, or nothing where there is none. */
export const date = (value: CivilDate | ''): Content => (value === '' ? text('') : { format: 'date', value })

export const number = (format: NumberFormat, value: number | null): NumberContent => ({ format, value })
export const money = (value_tyiyn: number | null): NumberContent => number('money', value_tyiyn)
export const quantity = (value_milli: number | null): NumberContent => number('quantity', value_milli)
export const rate = (value_bp: number): NumberContent => number('rate', value_bp)
export const integer = (value: number): NumberContent => number('integer', value)

/** Zero as a dash. */
export const dashed = (content: NumberContent): NumberContent => ({ ...content, dash: true })

/** The content in a style; spans of one column are left unsaid. */
export function cell(
  content: Content,
  style: Style,
  span = 1,
  dress: Omit<Dress, 'style' | 'span'> = {},
): Cell {
  return { ...content, style, ...(span > 1 ? { span } : {}), ...dress }
}

export const textCell = (
  value: string,
  style: Style,
  span = 1,
  dress: Omit<Dress, 'style' | 'span'> = {},
): Cell => cell(text(value), style, span, dress)
