/** Names of goods, producers and places for reports: as they are now, or as they were at an entry of the chain. */
import { allLocations, allPartners, allProducers, allProducts } from '../db/queries/catalogues.ts'
import { changedSince, versionAsOf } from '../db/queries/chain.ts'
import type { LocationTable, PartnerTable, ProducerTable, ProductTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { CATALOGUE_COLUMNS } from './catalogues.ts'

export interface Names {
  readonly products: ReadonlyMap<number, ProductTable>
  readonly producers: ReadonlyMap<number, ProducerTable>
  readonly locations: ReadonlyMap<number, LocationTable>
  readonly partners: ReadonlyMap<number, PartnerTable>
}

export function namesNow(reader: Reader): Names {
  return {
    products: byId(allProducts.all(reader, {})),
    producers: byId(allProducers.all(reader, {})),
    locations: byId(allLocations.all(reader, {})),
    partners: byId(allPartners.all(reader, {})),
  }
}

/** A frozen report shows the names it was frozen with: rows changed since are read from the chain. */
export function namesAsOf(reader: Reader, seq: number): Names {
  const now = namesNow(reader)
  return {
    products: asOf(reader, 'product', now.products, seq),
    producers: asOf(reader, 'producer', now.producers, seq),
    locations: asOf(reader, 'location', now.locations, seq),
    partners: asOf(reader, 'partner', now.partners, seq),
  }
}

function asOf<T extends { id: number }>(
  reader: Reader,
  kind: keyof typeof CATALOGUE_COLUMNS,
  now: ReadonlyMap<number, T>,
  seq: number,
): ReadonlyMap<number, T> {
  const changed = changedSince.all(reader, { kind, seq })
  if (changed.length === 0) return now
  const then = new Map(now)
  for (const { subject } of changed) {
    const version = versionAsOf.get(reader, { kind, subject, seq })
    const current = now.get(Number(subject))
    if (version?.content && current) then.set(current.id, rowOf<T>(kind, version.content))
  }
  return then
}

/** A row as its content has it: what held nothing is not there. */
function rowOf<T>(kind: keyof typeof CATALOGUE_COLUMNS, content: string): T {
  const values = JSON.parse(content) as Record<string, string | number>
  return Object.fromEntries(CATALOGUE_COLUMNS[kind].map((column) => [column, values[column] ?? null])) as T
}

const byId = <T extends { id: number }>(rows: readonly T[]): Map<number, T> =>
  new Map(rows.map((row) => [row.id, row]))

/** @throws Error where a register names a row that is not there, which foreign keys rule out. */
export function named<T>(map: ReadonlyMap<number, T>, id: number | null): T {
  const row = id === null ? undefined : map.get(id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}
