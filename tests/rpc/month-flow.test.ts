import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { addTerms } from '../../app/catalogues.ts'
import type { MadeFile } from '../../app/context.ts'
import { readBook } from '../../app/import/read.ts'
import { BOOKKEEPER, change } from '../../app/ledger.ts'
import { sentence } from '../../domain/messages/index.ts'
import type { SettlementView } from '../../domain/views.ts'
import { balancesOf, settleAll, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { bookNamed, type Caller, callerOn, rawRows, refusalOf } from '../fixtures/rpc.ts'

const MONTH = '2026-09'
const BEFORE = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']

const statesOf = async (caller: Caller) => {
  const { steps } = await caller.months.spine({ month: MONTH })
  return Object.fromEntries(steps.map(({ step, state }) => [step, state]))
}
const askedOf = ({ questions }: SettlementView) => questions.map(({ question }) => question)
const leftOf = async (caller: Caller) =>
  (await caller.overview.get({ month: MONTH })).left.map(({ notice }) => notice.code)

test('September by hand: drafts, settling, payouts in a batch and in parts, closing, reopening', async () => {
  await withLedger('2026-09-30', async (ledger, clock) => {
    await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
    await settleAll(ledger, BEFORE)
    const caller = callerOn(ledger)
    // The month that is not closed first is January; the one she works in is asked for by name.
    expect((await caller.months.spine({})).month).toBe('2026-01')
    const spine = await caller.months.spine({ month: MONTH })
    expect(spine).toMatchObject({ status: 'open', previous: '2026-08', next: null })
    expect(await statesOf(caller)).toMatchObject({ receipts: 'done', sales: 'done', settlement: 'later' })
    await draftStandsInTheWay(caller)
    const settled = await settleAsPreviewed(caller)
    clock.day = '2026-10-02'
    await payInParts(caller, settled)
    expect((await caller.overview.get({ month: MONTH })).owed).toBe(
      Object.entries(balancesOf(ledger)).reduce(
        (sum, [key, value]) => (key.startsWith('producer:') && value > 0 ? sum + value : sum),
        0,
      ),
    )
    await closeAndReopen(caller, settled)
  })
})

/** Until it is posted or thrown away. */
async function draftStandsInTheWay(caller: Caller): Promise<void> {
  await caller.documents.saveDraft({ id: 'd1', kind: 'sale', input: { date: '2026-09-10' } })
  const blocked = await caller.months.settlement({ month: MONTH })
  expect(blocked.blocked?.code).toBe('month_has_drafts')
  expect(askedOf(blocked)).toContain('drafts_left')
  expect(await statesOf(caller)).toMatchObject({ sales: 'now' })
  expect(await leftOf(caller)).toContain('left_drafts')
  expect(await refusalOf(caller.months.settle({ month: MONTH }))).toBe('month_has_drafts')
  await caller.documents.discardDraft({ id: 'd1' })
}

async function settleAsPreviewed(caller: Caller): Promise<SettlementView> {
  const preview = await caller.months.settlement({ month: MONTH })
  expect(preview.blocked).toBeNull()
  expect(await refusalOf(caller.months.payoutOffers({ month: MONTH }))).toBe('month_not_settled')
  const settled = await caller.months.settle({ month: MONTH })
  const figuresOf = ({ rows }: SettlementView) =>
    rows.map(({ key, questions: _, number: __, ...figures }) => [key, figures])
  expect(figuresOf(settled)).toEqual(figuresOf(preview))
  expect(settled.rows.every(({ number }) => number.startsWith('ОК-2026-'))).toBe(true)
  expect(await leftOf(caller)).toEqual(['left_unpaid', 'left_close'])
  return settled
}

/** What is offered is payable less what was paid after the month, at most the balance. */
async function payInParts(caller: Caller, settled: SettlementView): Promise<void> {
  const offers = await caller.months.payoutOffers({ month: MONTH })
  expect(offers.length).toBe(settled.rows.filter(({ payable }) => payable > 0).length)
  expect(offers.every(({ offer, payable, paidAfter }) => paidAfter === 0 && offer === payable)).toBe(true)
  const [first, ...others] = offers
  if (!first) throw new Error('nobody is owed anything')
  const part = { producer: first.producer.id, amount: 100_00, method: 'cash' as const }
  const batch = { id: 'pay-1', month: MONTH, date: '2026-10-02', lines: [part] }
  const paid = await caller.months.payAll(batch)
  expect(await caller.months.payAll(batch)).toMatchObject({ id: paid.id })
  const after = (await caller.months.payoutOffers({ month: MONTH }))[0]
  expect(after).toMatchObject({ paidAfter: 100_00, offer: first.offer - 100_00 })
  const over = { ...batch, id: 'pay-2', lines: [{ ...part, amount: first.offer }] }
  expect(await refusalOf(caller.months.payAll(over))).toBe('payout_over_balance')
  const rest = [after, ...others].flatMap((offer) =>
    offer ? [{ producer: offer.producer.id, amount: offer.offer, method: offer.method }] : [],
  )
  const all = await caller.months.payAll({ ...batch, id: 'pay-3', lines: rest })
  const view = await caller.documents.get({ id: all.id })
  expect(view.amount).toBe(rest.reduce((sum, { amount }) => sum + amount, 0))
  expect((await caller.months.payoutOffers({ month: MONTH })).every(({ offer }) => offer === 0)).toBe(true)
}

/** A late paper does not get in before the month is reopened; closing closes those before too. */
async function closeAndReopen(caller: Caller, settled: SettlementView): Promise<void> {
  const lines = [{ producer: 1, what: 'упаковка', amount_tyiyn: 100 }]
  const late = { id: 'late', kind: 'charge' as const, date: '2026-09-29', lines }
  expect(await refusalOf(caller.documents.post(late))).toBe('date_in_settled_month')
  const { problems } = await caller.documents.check(late)
  expect(problems).toMatchObject([{ code: 'date_in_settled_month', field: 'date' }])
  expect((await caller.months.close({ month: MONTH })).status).toBe('closed')
  expect(await caller.months.spine({})).toMatchObject({ month: '2026-10', previous: '2026-09' })
  expect(await statesOf(caller)).toMatchObject({ payouts: 'done', closing: 'done' })
  expect(await leftOf(caller)).toEqual([])
  const august = await caller.months.settlement({ month: '2026-08' })
  expect(august.blocked?.code).toBe('month_not_last_settled')
  expect(await refusalOf(caller.months.close({ month: MONTH }))).toBe('month_already_closed')

  expect(await refusalOf(caller.months.reopen({ month: MONTH, reason: ' ' }))).toBe('reason_required')
  expect((await caller.months.reopen({ month: MONTH, reason: 'забыли удержание' })).status).toBe('open')
  expect((await caller.documents.post(late)).number).toMatch(/^УД-/)
  const closingOf = ({ rows }: SettlementView): number =>
    rows.find(({ producer }) => producer.id === 1)?.closing ?? 0
  expect(closingOf(await caller.months.settle({ month: MONTH })) - closingOf(settled)).toBe(-100)
}

test('before she pays: what is unlike before, entered twice, or not given back is asked about', async () => {
  await withLedger('2026-09-30', async (ledger) => {
    await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
    await settleAll(ledger, BEFORE)
    const caller = callerOn(ledger)
    const questionsOf = async (producer: number) =>
      (await caller.months.settlement({ month: MONTH })).rows.find((row) => row.producer.id === producer)
        ?.questions ?? []
    const [[product = 0, producer = 0, location = 0] = []] = rawRows<[number, number, number]>(
      ledger,
      `SELECT b.product_id, p.producer_id, b.location_id FROM stock_balance b JOIN product p ON p.id = b.product_id JOIN lot l ON l.id = b.lot_id
       WHERE p.unit = 'шт' AND coalesce(l.expires, '9999') > '2026-12-31' AND p.price_tyiyn > 0 GROUP BY 1, 3 HAVING sum(quantity_milli) >= 9000 ORDER BY sum(quantity_milli) DESC LIMIT 1`,
    )
    const confirmed = { confirmed: { expired_lot: 'ok' } }
    const sale = { kind: 'sale' as const, date: '2026-09-30', location, paperNumber: 'Чек 77' }
    const line = { product, quantity_milli: 1000, price_tyiyn: 12_345_00 }
    expect(await questionsOf(producer)).not.toContain('double_import')
    await caller.documents.post({ ...sale, id: 's1', lines: [line], ...confirmed })
    await caller.documents.post({ ...sale, id: 's2', lines: [line], ...confirmed })
    expect(await questionsOf(producer)).toContain('double_import')
    const { id: charge } = await caller.documents.post({
      id: 'c1',
      kind: 'charge',
      date: '2026-09-30',
      lines: [{ producer, what: 'упаковка', amount_tyiyn: 9_999_999_00 }],
    })
    expect(await questionsOf(producer)).toContain('negative_balance')
    await caller.documents.reverse({ id: 'c1-r', document: charge, reason: 'слишком' })
    expect(await questionsOf(producer)).not.toContain('negative_balance')
    const big = { product, quantity_milli: 1000, price_tyiyn: 9_999_999_00 }
    const { id: huge } = await caller.documents.post({
      ...sale,
      id: 's3',
      paperNumber: 'Чек 78',
      lines: [big],
      ...confirmed,
    })
    expect(await questionsOf(producer)).toContain('sum_unlike_before')
    await caller.documents.reverse({ id: 's3-r', document: huge, reason: 'проба' })
    expect(await questionsOf(producer)).not.toContain('rate_unlike_rest')
    await change(ledger, BOOKKEEPER, (work) =>
      addTerms(work, {
        from_date: '2026-09-30',
        lot_id: null,
        product_id: null,
        producer_id: producer,
        location_id: null,
        method: 'percent_of_sale',
        rate_bp: 4321,
        fixed_tyiyn: null,
      }),
    )
    await caller.documents.post({ ...sale, id: 's4', paperNumber: 'Чек 79', lines: [line], ...confirmed })
    expect(await questionsOf(producer)).toContain('rate_unlike_rest')
  })
})

test('goods brought back after a month with deductions: what was deducted is asked about', async () => {
  await withLedger('2026-10-31', async (ledger) => {
    await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
    await settleAll(ledger, [...BEFORE, MONTH])
    const caller = callerOn(ledger)
    const [[sale = 0, product = 0, producer = 0, quantity = 0] = []] = rawRows<
      [number, number, number, number]
    >(
      ledger,
      `SELECT l.document_id, l.product_id, l.producer_id, l.quantity_milli FROM document_line l JOIN document d ON d.id = l.document_id
       WHERE d.kind = 'sale' AND d.date LIKE '2026-09-%' AND l.set_id IS NULL AND l.producer_id IN (
         SELECT producer_id FROM money_move WHERE figure = 'deductions' AND date = '2026-09-30')
       AND NOT EXISTS (SELECT 1 FROM document_line b WHERE b.source_document_id = d.id) LIMIT 1`,
    )
    const lines = [{ sale, product, quantity_milli: quantity }]
    await caller.documents.post({ id: 'back', kind: 'customer_return', date: '2026-10-05', lines })
    const { rows, questions } = await caller.months.settlement({ month: '2026-10' })
    const row = rows.find(({ producer: own }) => own.id === producer)
    expect(row?.due).toBeLessThan(0)
    expect(row?.questions).toContain('deduction_not_given_back')
    expect(questions).toContainEqual({ question: 'deduction_not_given_back', count: 1 })
  })
})

test('what is left of a month is said in every language', async () => {
  await withLedger('2026-09-15', async (ledger) => {
    const caller = callerOn(ledger)
    const empty = await caller.overview.get({})
    expect(empty.spine).toMatchObject({ month: '2026-09', status: 'open', previous: null, next: null })
    expect(empty.left.map(({ notice }) => notice.code)).toEqual([
      'left_no_receipts',
      'left_no_sales',
      'left_not_over',
    ])
    for (const { notice } of empty.left)
      for (const language of ['ru', 'ky', 'en'] as const) expect(sentence(notice, language)).toMatch(/\.$/)
    expect(empty).toMatchObject({
      owed: 0,
      debts: 0,
      sales: 0,
      salesBefore: 0,
      drafts: [],
      expiring: [],
      lastCopy: '',
    })
    expect(empty.salesByDay).toHaveLength(31)
  })
})

test('the overview of a month with its figures', async () => {
  await withLedger('2026-09-30', async (ledger) => {
    await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
    const caller = callerOn(ledger)
    const view = await caller.overview.get({ month: MONTH })
    const salesOf = (month: string) =>
      rawRows<[number]>(
        ledger,
        `SELECT sum(iif(d.kind = 'sale', l.amount_tyiyn, -l.amount_tyiyn)) FROM document d JOIN document_line l ON l.document_id = d.id
         WHERE d.kind IN ('sale', 'customer_return') AND substr(d.date, 1, 7) = ?`,
        [month],
      )[0]?.[0]
    expect([view.sales, view.salesBefore]).toEqual([salesOf(MONTH), salesOf('2026-08')])
    expect(view.salesByDay.reduce((sum, { now }) => sum + now, 0)).toBe(view.sales)
    expect(view.salesByDay.reduce((sum, { before }) => sum + before, 0)).toBe(view.salesBefore)
    const balances = Object.entries(balancesOf(ledger)).filter(([key]) => key.startsWith('producer:'))
    expect(view.owed - view.debts).toBe(balances.reduce((sum, [, value]) => sum + value, 0))
    expect(view.owedProducers).toBe(balances.filter(([, value]) => value > 0).length)
    expect(view.expiring.every(({ expires }) => expires !== '' && expires <= '2026-10-14')).toBe(true)
  })
})

const columns = (...keys: string[]) => keys.map((key) => ({ key, heading: key.toUpperCase() }))

async function exportLists(caller: Caller): Promise<void> {
  const list = { filter: {}, sort: { column: 'date', descending: false } }
  const kinds = { key: 'kind', heading: 'Вид', words: { sale: 'продажа' } }
  const documents = [...columns('date', 'number', 'who', 'amount'), kinds]
  await caller.exports.list({ ...list, list: 'documents', title: 'Документы: все', columns: documents })
  const stock = columns('article', 'product', 'quantity', 'expires', 'value')
  await caller.exports.list({ ...list, list: 'stock', title: 'Остатки', columns: stock, date: '2026-12-31' })
  const producers = columns('code', 'name', 'balance')
  await caller.exports.list({ ...list, list: 'producers', title: 'Производители', columns: producers })
  const products = columns('article', 'name', 'price', 'stock')
  await caller.exports.list({ ...list, list: 'products', title: 'Товары', columns: products })
  const account = columns('date', 'number', 'debit', 'credit', 'balance')
  await caller.exports.list({
    ...list,
    list: 'account',
    title: 'Счёт',
    filter: { producer: 1 },
    columns: account,
  })
}

async function exportPapers(caller: Caller, month: string): Promise<void> {
  await caller.exports.settlement({ month })
  await caller.exports.settlement({ month, producer: 1 })
  await caller.exports.stock({ date: '2026-12-31', by: 'product' })
  await caller.exports.stock({ date: '2026-12-31', by: 'lot', location: 1 })
  await caller.exports.statement({ producer: 1, from: `${month}-01`, to: '2026-12-31' })
}

test('files: every list and paper is a workbook, and the ledger book can be read again', async () => {
  await withLedger('2026-12-31', async (ledger) => {
    await takeInWhole(ledger, await bookNamed('golden-1/book.xlsx'))
    const made: MadeFile[] = []
    const caller = callerOn(ledger, made)
    const [[month = ''] = []] = rawRows<[string]>(
      ledger,
      "SELECT substr(min(date), 1, 7) FROM document WHERE kind <> 'opening'",
    )
    await exportLists(caller)
    await exportPapers(caller, month)
    const given = await caller.exports.book()
    expect(given).toMatchObject({ name: 'Книга учёта-2026-12-31.xlsx', saved: true })
    expect(made.map(({ name }) => name)).toMatchObject([
      'Документы- все-2026-12-31.xlsx',
      'Остатки-2026-12-31.xlsx',
      'Производители-2026-12-31.xlsx',
      'Товары-2026-12-31.xlsx',
      'Счёт-2026-12-31.xlsx',
      `Расчёт-${month}.xlsx`,
      expect.stringContaining(`Расчёт-${month}-`),
      'Остатки-2026-12-31.xlsx',
      expect.stringMatching(/^Остатки-2026-12-31-/),
      expect.stringMatching(/^Акт-сверки-/),
      'Книга учёта-2026-12-31.xlsx',
    ])
    for (const { bytes } of made)
      expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toContain('xl/workbook.xml')
    const book = made.at(-1)
    const { issues } = await readBook(book ? [{ name: book.name, bytes: new Uint8Array(book.bytes) }] : [])
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(rawRows(ledger, "SELECT detail FROM journal WHERE action = 'export'")).toHaveLength(made.length)
  })
})
