import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { readBook } from '../../app/import/read.ts'
import { ASSOCIATION, DATA, Desk, GOLDEN } from './desk.ts'

const tyiyn = z.int()
const figures = {
  opening: tyiyn,
  sales: tyiyn,
  returns: tyiyn,
  commission: tyiyn,
  due: tyiyn,
  compensation: tyiyn,
  charges: tyiyn,
  deductions: tyiyn,
  payouts: tyiyn,
  closing: tyiyn,
  payable: tyiyn,
}
const line = z.strictObject({
  date: z.iso.date(),
  document: z.string().min(1),
  article: z.string().min(1),
  quantity: z.int(),
  price: tyiyn,
  discount: tyiyn,
  amount: tyiyn,
  method: z.enum(['percent_of_sale', 'difference', 'percent_of_difference', 'fixed_per_unit']),
  rate: z.int(),
  commission: tyiyn,
  partner: tyiyn,
  due: tyiyn,
})
const settlement = z.strictObject({
  month: z.string(),
  posted: z.boolean(),
  seal: z.string().regex(/^([0-9a-f]{10})?$/),
  producers: z.array(
    z.strictObject({ code: z.string(), name: z.string(), ...figures, lines: z.array(line) }),
  ),
  partners: z.array(z.strictObject({ code: z.string(), location: z.string(), base: tyiyn, share: tyiyn })),
  totals: z.strictObject(figures),
})
const stock = z.strictObject({
  date: z.iso.date(),
  rows: z.array(
    z.strictObject({
      location: z.string(),
      producer: z.string(),
      article: z.string(),
      lot: z.string(),
      received: z.iso.date(),
      expires: z.union([z.iso.date(), z.literal('')]),
      quantity: z.int().positive(),
      price: tyiyn.nullable(),
      value: tyiyn,
    }),
  ),
})
const imported = z.strictObject({
  written: z.boolean(),
  dryRun: z.boolean(),
  counts: z.array(z.strictObject({ sheet: z.string(), key: z.string(), posted: z.int(), known: z.int() })),
  catalogues: z.int(),
  issues: z.array(
    z.looseObject({ severity: z.enum(['error', 'warning']), code: z.string(), sentence: z.string() }),
  ),
})

let desk: Desk
beforeAll(async () => {
  desk = new Desk()
  await desk.done('init', '--db', 'a.sqlite')
  await desk.done('import', ASSOCIATION, '--db', 'a.sqlite')
})
afterAll(() => desk[Symbol.dispose]())

test('a trial import writes nothing and says what would be posted', async () => {
  using own = new Desk()
  await own.done('init', '--db', 'a.sqlite')
  const before = own.picture()
  const result = imported.parse(
    JSON.parse(await own.done('import', GOLDEN, '--db', 'a.sqlite', '--dry-run', '--json')),
  )
  expect(result).toMatchObject({ written: false, dryRun: true })
  expect(result.counts.find(({ key }) => key === 'sales')?.posted).toBeGreaterThan(0)
  expect(own.picture()).toEqual(before)
})

test('golden months settle, export, close and reopen as expected', async () => {
  using own = new Desk()
  await own.done('init', '--db', 'a.sqlite')
  await own.done('import', GOLDEN, '--db', 'a.sqlite')
  const expected = JSON.parse(readFileSync(path.join(DATA, 'golden-1', 'expected.json'), 'utf8'))
  for (const { month, producers, totals, partner } of expected.months) {
    const preview = settlement.parse(
      JSON.parse(await own.done('settle', month, '--db', 'a.sqlite', '--json')),
    )
    expect(preview).toMatchObject({ posted: false, seal: '' })
    const posted = settlement.parse(
      JSON.parse(await own.done('settle', month, '--db', 'a.sqlite', '--post', '--out', 'papers', '--json')),
    )
    expect(posted).toEqual({ ...preview, posted: true, seal: posted.seal })
    expect(posted.seal).toHaveLength(10)
    expect(posted.producers).toMatchObject(producers)
    expect(posted.totals).toMatchObject(totals)
    expect(posted.partners.reduce((sum, { share }) => sum + share, 0)).toBe(partner)
    expect(existsSync(own.at(`papers/Расчёт-${month}.xlsx`))).toBe(true)
  }
  const last = expected.months.at(-1).month
  expect(await own.done('close', last, '--db', 'a.sqlite')).toContain('Месяц закрыт')
  expect((await own.run('reopen', last, '--db', 'a.sqlite', '--reason', ' ')).stderr).toMatch(
    /^reason_required: /,
  )
  await own.done('reopen', last, '--db', 'a.sqlite', '--reason', 'ошибка в продаже')
  expect(JSON.parse(await own.done('settle', last, '--db', 'a.sqlite', '--json'))).toMatchObject({
    posted: false,
  })
  expect(JSON.parse(await own.done('verify', '--db', 'a.sqlite', '--json'))).toEqual({
    ok: true,
    problems: [],
  })
})

test('the whole ledger as a book gives the same months in an empty ledger', async () => {
  using own = new Desk()
  await own.done('init', '--db', 'a.sqlite')
  await own.done('import', GOLDEN, '--db', 'a.sqlite')
  await own.done('book', '--db', 'a.sqlite', '--out', 'book.xlsx')
  await own.done('init', '--db', 'b.sqlite')
  await own.done('import', 'book.xlsx', '--db', 'b.sqlite')
  const month = '2026-03'
  const [first, second] = await Promise.all(
    ['a.sqlite', 'b.sqlite'].map(async (file) =>
      settlement.parse(JSON.parse(await own.done('settle', month, '--db', file, '--json'))),
    ),
  )
  expect(second?.totals).toEqual(first?.totals)
})

test('stock is told by lot, product and producer, and written with a blind count sheet', async () => {
  const lots = stock.parse(
    JSON.parse(await desk.done('stock', '--db', 'a.sqlite', '--date', '2026-03-31', '--json')),
  )
  expect(lots.date).toBe('2026-03-31')
  const sum = (rows: readonly { value: number }[]) => rows.reduce((total, { value }) => total + value, 0)
  for (const by of ['product', 'producer']) {
    const rows = JSON.parse(
      await desk.done('stock', '--db', 'a.sqlite', '--date', '2026-03-31', '--by', by, '--json'),
    )
    expect(sum(rows.rows)).toBe(sum(lots.rows))
  }
  const said = await desk.done(
    'stock',
    '--db',
    'a.sqlite',
    '--location',
    'КАР',
    '--out',
    'p',
    '--count-sheet',
  )
  expect(said).toContain('Остатки на 02.10.2026')
  expect(existsSync(desk.at('p/Остатки-2026-10-02-КАР.xlsx'))).toBe(true)
  expect(existsSync(desk.at('p/Опись-2026-10-02-КАР.xlsx'))).toBe(true)
})

test('a statement runs from its opening to its closing', async () => {
  const period = ['--from', '2026-02-01', '--to', '2026-04-30', '--db', 'a.sqlite']
  const { opening, debit, credit, closing, lines } = JSON.parse(
    await desk.done('statement', '002', ...period, '--json'),
  )
  expect(closing).toBe(opening + credit - debit)
  expect(lines.at(-1).balance).toBe(closing)
  expect(await desk.done('statement', '002', ...period, '--out', 'p')).toContain(
    'Акт-сверки-002-2026-02-01-2026-04-30.xlsx',
  )
})

test('sales add up to the same whatever they are grouped by', async () => {
  const period = ['--from', '2026-01-01', '--to', '2026-06-30', '--db', 'a.sqlite', '--json']
  const totals = new Set<number>()
  for (const by of ['product', 'producer', 'category', 'district', 'day']) {
    const { rows } = JSON.parse(await desk.done('sales', ...period, '--by', by))
    totals.add(rows.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0))
  }
  expect(totals.size).toBe(1)
  expect(
    await desk.done(
      'sales',
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-31',
      '--db',
      'a.sqlite',
      '--lang',
      'en',
    ),
  ).toContain('Sales 01.01.2026')
})

test('the template is a book that the reader knows', async () => {
  await desk.done('template', '--out', 'p')
  const { issues, sheets } = await readBook([
    { name: 'Книга учёта.xlsx', bytes: readFileSync(desk.at('p/Книга учёта.xlsx')) },
  ])
  expect(sheets).toHaveLength(21)
  expect(issues.map(({ code }) => code)).toEqual(['sheet_skipped', 'book_empty'])
})

test('the answer is in the language asked for, help too', async () => {
  expect(await desk.done('help')).toContain('закрывает рассчитанный месяц')
  expect(await desk.done('help', 'settle', '--lang', 'ky')).toContain('айдын эсептешүүсүн')
  expect(await desk.done('settle', '--help', '--lang', 'en')).toContain('post the settlement')
})

test('a folder of the app stands for the ledger that its current names', async () => {
  using own = new Desk()
  await own.done('init', '--db', 'ledger-0001.sqlite')
  writeFileSync(own.at('current'), 'ledger-0001.sqlite\n')
  expect(await own.done('verify', '--db', '.')).toContain('всё сходится')
})
