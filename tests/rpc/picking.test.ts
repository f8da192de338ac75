import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeLedger, type Ledger, openLedger } from '../../app/ledger.ts'
import { inBothLayouts } from '../../domain/keyboard.ts'
import { balancesOf, StillClock, stockOf, takeInWhole } from '../fixtures/ledger.ts'
import { bookNamed, type Caller, callerOn, rawRows, refusalOf } from '../fixtures/rpc.ts'

const DAY = '2026-09-30'
let ledger: Ledger
let caller: Caller

beforeAll(async () => {
  ledger = await openLedger(':memory:', new StillClock(DAY), { create: true })
  await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
  caller = callerOn(ledger)
})
afterAll(() => closeLedger(ledger))

const product = (where: string): [number, string, string, string] => {
  const [row] = rawRows<[number, string, string, string]>(
    ledger,
    `SELECT id, article, name, coalesce(barcode, '') FROM product WHERE ${where} ORDER BY id LIMIT 1`,
  )
  if (!row) throw new Error(`no product where ${where}`)
  return row
}
const find = (text: string, more: object = {}) =>
  caller.products.search({ text, day: DAY, limit: 10, ...more })

describe('products', () => {
  test('a scanned barcode is the product and nothing before it', async () => {
    const [id, , , barcode] = product("barcode > ''")
    expect((await find(barcode))[0]).toMatchObject({ id, barcode })
  })

  test('an article, whole or begun, before names', async () => {
    const [id, article] = product('id = 17')
    expect((await find(article))[0]).toMatchObject({ id, code: article })
    const begun = await find(article.slice(0, -1))
    expect(begun.every(({ code }) => code.startsWith(article.slice(0, -1)))).toBe(true)
  })

  test('parts of names in any order, and typed in the other layout', async () => {
    const [, , name] = product("name LIKE '% %'")
    const [first = '', second = ''] = name.toLowerCase().split(' ')
    expect((await find(`${second} ${first.slice(0, 3)}`)).map((found) => found.name)).toContain(name)
    const other = inBothLayouts(name.toLowerCase().slice(0, 5))[1] ?? ''
    expect(other).toMatch(/^[\x20-\x7e]+$/)
    expect((await find(other)).map((found) => found.name)).toContain(name)
    expect(await find('нет такого товара')).toEqual([])
  })

  test('stock is that of the place on the day, price that of the day', async () => {
    const stock = stockOf(ledger, '2026-06-15')
    const [[code = ''] = []] = rawRows<[string]>(ledger, 'SELECT code FROM location WHERE id = 1')
    const found = await caller.products.search({ text: '', location: 1, day: '2026-06-15', limit: 50 })
    expect(found).toHaveLength(50)
    for (const { code: article, stock: quantity } of found)
      expect([article, quantity]).toEqual([article, stock[`${code}|${article}`] ?? 0])
  })

  test('only one producer’s', async () => {
    const found = await find('', { producer: 3, limit: 100 })
    expect(found.length).toBe(rawRows(ledger, 'SELECT id FROM product WHERE producer_id = 3').length)
    expect(found.every(({ producer }) => producer?.id === 3)).toBe(true)
  })

  test('six thousand of them are searched in a moment', async () => {
    await find('мёд')
    const started = performance.now()
    for (let count = 0; count < 20; count += 1) await find('варен', { location: 1 })
    expect((performance.now() - started) / 20).toBeLessThan(25)
  })

  test('facts: where it stands, what was sold, what its producer is owed, and its terms', async () => {
    const [row] = rawRows<[number, number, number]>(
      ledger,
      'SELECT b.product_id, p.producer_id, b.location_id FROM stock_balance b JOIN product p ON p.id = b.product_id ORDER BY b.quantity_milli DESC LIMIT 1',
    )
    if (!row) throw new Error('nothing in stock')
    const [id, producer, location] = row
    const facts = await caller.products.facts({ product: id, location, day: DAY })
    const [[code = ''] = []] = rawRows<[string]>(ledger, 'SELECT code FROM producer WHERE id = ?', [producer])
    expect(facts.producerBalance).toBe(balancesOf(ledger)[`producer:${code}`] ?? 0)
    expect(facts.lots.reduce((sum, { available }) => sum + available, 0)).toBe(facts.stock)
    const [[total = 0] = []] = rawRows<[number]>(
      ledger,
      'SELECT sum(quantity_milli) FROM stock_balance WHERE product_id = ?',
      [id],
    )
    expect(facts.stockByPlace.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(total)
    const [[sold = 0] = []] = rawRows<[number]>(
      ledger,
      "SELECT sum(iif(d.kind = 'sale', l.quantity_milli, -l.quantity_milli)) FROM document_line l JOIN document d ON d.id = l.document_id WHERE l.product_id = ? AND d.kind IN ('sale', 'customer_return') AND d.date LIKE '2026-08-%'",
      [id],
    )
    expect(facts.soldLastMonth).toBe(sold)
    expect(facts.terms).toMatchObject({ method: expect.any(String), level: expect.any(String) })
    expect(await refusalOf(caller.products.facts({ product: 99_999, location: null, day: DAY }))).toBe(
      'unknown_product',
    )
  })

  test('facts: the price, since when, and the one before', async () => {
    const id = product('price_tyiyn > 0')[0]
    const before = await caller.products.facts({ product: id, location: null, day: DAY })
    await caller.documents.post({
      id: 'reprice',
      kind: 'repricing',
      date: DAY,
      lines: [{ product: id, price_tyiyn: 777_77 }],
    })
    expect(await caller.products.facts({ product: id, location: null, day: DAY })).toMatchObject({
      price: 777_77,
      priceSince: DAY,
      priceBefore: before.price,
    })
    expect(await caller.products.facts({ product: id, location: null, day: '2026-09-29' })).toMatchObject({
      price: before.price,
      priceSince: before.priceSince,
    })
  })
})

test('producers, customers, places, partners and kinds of charges', async () => {
  const [[id = 0, code = '', name = ''] = []] = rawRows<[number, string, string]>(
    ledger,
    'SELECT id, code, name FROM producer WHERE id = 12',
  )
  expect((await caller.producers.search({ text: code, limit: 5 }))[0]).toEqual({ id, code, name })
  expect(
    (await caller.producers.search({ text: name.slice(0, 8).toUpperCase(), limit: 75 })).map((row) => row.id),
  ).toContain(id)
  expect(await caller.places.all()).toEqual(
    rawRows<[number, string, string]>(ledger, 'SELECT id, code, name FROM location ORDER BY code').map(
      ([place, placeCode, placeName]) => ({ id: place, code: placeCode, name: placeName }),
    ),
  )
  expect((await caller.partners.all()).length).toBe(rawRows(ledger, 'SELECT id FROM partner').length)
  const added = await caller.customers.named({ name: ' Гостиница «Каракол» ' })
  expect(added).toMatchObject({ code: '', name: 'Гостиница «Каракол»' })
  expect(await caller.customers.named({ name: 'гостиница «каракол»' })).toEqual(added)
  expect(await caller.customers.search({ text: 'карак', limit: 5 })).toEqual([added])
  const kinds = await caller.charges.kinds()
  expect([...kinds].sort()).toEqual(
    rawRows<[string]>(
      ledger,
      "SELECT DISTINCT substr(a.key, 9) FROM money_move m JOIN account a ON a.id IN (m.debit_id, m.credit_id) WHERE m.figure = 'charges' AND a.key LIKE 'charges:%'",
    )
      .map(([kind]) => kind)
      .sort(),
  )
})

test('settings: each change is dated and an entry of the chain; what is equal adds nothing', async () => {
  const before = await caller.settings.get()
  const entries = () => rawRows<[number]>(ledger, 'SELECT count(*) FROM chain_entry')[0]?.[0] ?? 0
  const count = entries()
  const saved = await caller.settings.save({
    from: DAY,
    organisation: { phone: '0555 123456', director: before.organisation.director },
    minimumPayout: 175_00,
    cashRounding: !before.cashRounding,
    defaultTerms: { method: 'percent_of_sale', rate: 2250 },
    language: 'ky',
  })
  expect(saved).toMatchObject({
    organisation: { ...before.organisation, phone: '0555 123456' },
    minimumPayout: 175_00,
    cashRounding: !before.cashRounding,
    defaultTerms: {
      method: 'percent_of_sale',
      rate: 2250,
      since: DAY,
      level: 'association',
      before: before.defaultTerms?.rate,
    },
    language: 'ky',
  })
  expect(entries()).toBe(count + 5)
  await caller.settings.save({
    from: DAY,
    minimumPayout: 175_00,
    defaultTerms: { method: 'percent_of_sale', rate: 2250 },
  })
  expect(entries()).toBe(count + 5)
  expect(
    await refusalOf(
      caller.settings.save({ from: DAY, defaultTerms: { method: 'percent_of_sale', rate: 12_000 } }),
    ),
  ).toBe('rate_out_of_range')
})
