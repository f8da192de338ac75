/** A form as it is typed: text in cells, and what was chosen for it. Nothing typed is ever thrown away. */
import type { DocumentKind } from '../../../../domain/documents/document.ts'
import type { ProductChoice } from '../../../../domain/views.ts'

export type FormKind = Exclude<DocumentKind, 'settlement'>

/** What a cell gives to the document: an id, a word, a number, or an account. */
export type CellValue = string | number | { readonly [key: string]: string | number }

export interface FormCell {
  readonly text: string
  /** What the text stands for, once it was chosen or found. */
  readonly value?: CellValue
  readonly product?: ProductChoice
  /** Looked for and not found, or found too often. */
  readonly missed?: 'none' | 'several'
}

export type Cells = Readonly<Record<string, FormCell>>

export interface LineCells {
  readonly key: string
  readonly cells: Cells
}

export interface FormState {
  readonly id: string
  readonly kind: FormKind
  readonly head: Cells
  /** The last one is always empty. */
  readonly lines: readonly LineCells[]
  /** Questions answered with yes, each with its reason. */
  readonly confirmed: Readonly<Record<string, string>>
}

const EMPTY: FormCell = { text: '' }

export const cellOf = (cells: Cells, key: string): FormCell => cells[key] ?? EMPTY

export const isEmpty = ({ text, value }: FormCell): boolean => text.trim() === '' && value === undefined

let made = 0

export function blankLine(): LineCells {
  made += 1
  return { key: `l${made}`, cells: {} }
}

export const isBlankLine = ({ cells }: LineCells): boolean => Object.values(cells).every(isEmpty)

export const putCell = (line: LineCells, key: string, cell: FormCell): LineCells => ({
  ...line,
  cells: { ...line.cells, [key]: cell },
})

/** Whether there is anything to keep. */
export const isEmptyForm = ({ lines }: FormState): boolean => lines.every(isBlankLine)
