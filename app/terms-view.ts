/** Terms as a screen tells them: at which level, since when, and what held before. */
import { allTerms } from '../db/queries/catalogues.ts'
import type { TermsTable } from '../db/schema.ts'
import { appliedRate } from '../domain/commission.ts'
import type { TermsView } from '../domain/views.ts'
import { groupBy, inForce } from './catalogue.ts'
import type { Ledger } from './ledger.ts'

export function termsView(ledger: Ledger, id: number): TermsView | null {
  const { byId, byScope } = termsOf(ledger)
  const terms = byId.get(id)
  if (!terms) return null
  const earlier = byScope.get(scopeOf(terms))?.filter((other) => comesBefore(other, terms))
  const before = inForce(earlier, terms.from_date)
  return {
    method: terms.method,
    rate: rateOf(terms),
    since: terms.from_date,
    level: levelOf(terms),
    before: before?.method === terms.method ? rateOf(before) : null,
  }
}

function termsOf({ catalogue, connection }: Ledger) {
  return catalogue.derived('terms', () => {
    const rows = allTerms.all(connection, {})
    return { byId: new Map(rows.map((row) => [row.id, row])), byScope: groupBy(rows, scopeOf) }
  })
}

const scopeOf = ({ lot_id, product_id, producer_id, location_id }: TermsTable): string =>
  `${lot_id}/${product_id}/${producer_id}/${location_id}`

const comesBefore = (other: TermsTable, terms: TermsTable): boolean =>
  other.from_date < terms.from_date || (other.from_date === terms.from_date && other.id < terms.id)

function levelOf({ lot_id, product_id, producer_id, location_id }: TermsTable): TermsView['level'] {
  if (lot_id !== null) return 'lot'
  if (product_id !== null) return location_id === null ? 'product' : 'product_at_location'
  if (producer_id !== null) return location_id === null ? 'producer' : 'producer_at_location'
  return location_id === null ? 'association' : 'location'
}

const rateOf = (row: TermsTable): number => appliedRate(row)
