/** The whole ledger as a ledger book: into an empty ledger it gives the same figures, month by month. */
import type { Book } from '../domain/book/sheets.ts'
import { SHEETS, type SheetKey } from '../domain/book/sheets.ts'
import type { Notice } from '../domain/error.ts'
import { BookRows } from './export/book-rows.ts'
import { exportCatalogues } from './export/catalogues.ts'
import { DocumentExport } from './export/documents.ts'
import { LedgerFacts } from './facts.ts'
import { type Ledger, look } from './ledger.ts'
import { namesNow } from './names.ts'

export interface ExportedBook {
  readonly book: Book
  /** What a book has no words for, such as a return of a sale that the ledger does not hold. */
  readonly left: readonly Notice[]
}

/** Reversed documents and their reversals are left out, and settlements, which settling makes anew. */
export function exportBook(ledger: Ledger): Promise<ExportedBook> {
  return look(ledger, () => {
    const reader = ledger.connection
    const [names, rows] = [namesNow(reader), new BookRows()]
    const facts = new LedgerFacts(reader, ledger.catalogue, () => undefined)
    exportCatalogues(reader, names, rows)
    const documents = new DocumentExport(reader, names, facts, rows)
    documents.run()
    const keys = Object.keys(SHEETS) as SheetKey[]
    const book = Object.fromEntries(keys.map((key) => [key, rows.get(key)])) as unknown as Book
    return { book, left: documents.left }
  })
}
