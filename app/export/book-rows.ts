/** Rows of a book under construction: absent cells are absent fields, rows are numbered as a sheet would. */
import { type BookRow, type RowValues, SHEETS, type SheetKey } from '../../domain/book/sheets.ts'

type Given<T> = { [K in keyof T]: T[K] | null | undefined | '' }

export class BookRows {
  readonly #rows = new Map<SheetKey, BookRow[]>(Object.keys(SHEETS).map((key) => [key as SheetKey, []]))

  add<K extends SheetKey>(sheet: K, values: Given<RowValues<K>>): void {
    const filled = Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    )
    const rows = this.#rows.get(sheet) ?? []
    rows.push({ row: rows.length + 2, values: Object.fromEntries(filled) } as unknown as BookRow)
  }

  get<K extends SheetKey>(sheet: K): readonly BookRow<K>[] {
    return (this.#rows.get(sheet) ?? []) as readonly BookRow<K>[]
  }
}
