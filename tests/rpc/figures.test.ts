import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../app/ledger.ts'
import type { Explanation } from '../../domain/explanation.ts'
import type { SettlementView } from '../../domain/views.ts'
import { balancesOf, type MonthRow, stockOf, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { bookNamed, type Caller, callerOn, rawRows } from '../fixtures/rpc.ts'

interface Expected {
  readonly months: readonly {
    readonly month: string
    readonly producers: readonly MonthRow[]
    readonly totals: Omit<MonthRow, 'code'>
    readonly partner: number
  }[]
  readonly stock: Readonly<Record<string, number>>
}

const dataOf = (file: string): Expected =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../data/${file}`, 'utf8')) as Expected

const FIGURES = [
  'opening',
  'sales',
  'returns',
  'commission',
  'due',
  'compensation',
  'charges',
  'deductions',
  'payouts',
  'closing',
  'payable',
] as const

const figuresOf = (row: Omit<MonthRow, 'code'>): number[] => FIGURES.map((figure) => row[figure])

/** Rows of the view against what was worked out elsewhere, to the tyiyn. */
function compareRows(view: SettlementView, expected: Expected['months'][number]): void {
  const known = new Map(expected.producers.map((row) => [row.code, figuresOf(row)]))
  for (const row of view.rows)
    expect([row.producer.code, figuresOf(row)]).toEqual([row.producer.code, known.get(row.producer.code)])
  const missed = expected.producers.filter(
    (row) =>
      figuresOf(row).some((value) => value !== 0) &&
      !view.rows.some(({ producer }) => producer.code === row.code),
  )
  expect(missed).toEqual([])
  expect(figuresOf(view.totals)).toEqual(figuresOf(expected.totals))
  expect(view.totals.withheld).toBe(expected.totals.charges + expected.totals.deductions)
}

const sum = (rows: readonly { amount: number }[]): number =>
  rows.reduce((total, { amount }) => total + amount, 0)

/** Parts and lines each add up to the figure that was asked about. */
function expectWhole(told: Explanation, amount: number, what: string): void {
  expect([what, told.amount]).toEqual([what, amount])
  if (told.parts.length > 0) expect([what, sum(told.parts)]).toEqual([what, amount])
  if (told.parts.length === 0) expect([what, sum(told.lines)]).toEqual([what, amount])
}

const BY_LINES = new Set(['sales', 'returns', 'commission', 'compensation', 'charges', 'payouts'])

async function explainMonth(caller: Caller, month: string, view: SettlementView): Promise<void> {
  for (const row of view.rows) {
    for (const figure of FIGURES) {
      const ref = { kind: 'producer_month' as const, producer: row.producer.id, month, figure }
      const told = await caller.explain.figure(ref)
      const what = `${row.producer.code} ${month} ${figure}`
      expectWhole(told, row[figure], what)
      if (BY_LINES.has(figure) || (figure === 'deductions' && view.status !== 'open'))
        expect([what, sum(told.lines)]).toEqual([what, row[figure]])
      if (figure === 'commission') {
        expect([what, told.rules.reduce((total, { result }) => total + result, 0)]).toEqual([
          what,
          row.commission,
        ])
        expect(told.rules.every(({ terms }) => terms.method !== null)).toBe(true)
      }
      // A part that may be asked about in turn gives the same figure there.
      for (const part of told.parts)
        if (part.ref)
          expect(Math.abs((await caller.explain.figure(part.ref)).amount)).toBe(Math.abs(part.amount))
    }
  }
}

async function explainBalances(caller: Caller, ledger: Ledger): Promise<void> {
  const { rows } = await caller.producers.list({
    filter: {},
    sort: { column: 'code', descending: false },
    page: { offset: 0, limit: 500 },
  })
  const balances = balancesOf(ledger)
  for (const { id, code, balance } of rows) {
    expect([code, balance]).toEqual([code, balances[`producer:${code}`] ?? 0])
    expectWhole(await caller.explain.figure({ kind: 'balance', producer: id }), balance, `balance ${code}`)
  }
}

async function explainStock(caller: Caller, ledger: Ledger, date: string): Promise<void> {
  const places = new Map(rawRows<[string, number]>(ledger, 'SELECT code, id FROM location'))
  const products = new Map(rawRows<[string, number]>(ledger, 'SELECT article, id FROM product'))
  for (const [key, quantity] of Object.entries(stockOf(ledger, date))) {
    const [place = '', article = ''] = key.split('|')
    const ref = { location: places.get(place) ?? 0, product: products.get(article) ?? 0, date }
    const told = await caller.explain.figure({ kind: 'stock', ...ref })
    expectWhole(told, quantity, key)
    const moves = await caller.stock.moves(ref)
    expect([key, moves.totals['quantity']]).toEqual([key, quantity])
    expect(moves.rows[0]?.after).toBe(quantity)
  }
}

describe('a month on the screen', () => {
  it.each(['golden-1', 'golden-2', 'golden-3', 'golden-4'])(
    '%s: figures and why they are so',
    async (name) => {
      const expected = dataOf(`${name}/expected.json`)
      await withLedger('2026-12-31', async (ledger) => {
        await takeInWhole(ledger, await bookNamed(`${name}/book.xlsx`), name)
        const caller = callerOn(ledger)
        for (const month of expected.months) {
          const open = await caller.months.settlement({ month: month.month })
          expect([open.status, open.seal, open.blocked]).toEqual(['open', '', null])
          compareRows(open, month)
          await explainMonth(caller, month.month, open)
          const settled = await caller.months.settle({ month: month.month })
          expect(settled.status).toBe('settled')
          expect(settled.seal).toMatch(/^[0-9a-f]{10}$/)
          compareRows(settled, month)
          await explainMonth(caller, month.month, settled)
        }
        await explainBalances(caller, ledger)
        await explainStock(caller, ledger, '2026-12-31')
      })
    },
  )

  it('the association in September', async () => {
    const expected = dataOf('association-2026.expected.json')
    await withLedger('2026-09-30', async (ledger) => {
      await takeInWhole(ledger, await bookNamed('association-2026.xlsx'))
      const caller = callerOn(ledger)
      for (const month of expected.months) {
        const open = await caller.months.settlement({ month: month.month })
        compareRows(open, month)
        if (month.month === '2026-09') await explainMonth(caller, month.month, open)
        if (month.month !== '2026-09') await caller.months.settle({ month: month.month })
      }
      await explainBalances(caller, ledger)
      await explainStock(caller, ledger, '2026-09-30')
      const asked = await caller.months.settlement({ month: '2026-09' })
      expect(asked.questions).toMatchInlineSnapshot(`
        [
          {
            "count": 3,
            "question": "negative_balance",
          },
          {
            "count": 19,
            "question": "sum_unlike_before",
          },
          {
            "count": 59,
            "question": "expired_goods",
          },
        ]
      `)
    })
  })
})
