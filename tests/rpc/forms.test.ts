import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeLedger, type Ledger, openLedger } from '../../app/ledger.ts'
import type { DocumentCheck, FormProblem } from '../../domain/views.ts'
import { dumpOf, StillClock, takeInWhole } from '../fixtures/ledger.ts'
import { bookNamed, type Caller, callerOn, rawRows, refusalOf } from '../fixtures/rpc.ts'

const DAY = '2026-09-30'
let ledger: Ledger
let caller: Caller
let next = 0
let id = ''

/** Goods counted in pieces that stand at the first place in one lot with no best-before near, with enough of them. */
interface Goods {
  readonly product: number
  readonly article: string
  readonly producer: number
  readonly quantity: number
}
let goods: Goods[] = []

beforeAll(async () => {
  ledger = await openLedger(':memory:', new StillClock(DAY), { create: true })
  await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
  caller = callerOn(ledger)
  goods = rawRows<[number, string, number, number]>(
    ledger,
    `SELECT p.id, p.article, p.producer_id, sum(b.quantity_milli) FROM stock_balance b JOIN product p ON p.id = b.product_id
     JOIN lot l ON l.id = b.lot_id WHERE b.location_id = 1 AND p.unit = 'шт' AND coalesce(l.expires, '9999') > '2026-12-31'
     AND p.price_tyiyn > 0 AND NOT EXISTS (SELECT 1 FROM stock_balance o JOIN lot x ON x.id = o.lot_id
       WHERE o.location_id = 1 AND o.product_id = p.id AND x.expires <= '2026-12-31')
     GROUP BY 1 HAVING sum(b.quantity_milli) >= 5000 ORDER BY 1`,
  ).map(([product, article, producer, quantity]) => ({ product, article, producer, quantity }))
})
afterAll(() => closeLedger(ledger))
beforeEach(() => {
  next += 1
  id = `form-${next}`
})

const some = (index: number): Goods => {
  const found = goods[index]
  if (!found) throw new Error('not enough goods to sell')
  return found
}

const places = (problems: readonly FormProblem[]) =>
  problems.map(({ code, line, field, question }) => [
    code,
    line ?? null,
    field ?? null,
    ...(question ? ['?'] : []),
  ])

const saleOf = (lines: readonly object[], head: object = {}) => ({
  id,
  kind: 'sale' as const,
  date: DAY,
  location: 1,
  lines,
  ...head,
})

test('a form that would post: live amounts are those that are posted', async () => {
  const [one, two] = [some(0), some(1)]
  const form = saleOf(
    [
      { product: one.product, quantity_milli: 2000, discount: { rate_bp: 1000 } },
      {},
      {
        product: two.product,
        quantity_milli: 1000,
        price_tyiyn: 333_33,
        payment: 'card',
        note: '',
        lot: null,
      },
    ].map(({ note: _, ...line }: { note?: string }) => line),
  )
  const before = JSON.stringify(dumpOf(ledger))
  const check = await caller.documents.check(form)
  expect(JSON.stringify(dumpOf(ledger))).toBe(before)
  expect(check.problems).toEqual([])
  expect(check.lines).toHaveLength(3)
  expect(check.lines[1]).toEqual({
    price: null,
    discount: 0,
    amount: 0,
    commission: 0,
    rate: 0,
    method: null,
    book: null,
    lots: [],
  })
  const posted = await caller.documents.post(form)
  const view = await caller.documents.get({ id: posted.id })
  const live = check.lines.filter(({ price }) => price !== null)
  expect(
    view.lines.map(({ amount, commission, discount, rate, method }) => ({
      amount,
      commission,
      discount,
      rate,
      method,
    })),
  ).toEqual(
    live.map(({ amount, commission, discount, rate, method }) => ({
      amount,
      commission,
      discount,
      rate,
      method,
    })),
  )
  expect(view).toMatchObject({ status: 'posted', amount: check.total, user: 'Бухгалтер', origin: '' })
  expect(view.lines.map(({ lot }) => lot)).toEqual(live.flatMap(({ lots }) => lots.map(({ name }) => name)))
  expect(view.seal).toMatch(/^[0-9a-f]{10}$/)
})

test('every problem at its line and field, not only the first', async () => {
  const [one, two, three] = [some(0), some(1), some(2)]
  const check = await caller.documents.check(
    saleOf([
      { product: one.product, quantity_milli: 1500 },
      { product: two.product, quantity_milli: 1000 },
      { quantity_milli: 1000 },
      null as unknown as object,
      { product: 999_999, quantity_milli: 1000 },
      { product: three.product, quantity_milli: three.quantity + 1000 },
      { product: three.product },
      { product: two.product, quantity_milli: 1000, payment: 'credit' },
      { product: two.product, quantity_milli: 1000, discount: { amount_tyiyn: 99_999_999 } },
      { product: two.product, quantity_milli: 'много' },
      { product: two.product, quantity_milli: 1000, price_tyiyn: -5 },
    ]),
  )
  expect(places(check.problems)).toEqual([
    ['credit_without_customer', null, 'customer'],
    ['fraction_of_piece', 0, 'quantity_milli'],
    ['field_missing', 2, 'product'],
    ['unknown_product', 4, 'product'],
    ['not_enough_stock', 5, 'quantity_milli'],
    ['field_missing', 6, 'quantity_milli'],
    ['discount_out_of_range', 8, 'discount'],
    ['invalid_input', 9, 'quantity_milli'],
    ['price_negative', 10, 'price_tyiyn'],
  ])
  expect(check.lines).toHaveLength(11)
  // The line that is right is worked out all the same; the others show what they can.
  expect(check.lines[1]?.commission).toBeGreaterThan(0)
  expect(check.lines[5]?.amount).toBeGreaterThan(0)
})

test('a head that lacks something says so beside the lines', async () => {
  const check = await caller.documents.check({
    id,
    kind: 'receipt',
    date: '2027-01-01',
    lines: [{ product: some(0).product, quantity_milli: 3000 }],
  })
  expect(places(check.problems)).toEqual([
    ['field_missing', null, 'location'],
    ['field_missing', null, 'producer'],
  ])
  expect(check.lines[0]?.amount).toBeGreaterThan(0)
  const empty = await caller.documents.check(saleOf([]))
  expect(places(empty.problems)).toEqual([['no_lines', null, 'lines']])
  const late = await caller.documents.check(
    saleOf([{ product: some(0).product, quantity_milli: 1000 }], {
      date: '2026-10-01',
      paperDate: '2026-10-02',
    }),
  )
  expect(places(late.problems)).toContainEqual(['date_in_future', null, 'date'])
  const nonsense = await caller.documents.check(
    saleOf([{ product: some(0).product, quantity_milli: 1000 }], { date: '31.09.2026' }),
  )
  expect(places(nonsense.problems)).toEqual([['invalid_date', null, 'date']])
})

test('questions stand at their lines until they are answered', async () => {
  const [expired] = rawRows<[number, number, string]>(
    ledger,
    `SELECT b.location_id, b.product_id, p.article FROM stock_balance b JOIN lot l ON l.id = b.lot_id JOIN product p ON p.id = b.product_id
     WHERE l.expires < ? AND b.quantity_milli >= 1000 AND b.quantity_milli % 1000 = 0 LIMIT 1`,
    [DAY],
  )
  if (!expired) throw new Error('nothing has expired')
  const [location, product] = expired
  const other = rawRows<[number]>(
    ledger,
    `SELECT b.product_id FROM stock_balance b JOIN lot l ON l.id = b.lot_id WHERE b.location_id = ? AND b.product_id <> ? AND quantity_milli >= 1000 AND coalesce(expires, '9999') > ? LIMIT 1`,
    [location, product, DAY],
  )
  const form = {
    id,
    kind: 'sale' as const,
    date: DAY,
    location,
    lines: [
      { product: other[0]?.[0], quantity_milli: 1000 },
      { product, quantity_milli: 1000 },
    ],
  }
  const asked = await caller.documents.check(form)
  expect(places(asked.problems)).toEqual([['expired_lot', 1, 'lot', '?']])
  expect(await refusalOf(caller.documents.post(form))).toBe('expired_lot')
  const empty = await caller.documents.check({ ...form, confirmed: { expired_lot: ' ' } })
  expect(places(empty.problems)).toEqual([['expired_lot', 1, 'lot', '?']])
  const answered = { ...form, confirmed: { expired_lot: 'покупатель знает' } }
  expect((await caller.documents.check(answered)).problems).toEqual([])
  expect((await caller.documents.post(answered)).number).toMatch(/^РЛ-2026-/)
})

test('a payout over the balance asks at its line; a receipt at another price only warns', async () => {
  const payout = await caller.documents.check({
    id,
    kind: 'payout',
    date: DAY,
    lines: [
      { producer: 1, amount_tyiyn: 1_00 },
      { producer: 2, amount_tyiyn: 99_999_999_00, method: 'bank' },
      { producer: 3, amount_tyiyn: 0 },
    ],
  })
  expect(places(payout.problems)).toEqual([
    ['payout_over_balance', 1, 'amount_tyiyn', '?'],
    ['amount_zero', 2, 'amount_tyiyn'],
  ])
  expect(payout.total).toBe(1_00 + 99_999_999_00)
  const { product, producer } = some(0)
  const receipt = await caller.documents.check({
    id,
    kind: 'receipt',
    date: DAY,
    location: 1,
    producer,
    lines: [
      { product, quantity_milli: 1000 },
      { product, quantity_milli: 2000, price_tyiyn: 1 },
    ],
  })
  expect(receipt.problems).toEqual([])
  expect(places(receipt.warnings)).toEqual([['receipt_price_differs', 1, 'price_tyiyn']])
  expect(receipt.lines[1]?.amount).toBe(2)
  expect(receipt.lines[0]).toMatchObject({ method: 'percent_of_sale' })
  expect(receipt.lines[0]?.rate).toBeGreaterThan(0)
  expect(receipt.total).toBe((receipt.lines[0]?.amount ?? 0) + 2)
})

test('a count shows the book, a transfer its lots, money its sums', async () => {
  const { product, quantity } = some(0)
  const [[now = 0] = []] = rawRows<[number]>(
    ledger,
    'SELECT sum(quantity_milli) FROM stock_balance WHERE location_id = 1 AND product_id = ?',
    [product],
  )
  const count: DocumentCheck = await caller.documents.check({
    id,
    kind: 'stock_count',
    date: DAY,
    location: 1,
    lines: [{ product, counted_milli: now - 1000, bearer: 'producer' }],
  })
  expect(count.problems).toEqual([])
  expect(count.lines[0]).toMatchObject({ book: now, amount: 0 - (count.lines[0]?.price ?? 0) })
  const transfer = await caller.documents.check({
    id,
    kind: 'transfer',
    date: DAY,
    from: 1,
    to: 1,
    lines: [{ product, quantity_milli: 1000 }],
  })
  expect(places(transfer.problems)).toEqual([['same_place', null, 'to']])
  const moved = await caller.documents.check({
    id,
    kind: 'transfer',
    date: DAY,
    from: 1,
    to: 2,
    lines: [{ product, quantity_milli: 1000 }],
  })
  expect(moved.lines[0]?.lots.reduce((sum, lot) => sum + lot.quantity, 0)).toBe(1000)
  const money = await caller.documents.check({
    id,
    kind: 'money',
    date: DAY,
    lines: [
      { from: { account: 'cash' }, to: { account: 'bank' }, amount_tyiyn: 5_00 },
      { from: { account: 'cash' }, to: { account: 'cash' }, amount_tyiyn: 5_00 },
    ],
  })
  expect(places(money.problems)).toEqual([['money_same_account', 1, 'to']])
  expect(money.total).toBe(10_00)
  expect(quantity).toBeGreaterThan(0)
})

test('two presses post once, and the draft is used up', async () => {
  const form = saleOf([{ product: some(1).product, quantity_milli: 1000 }, {}])
  await caller.documents.saveDraft({ id, kind: 'sale', input: JSON.parse(JSON.stringify(form)) })
  expect(await caller.documents.draft({ id })).toMatchObject({
    id,
    kind: 'sale',
    input: { lines: [{ quantity_milli: 1000 }, {}] },
  })
  const [first, second] = await Promise.all([caller.documents.post(form), caller.documents.post(form)])
  expect(second).toEqual({ ...first, warnings: [] })
  expect(await caller.documents.draft({ id })).toBeNull()
  // A copy of the form that was on its way meanwhile is no draft any more.
  await caller.documents.saveDraft({ id, kind: 'sale', input: JSON.parse(JSON.stringify(form)) })
  expect(await caller.documents.draft({ id })).toBeNull()
  expect(await refusalOf(caller.documents.post({ ...form, location: 2 }))).toMatch(
    /id_reused|not_enough_stock/,
  )
})

test('what is typed comes back as it was typed', async () => {
  const input = { date: '31.09', lines: [{ quantity_milli: 18.5, product: null, done: true }], note: '' }
  await caller.documents.saveDraft({ id, kind: 'receipt', input })
  expect((await caller.documents.draft({ id }))?.input).toEqual(input)
  await caller.documents.discardDraft({ id })
  expect(await caller.documents.draft({ id })).toBeNull()
})

test('a refused line is named by its place in the form', async () => {
  const form = saleOf([
    {},
    { product: some(0).product, quantity_milli: 1000 },
    {},
    { product: some(0).product, quantity_milli: 1500 },
  ])
  const error = await caller.documents.post(form).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ cause: { code: 'fraction_of_piece', line: 4 } })
})

test('reverse and correct: the draft that comes of it keeps price and lot, and posts', async () => {
  const form = saleOf([{ product: some(2).product, quantity_milli: 1000 }])
  const posted = await caller.documents.post(form)
  const { reversal, draft } = await caller.documents.correct({
    document: posted.id,
    reason: 'не то',
    reversalId: `${id}-r`,
    draftId: `${id}-d`,
  })
  expect(reversal.number).toMatch(/^РЛ-/)
  expect(draft.input).toMatchObject({ id: `${id}-d`, date: DAY, lines: [{ product: some(2).product }] })
  const old = await caller.documents.get({ id: posted.id })
  expect(old).toMatchObject({ status: 'reversed', reversedBy: { id: reversal.id, number: reversal.number } })
  const back = await caller.documents.get({ id: reversal.id })
  expect(back).toMatchObject({ status: 'reversal', reverses: { id: posted.id }, amount: 0 - old.amount })
  const again = await caller.documents.post(draft.input as typeof form)
  expect((await caller.documents.get({ id: again.id })).amount).toBe(old.amount)
  const undone = await caller.documents.reverse({
    id: `${id}-r2`,
    document: again.id,
    reason: 'совсем не то',
  })
  expect(await refusalOf(caller.documents.reverse({ id: `${id}-r3`, document: undone.id, reason: '' }))).toBe(
    'reversal_of_reversal',
  )
  expect(await refusalOf(caller.documents.get({ id: 999_999 }))).toBe('unknown_document')
})

test('F7 on a line: price times quantity, less the discount; its terms and lot', async () => {
  const posted = await caller.documents.post(
    saleOf([{ product: some(1).product, quantity_milli: 2000, discount: { amount_tyiyn: 1_50 } }]),
  )
  const [line] = (await caller.documents.get({ id: posted.id })).lines
  const told = await caller.explain.figure({ kind: 'document_line', document: posted.id, line: 1, part: 1 })
  expect(told.amount).toBe(line?.amount)
  expect(told.parts.map(({ label }) => label)).toEqual(['#price_times_quantity', '#discount'])
  expect(told.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(told.amount)
  expect(told.rules).toMatchObject([{ base: line?.amount, result: line?.commission, lines: 1 }])
  expect(told.lines.map(({ kind }) => kind)).toEqual(['sale', expect.stringMatching(/receipt|opening/)])
})

test('a viewer looks and changes nothing', async () => {
  const viewer = callerOn(ledger, [], 'viewer')
  const form = saleOf([{ product: some(0).product, quantity_milli: 1000 }])
  expect((await viewer.documents.check(form)).problems).toEqual([])
  expect(await refusalOf(viewer.documents.post(form))).toBe('not_allowed')
  expect(await refusalOf(viewer.documents.saveDraft({ id, kind: 'sale', input: {} }))).toBe('not_allowed')
  expect(await refusalOf(viewer.months.settle({ month: '2026-01' }))).toBe('not_allowed')
  const chair = callerOn(ledger, [], 'chair')
  expect(await refusalOf(chair.months.settle({ month: '2026-01' }))).toBe('not_allowed')
  expect(await refusalOf(chair.months.reopen({ month: '2026-01', reason: 'x' }))).toBe('month_not_settled')
})

test('settlements are made by settling alone, and every input has its limits', async () => {
  const settlement = { id, kind: 'settlement', date: DAY } as unknown as Parameters<
    Caller['documents']['post']
  >[0]
  await expect(caller.documents.post(settlement)).rejects.toThrow()
  await expect(
    caller.documents.list({
      filter: {},
      sort: { column: 'date', descending: true },
      page: { offset: 0, limit: 5000 },
    }),
  ).rejects.toThrow()
  await expect(caller.products.search({ text: 'x'.repeat(300), day: DAY, limit: 5 })).rejects.toThrow()
  await expect(caller.documents.get({ id: 1, extra: 1 } as unknown as { id: number })).rejects.toThrow()
})
