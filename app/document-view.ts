/** A posted document as it is shown: as it was entered, and what it did line by line. */
import { userById } from '../db/queries/catalogues.ts'
import { entryBySeq } from '../db/queries/chain.ts'
import { documentById, reversalOf } from '../db/queries/documents.ts'
import { linesOf, lotById } from '../db/queries/facts.ts'
import { importById } from '../db/queries/imports.ts'
import type { DocumentLineTable, DocumentTable } from '../db/schema.ts'
import { documentNumber } from '../domain/documents/document.ts'
import { EsepError } from '../domain/error.ts'
import type { DocumentView, PostedLineView } from '../domain/views.ts'
import { sealOf } from './chain.ts'
import { type Ledger, look } from './ledger.ts'
import { lotFact } from './shelves.ts'

/** @throws EsepError `unknown_document` */
export function documentView(ledger: Ledger, id: number): Promise<DocumentView> {
  return look(ledger, () => {
    const { connection } = ledger
    const row = documentById.get(connection, { id })
    if (!row) throw new EsepError('unknown_document', { id: String(id) })
    const reversed =
      row.reverses_id === null ? undefined : documentById.get(connection, { id: row.reverses_id })
    const by = reversalOf.get(connection, { id })
    const entry = entryBySeq.get(connection, { seq: id })
    const user = entry && userById.get(connection, { id: entry.user_id })
    return {
      id,
      kind: row.kind,
      number: documentNumber(row.kind, row.year, row.number),
      status: reversed ? 'reversal' : by ? 'reversed' : 'posted',
      date: row.date,
      moment: entry?.moment ?? '',
      user: user?.name ?? '',
      seal: entry ? sealOf(entry.hash) : '',
      input: JSON.parse(row.input) as unknown,
      lines: linesOf.all(connection, { document: id }).map((line) => lineView(ledger, line)),
      amount: row.amount_tyiyn,
      reverses: reversed ? nameOf(reversed) : null,
      reversedBy: by ? nameOf(by) : null,
      origin: originOf(ledger, row),
    }
  })
}

const nameOf = ({ id, kind, year, number }: DocumentTable): { id: number; number: string } => ({
  id,
  number: documentNumber(kind, year, number),
})

function lineView({ connection, catalogue }: Ledger, line: DocumentLineTable): PostedLineView {
  const product = catalogue.product(line.product_id)
  const lot = line.lot_id === null ? undefined : lotById.get(connection, { id: line.lot_id })
  return {
    line: line.line,
    part: line.part,
    location: line.location_id === null ? '' : catalogue.location(line.location_id).name,
    article: product.article,
    product: product.name,
    unit: product.unit,
    lot: lot ? lotFact(lot).name : '',
    quantity: line.quantity_milli,
    price: line.price_tyiyn,
    discount: line.discount_tyiyn,
    amount: line.amount_tyiyn,
    method: line.method,
    rate: line.rate,
    commission: line.commission_tyiyn,
    partner: line.partner_tyiyn,
  }
}

/** `Книга.xlsx, Продажи, 17`: the file, the sheet and its row. */
function originOf({ connection }: Ledger, { import_id, import_sheet, import_row }: DocumentTable): string {
  if (import_id === null) return ''
  const files = JSON.parse(importById.get(connection, { id: import_id })?.files ?? '[]') as [string, string][]
  return [...files.map(([name]) => name), import_sheet ?? '', String(import_row ?? '')]
    .filter((part) => part !== '')
    .join(', ')
}
