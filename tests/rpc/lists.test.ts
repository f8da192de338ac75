import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeLedger, type Ledger, openLedger } from '../../app/ledger.ts'
import { documentNumber, KINDS } from '../../domain/documents/document.ts'
import { fold } from '../../domain/fold.ts'
import type { DocumentRow, ListFilter, ListQuery } from '../../domain/views.ts'
import { balancesOf, StillClock, stockOf, takeInWhole } from '../fixtures/ledger.ts'
import { bookNamed, type Caller, callerOn, rawRows } from '../fixtures/rpc.ts'

const TODAY = '2026-09-30'
let ledger: Ledger
let caller: Caller

const DRAFTS = [
  {
    id: 'draft-1',
    kind: 'sale',
    input: {
      id: 'draft-1',
      kind: 'sale',
      date: '2026-09-12',
      location: 1,
      lines: [{ product: 3, quantity_milli: 2000, price_tyiyn: 150_00 }, {}],
    },
  },
  {
    id: 'draft-2',
    kind: 'receipt',
    input: {
      id: 'draft-2',
      kind: 'receipt',
      date: '2026-05-02',
      producer: 2,
      paperNumber: 'Б/Н 7',
      note: 'черновик',
      lines: [],
    },
  },
  {
    id: 'draft-3',
    kind: 'payout',
    input: {
      kind: 'payout',
      date: 'сегодня',
      lines: [
        { producer: 4, amount_tyiyn: 500_00 },
        { producer: 999_999, amount_tyiyn: null },
      ],
    },
  },
] as const

beforeAll(async () => {
  ledger = await openLedger(':memory:', new StillClock(TODAY), { create: true })
  await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
  caller = callerOn(ledger)
  const [[sale = 0] = []] = rawRows<[number]>(
    ledger,
    "SELECT id FROM document WHERE kind = 'sale' AND date = '2026-09-20' LIMIT 1",
  )
  await caller.documents.reverse({ id: 'reversal-1', document: sale, reason: 'не та цена' })
  for (const draft of DRAFTS)
    await caller.documents.saveDraft(draft as unknown as Parameters<Caller['documents']['saveDraft']>[0])
})
afterAll(() => closeLedger(ledger))

const all = (list: Partial<ListQuery> = {}): ListQuery => ({
  filter: {},
  sort: { column: 'date', descending: false },
  page: { offset: 0, limit: 500 },
  ...list,
})

interface Plain {
  readonly row: Pick<DocumentRow, 'key' | 'kind' | 'date' | 'status' | 'amount' | 'number' | 'paperNumber'>
  readonly who: readonly string[]
  readonly producers: ReadonlySet<number>
  readonly products: ReadonlySet<number>
  readonly places: ReadonlySet<number>
  readonly lots: ReadonlySet<number>
}

const numbers = (text: string | null): Set<number> =>
  new Set((text ?? '').split(',').filter(Boolean).map(Number))

/** Every posted document, put together from plain readings of the tables. */
function plainDocuments(): Plain[] {
  const rows = rawRows<
    [
      number,
      string,
      number,
      number,
      string,
      string | null,
      number,
      number | null,
      number | null,
      string | null,
      string | null,
      string | null,
      string | null,
      string | null,
      string | null,
    ]
  >(
    ledger,
    `SELECT d.id, d.kind, d.year, d.number, d.date, d.paper_number, d.amount_tyiyn, d.reverses_id,
       (SELECT id FROM document r WHERE r.reverses_id = d.id),
       (SELECT name FROM producer WHERE id = d.producer_id), (SELECT name FROM customer WHERE id = d.customer_id),
       (SELECT group_concat(DISTINCT producer_id) FROM (
          SELECT producer_id FROM money_move WHERE date = d.date AND document_id = d.id UNION SELECT producer_id FROM document_line WHERE document_id = d.id)),
       (SELECT group_concat(DISTINCT product_id) FROM (
          SELECT product_id FROM document_line WHERE document_id = d.id
          UNION SELECT set_id FROM document_line WHERE document_id = d.id AND set_id IS NOT NULL)),
       (SELECT group_concat(DISTINCT place) FROM (SELECT from_id AS place FROM stock_move WHERE date = d.date AND document_id = d.id
          UNION SELECT to_id FROM stock_move WHERE date = d.date AND document_id = d.id UNION SELECT location_id FROM document WHERE id = d.id)),
       (SELECT group_concat(DISTINCT lot_id) FROM stock_move WHERE date = d.date AND document_id = d.id)
     FROM document d`,
  )
  return rows.map(
    ([
      id,
      kind,
      year,
      number,
      date,
      paper,
      amount,
      reverses,
      by,
      producer,
      customer,
      producers,
      products,
      places,
      lots,
    ]) => ({
      row: {
        key: `d${id}`,
        kind: kind as DocumentRow['kind'],
        date,
        status: reverses !== null ? 'reversal' : by !== null ? 'reversed' : 'posted',
        amount,
        number: documentNumber(kind as DocumentRow['kind'], year, number),
        paperNumber: paper ?? '',
      },
      who: [producer ?? '', customer ?? ''],
      producers: numbers(producers),
      products: numbers(products),
      places: numbers(places),
      lots: numbers(lots),
    }),
  )
}

function fitsPlain({ row, who, producers, products, places, lots }: Plain, filter: ListFilter): boolean {
  const text = fold(filter.text ?? '')
  return (
    (filter.kinds === undefined || filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
    (filter.from === undefined || row.date >= filter.from) &&
    (filter.to === undefined || row.date <= filter.to) &&
    (filter.status === undefined || (filter.status === 'posted') === (row.status === 'posted')) &&
    (filter.producer === undefined || producers.has(filter.producer)) &&
    (filter.product === undefined || products.has(filter.product)) &&
    (filter.location === undefined || places.has(filter.location)) &&
    (filter.lot === undefined || lots.has(filter.lot)) &&
    (text === '' || [row.number, row.paperNumber, ...who].some((said) => fold(said).includes(text)))
  )
}

const day = fc
  .integer({ min: 1, max: 28 })
  .chain((number) =>
    fc.integer({ min: 1, max: 9 }).map((month) => `2026-0${month}-${String(number).padStart(2, '0')}`),
  )
const maybe = <T>(value: fc.Arbitrary<T>, weight = 3) => fc.option(value, { nil: undefined, freq: weight })
const filters = fc.record({
  text: maybe(fc.constantFrom('рл-2026', '0012', 'Кооператив', 'мёд', 'ПР-2026-00000', 'группа «б', '7'), 2),
  from: maybe(day),
  to: maybe(day),
  kinds: maybe(fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 4 })),
  producer: maybe(fc.integer({ min: 1, max: 75 })),
  product: maybe(fc.integer({ min: 1, max: 208 })),
  location: maybe(fc.integer({ min: 1, max: 4 })),
  lot: maybe(fc.integer({ min: 1, max: 900 })),
  status: maybe(fc.constantFrom('posted' as const, 'reversed' as const)),
})

test('documents: filter and totals are those of a plain reading, whatever is asked', async () => {
  const plain = plainDocuments()
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const expected = plain.filter((row) => fitsPlain(row, filter))
      const found = await caller.documents.list(
        all({ filter: { ...filter, status: filter.status ?? 'posted' } }),
      )
      const posted =
        filter.status === undefined ? expected.filter(({ row }) => row.status === 'posted') : expected
      expect(found.total).toBe(posted.length)
      expect(found.totals['amount']).toBe(posted.reduce((sum, { row }) => sum + row.amount, 0))
      const ids = new Set(posted.map(({ row }) => row.key))
      expect(found.rows.filter(({ key }) => !ids.has(key))).toEqual([])
    }),
    { numRuns: 120, seed: 7 },
  )
})

test.each(['date', 'number', 'kind', 'amount', 'paperNumber', 'who', 'location', 'nonsense'])(
  'documents by %s: pages put together are the whole list, drafts among them, either way round',
  async (column) => {
    for (const [filter, descending] of [
      [{ from: '2026-09-01' }, false],
      [{ from: '2026-09-01' }, true],
      [{}, false],
      [{}, true],
    ] as const) {
      const whole: DocumentRow[] = []
      const query = { filter, sort: { column, descending } }
      for (let offset = 0; ; offset += 97) {
        const { rows, total } = await caller.documents.list({ ...query, page: { offset, limit: 97 } })
        whole.push(...rows)
        if (offset + 97 >= total) break
      }
      expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length)
      const one = await caller.documents.list({ ...query, page: { offset: 0, limit: 500 } })
      expect(whole.slice(0, 500).map(({ key }) => key)).toEqual(one.rows.map(({ key }) => key))
      expect(whole.length).toBe(one.total)
      const values = whole.map((row) => (column === 'amount' ? row.amount : row.date || '9999'))
      if (column === 'amount' || column === 'date') {
        const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(values).toEqual(descending ? sorted.reverse() : sorted)
      }
    }
  },
)

test('documents: drafts stand with their day, one without a date on top, and fit by what was typed', async () => {
  const newest = await caller.documents.list(
    all({ sort: { column: 'date', descending: true }, page: { offset: 0, limit: 3 } }),
  )
  expect(newest.rows[0]).toMatchObject({ key: 'xdraft-3', status: 'draft', date: '', amount: 500_00 })
  expect(newest.rows[0]?.who).not.toBe('')
  const drafts = await caller.documents.list(all({ filter: { status: 'draft' } }))
  expect(drafts).toMatchObject({ total: 3, totals: { amount: 300_00 + 500_00 } })
  const september = await caller.documents.list(all({ filter: { from: '2026-09-12', to: '2026-09-12' } }))
  expect(september.rows.at(-1)).toMatchObject({ key: 'xdraft-1', amount: 300_00 })
  const fits = async (filter: ListFilter) =>
    (await caller.documents.list(all({ filter: { ...filter, status: 'draft' } }))).rows.map(
      ({ draft }) => draft,
    )
  expect(await fits({ text: 'б/н' })).toEqual(['draft-2'])
  expect(await fits({ producer: 2 })).toContain('draft-2')
  expect(await fits({ product: 3 })).toEqual(['draft-1'])
  expect(await fits({ location: 1 })).toEqual(['draft-1'])
  expect(await fits({ kinds: ['payout'] })).toEqual(['draft-3'])
  expect(await fits({ lot: 5 })).toEqual([])
})

test('documents: a reversal takes off what it reverses', async () => {
  const { rows, totals } = await caller.documents.list(all({ filter: { status: 'reversed' } }))
  expect(rows.map(({ status }) => status).sort()).toEqual(['reversal', 'reversed'])
  expect(totals['amount']).toBe(0)
  expect(rows.find(({ status }) => status === 'reversal')?.note).toBe('не та цена')
})

const value = (row: unknown[]): string => row.join('|')

test('stock: rows, quantities and values of any day are those of the moves', async () => {
  for (const date of ['2026-03-15', '2026-06-30', TODAY]) {
    const { rows, total, totals } = await caller.stock.list({
      ...all({ sort: { column: 'article', descending: false } }),
      date,
    })
    const raw = rawRows<[number, number, number]>(
      ledger,
      `SELECT place, lot_id, sum(q) FROM (SELECT to_id AS place, lot_id, quantity_milli AS q FROM stock_move WHERE date <= ? AND to_id > 0
       UNION ALL SELECT from_id, lot_id, -quantity_milli FROM stock_move WHERE date <= ? AND from_id > 0) GROUP BY 1, 2 HAVING sum(q) <> 0`,
      [date, date],
    )
    expect(total).toBe(raw.length)
    expect(totals['quantity']).toBe(raw.reduce((sum, [, , quantity]) => sum + quantity, 0))
    if (total <= 500)
      expect(rows.map((row) => value([row.locationId, row.lotId, row.quantity])).sort()).toEqual(
        raw.map(value).sort(),
      )
    expect(
      rows.every(
        ({ price, quantity, value: worth }) =>
          price === null || worth === Math.round((price * quantity) / 1000),
      ),
    ).toBe(true)
  }
})

test('stock: filters by place, product, producer, lot and text, each against the whole', async () => {
  const whole: Awaited<ReturnType<typeof caller.stock.list>>['rows'][number][] = []
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = await caller.stock.list({ ...all({ page: { offset, limit: 500 } }), date: TODAY })
    whole.push(...rows)
    if (whole.length >= total) break
  }
  const [sample] = whole
  if (!sample) throw new Error('nothing in stock')
  const of = async (filter: ListFilter) =>
    (await caller.stock.list({ ...all({ filter }), date: TODAY })).total
  expect(await of({ location: sample.locationId })).toBe(
    whole.filter((row) => row.locationId === sample.locationId).length,
  )
  expect(await of({ product: sample.productId })).toBe(
    whole.filter((row) => row.productId === sample.productId).length,
  )
  expect(await of({ lot: sample.lotId })).toBe(whole.filter((row) => row.lotId === sample.lotId).length)
  expect(await of({ text: sample.product.toUpperCase() })).toBe(
    whole.filter((row) => row.product === sample.product).length,
  )
  const [[producer = 0] = []] = rawRows<[number]>(ledger, 'SELECT producer_id FROM product WHERE id = ?', [
    sample.productId,
  ])
  const own = new Set(
    rawRows<[number]>(ledger, 'SELECT id FROM product WHERE producer_id = ?', [producer]).map(([id]) => id),
  )
  expect(await of({ producer })).toBe(whole.filter((row) => own.has(row.productId)).length)
})

test('producers: what each is owed, and the sums of those that fit', async () => {
  const balances = balancesOf(ledger)
  const { rows, total, totals } = await caller.producers.list(
    all({ sort: { column: 'balance', descending: true } }),
  )
  expect(total).toBe(75)
  for (const { code, balance } of rows)
    expect([code, balance]).toEqual([code, balances[`producer:${code}`] ?? 0])
  expect(rows.map(({ balance }) => balance)).toEqual(rows.map(({ balance }) => balance).sort((a, b) => b - a))
  expect(totals['balance']).toBe(rows.reduce((sum, { balance }) => sum + balance, 0))
  expect((totals['owed'] ?? 0) - (totals['debts'] ?? 0)).toBe(totals['balance'])
  const found = await caller.producers.list(all({ filter: { text: 'ГРУППА' } }))
  expect(found.total).toBe(rows.filter(({ name }) => fold(name).includes('группа')).length)
  const byName = await caller.producers.list(all({ sort: { column: 'name', descending: false } }))
  const names = byName.rows.map(({ name }) => name)
  expect(names).toEqual([...names].sort(new Intl.Collator('ru', { numeric: true }).compare))
})

test('products: price and stock of now', async () => {
  const { rows, total } = await caller.products.list(all({ sort: { column: 'article', descending: false } }))
  expect(total).toBe(rawRows(ledger, 'SELECT id FROM product').length)
  const stock = stockOf(ledger)
  for (const { article, stock: quantity } of rows) {
    const expected = Object.entries(stock).reduce(
      (sum, [key, held]) => (key.endsWith(`|${article}`) ? sum + held : sum),
      0,
    )
    expect([article, quantity]).toEqual([article, expected])
  }
  const here = await caller.products.list(all({ filter: { location: 1 } }))
  expect(here.rows.every(({ stock: quantity }) => quantity > 0)).toBe(true)
})

test('account: every line moves the balance on, and pages cut it nowhere', async () => {
  const request = { producer: 5, from: '2026-03-10', to: '2026-08-20' }
  const { rows, totals, total } = await caller.producers.account({
    ...request,
    page: { offset: 0, limit: 500 },
  })
  let balance = totals['opening'] ?? 0
  for (const row of rows) {
    balance += row.credit - row.debit
    expect(row.balance).toBe(balance)
  }
  expect(balance).toBe(totals['closing'])
  const [[raw = 0] = []] = rawRows<[number]>(
    ledger,
    `SELECT sum(iif(c.key = 'producer:5', m.amount_tyiyn, -m.amount_tyiyn)) FROM money_move m JOIN account c ON c.id = m.credit_id
     WHERE m.producer_id = 5 AND m.date <= '2026-08-20'`,
  )
  expect(balance).toBe(raw)
  const second = await caller.producers.account({ ...request, page: { offset: 10, limit: 5 } })
  expect([second.rows, second.total]).toEqual([rows.slice(10, 15), total])
})

test('moves of goods: each changes what stands there, from the first to the newest', async () => {
  const [sample] = (await caller.stock.list({ ...all({ page: { offset: 7, limit: 1 } }), date: TODAY })).rows
  if (!sample) throw new Error('nothing in stock')
  for (const lot of [undefined, sample.lotId]) {
    const ref = {
      location: sample.locationId,
      product: sample.productId,
      date: TODAY,
      ...(lot === undefined ? {} : { lot }),
    }
    const { rows } = await caller.stock.moves({ ...ref, page: { offset: 0, limit: 500 } })
    let after = 0
    for (const row of rows.toReversed()) {
      after += row.quantity
      expect(row.after).toBe(after)
      expect([row.from, row.to]).toContain(sample.location)
    }
    if (lot !== undefined) expect(after).toBe(sample.quantity)
  }
  const everywhere = await caller.stock.moves({ location: null, product: sample.productId, date: TODAY })
  expect(everywhere.rows.every(({ from, to }) => from.startsWith('#') || to.startsWith('#'))).toBe(true)
})
