/** Drafts in the list of documents. They hold what was typed, so nothing of them may be relied on. */
import type { DraftTable } from '../../db/schema.ts'
import { fold } from '../../domain/fold.ts'
import { priceTimes } from '../../domain/money.ts'
import type { DocumentRow, ListFilter } from '../../domain/views.ts'
import type { Ledger } from '../ledger.ts'
import { saysPart } from './rows.ts'
import { isObject, linesOf, whoOf } from './who.ts'

type Loose = Readonly<Record<string, unknown>>

export function draftRow(ledger: Ledger, draft: DraftTable): DocumentRow {
  const input = inputOf(draft)
  const location = idOf(input['location']) ?? idOf(input['from'])
  const head = { producer_id: idOf(input['producer']), customer_id: idOf(input['customer']) }
  return {
    key: `x${draft.id}`,
    id: null,
    draft: draft.id,
    status: 'draft',
    kind: draft.kind,
    number: '',
    paperNumber: textOf(input['paperNumber']),
    date: draft.date ?? '',
    location: safely('', () => (location === null ? '' : ledger.catalogue.location(location).name)),
    who: safely('', () => whoOf(ledger, head, input)),
    amount: linesOf(input).reduce((sum, line) => sum + safely(0, () => amountOf(line)), 0),
    note: textOf(input['note']),
  }
}

function inputOf({ input }: DraftTable): Loose {
  const parsed: unknown = JSON.parse(input)
  return isObject(parsed) ? parsed : {}
}

const idOf = (value: unknown): number | null => (Number.isSafeInteger(value) ? Number(value) : null)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A draft may name what is not there: its row is shown all the same. */
function safely<T>(otherwise: T, act: () => T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

function amountOf({ amount_tyiyn, price_tyiyn, quantity_milli }: Loose): number {
  const amount = idOf(amount_tyiyn)
  if (amount !== null) return amount
  const [price, quantity] = [idOf(price_tyiyn), idOf(quantity_milli)]
  return price === null || quantity === null ? 0 : priceTimes(price, quantity)
}

export function draftFits(ledger: Ledger, draft: DraftTable, row: DocumentRow, filter: ListFilter): boolean {
  const { kinds, from, to, text } = filter
  if (kinds && kinds.length > 0 && !kinds.includes(row.kind)) return false
  if ((from !== undefined || to !== undefined) && row.date === '') return false
  if ((from !== undefined && row.date < from) || (to !== undefined && row.date > to)) return false
  if (!saysPart(fold(text ?? ''), [row.paperNumber, row.who])) return false
  return idsFit(ledger, inputOf(draft), filter)
}

function idsFit(ledger: Ledger, input: Loose, { producer, product, location, lot }: ListFilter): boolean {
  const rows = [input, ...linesOf(input)]
  const has = (id: number | undefined, of: (row: Loose) => readonly unknown[]): boolean =>
    id === undefined || rows.some((row) => of(row).includes(id))
  return (
    has(producer, (row) => [row['producer'], ownerOf(ledger, row['product'])]) &&
    has(product, (row) => [row['product']]) &&
    has(location, (row) => [row['location'], row['from'], row['to']]) &&
    has(lot, (row) => [row['lot']])
  )
}

function ownerOf({ catalogue }: Ledger, product: unknown): number | null {
  const id = idOf(product)
  return id === null ? null : safely(null, () => catalogue.product(id).producer)
}
