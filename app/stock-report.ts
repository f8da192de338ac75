/** Stock on hand at the end of any day, by lot, product or producer. */

import { chainHead } from '../db/queries/chain.ts'
import { allLots, lotsOnHand, snapshotUpTo, stockAsOf, stockNow } from '../db/queries/stock.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import type { CivilDate } from '../domain/dates.ts'
import { lastDay } from '../domain/dates.ts'
import { documentNumber } from '../domain/documents/document.ts'
import { EsepError } from '../domain/error.ts'
import { byFefo } from '../domain/lots.ts'
import { priceTimes } from '../domain/money.ts'
import type { StockReport, StockRow } from '../domain/reports/month.ts'
import { sealOf } from './chain.ts'
import { type Ledger, look } from './ledger.ts'
import { retailPrices } from './month-goods.ts'
import { compareCodes } from './months.ts'
import { type Names, named, namesNow } from './names.ts'
import { organisationOf } from './organisation.ts'

export interface StockQuestion {
  readonly date: CivilDate
  /** A place's code; all places without it. */
  readonly location?: string
  readonly by: StockReport['by']
}

interface Holding {
  readonly location_id: number
  readonly product_id: number
  readonly lot_id: number
  readonly quantity_milli: number
}

/** @throws EsepError `unknown_location` */
export function stockReport(ledger: Ledger, question: StockQuestion): Promise<StockReport> {
  return look(ledger, () => reportOf(ledger, question))
}

function reportOf(ledger: Ledger, { date, location, by }: StockQuestion): StockReport {
  const reader = ledger.connection
  const names = namesNow(reader)
  const place =
    location === undefined ? undefined : [...names.locations.values()].find(({ code }) => code === location)
  if (location !== undefined && !place) throw new EsepError('unknown_location', { code: location })
  const now = date >= ledger.clock.today()
  const holdings = (now ? stockNow.all(reader, {}) : holdingsAsOf(reader, date)).filter(
    ({ location_id }) => place === undefined || location_id === place.id,
  )
  const rows = rowsOf(reader, names, holdings, retailPrices(reader, names, date), now)
  const head = chainHead.get(reader, {})
  return {
    organisation: organisationOf(ledger.catalogue, date),
    date,
    location: location ?? '',
    by,
    seal: head ? sealOf(head.hash) : '',
    rows: by === 'lot' ? rows : grouped(rows, by),
  }
}

/** From the last settled month's snapshot, so that no day is further away than a month. */
export function holdingsAsOf(reader: Reader, day: CivilDate): Holding[] {
  const snapshot = snapshotUpTo.get(reader, { day })?.month ?? ''
  return stockAsOf.all(reader, { snapshot, after: snapshot === '' ? '' : lastDay(snapshot), day })
}

function rowsOf(
  reader: Reader,
  names: Names,
  holdings: readonly Holding[],
  prices: ReadonlyMap<number, number>,
  now: boolean,
): StockRow[] {
  const lots = new Map((now ? lotsOnHand : allLots).all(reader, {}).map((lot) => [lot.id, lot]))
  const rows = holdings.map((holding) => {
    const lot = named(lots, holding.lot_id)
    return { holding, lot, row: stockRow(names, holding, lot, prices.get(holding.product_id) ?? null) }
  })
  rows.sort(
    (a, b) =>
      compareCodes(a.row.location, b.row.location) ||
      compareCodes(a.row.producer, b.row.producer) ||
      compareCodes(a.row.article, b.row.article) ||
      byFefo(a.lot, b.lot),
  )
  return rows.map(({ row }) => row)
}

type Lot = ReturnType<typeof allLots.all>[number]

function stockRow(names: Names, holding: Holding, lot: Lot, price: number | null): StockRow {
  const product = named(names.products, holding.product_id)
  const producer = named(names.producers, product.producer_id)
  const location = named(names.locations, holding.location_id)
  return {
    location: location.code,
    locationName: location.name,
    producer: producer.code,
    producerName: producer.name,
    article: product.article,
    name: product.name,
    category: product.category,
    unit: product.unit,
    lot: `${documentNumber(lot.kind, lot.year, lot.number)}/${lot.line}`,
    received: lot.received,
    expires: lot.expires ?? '',
    quantity: holding.quantity_milli,
    price,
    value: price === null ? 0 : priceTimes(price, holding.quantity_milli),
  }
}

/** Rows of one product, or of one producer's goods, added up; the nearest best-before stays. */
function grouped(rows: readonly StockRow[], by: 'product' | 'producer'): StockRow[] {
  const groups = new Map<string, StockRow>()
  for (const row of rows) {
    const key =
      by === 'product' ? `${row.location}/${row.article}` : `${row.location}/${row.producer}/${row.unit}`
    const group = groups.get(key)
    if (!group)
      groups.set(
        key,
        by === 'product'
          ? { ...row, lot: '' }
          : { ...row, lot: '', article: '', name: '', category: '', price: null },
      )
    else addTo(group, row)
  }
  return [...groups.values()]
}

function addTo(group: StockRow, row: StockRow): void {
  group.quantity += row.quantity
  group.value += row.value
  if (row.received < group.received) group.received = row.received
  if (row.expires !== '' && (group.expires === '' || row.expires < group.expires)) group.expires = row.expires
}
