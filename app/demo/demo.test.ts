import { describe, expect, it, test } from 'vitest'
import { chainHead } from '../../db/queries/chain.ts'
import { addMonths } from '../../domain/dates.ts'
import { hex } from '../chain.ts'
import { closeLedger, type Ledger, openLedger } from '../ledger.ts'
import { verifyLedger } from '../verify.ts'
import { type DemoOptions, makeDemoBook, monthOfBook } from './demo-book.ts'
import { demoClock, fillDemoLedger } from './demo-ledger.ts'

async function withDemo<T>(options: DemoOptions, look: (ledger: Ledger) => Promise<T> | T): Promise<T> {
  const clock = demoClock(options)
  const ledger = await openLedger(':memory:', clock, { create: true })
  try {
    await fillDemoLedger(ledger, clock, options)
    return await look(ledger)
  } finally {
    await closeLedger(ledger)
  }
}

const headOf = ({ connection }: Ledger): string =>
  hex(chainHead.get(connection, {})?.hash ?? new Uint8Array())

const SMALL: DemoOptions = { producers: 9, months: 4, until: '2026-09' }

test('the same options give the same content to the last byte, another seed another association', async () => {
  const first = await withDemo(SMALL, headOf)
  expect(await withDemo(SMALL, headOf)).toBe(first)
  expect(await withDemo({ ...SMALL, seed: 2 }, headOf)).not.toBe(first)
})

test('the ledger is sound: verified, every month but the last settled, no till below zero', async () => {
  await withDemo(SMALL, async (ledger) => {
    expect(await verifyLedger(ledger)).toEqual([])
    const months = ledger.connection.all<{ month: string }>('SELECT month FROM month ORDER BY month', [])
    expect(months.map(({ month }) => month)).toEqual(['2026-06', '2026-07', '2026-08'])
    const days = ledger.connection.all<{ key: string; amount: number }>(
      `SELECT a.key, sum(CASE WHEN a.id = m.debit_id THEN m.amount_tyiyn ELSE -m.amount_tyiyn END) AS amount
       FROM money_move m JOIN account a ON a.id IN (m.debit_id, m.credit_id) AND a.key IN ('cash', 'bank')
       GROUP BY a.key, m.date ORDER BY m.date`,
      [],
    )
    const held = new Map<string, number>()
    for (const { key, amount } of days) {
      held.set(key, (held.get(key) ?? 0) + amount)
      expect(held.get(key)).toBeGreaterThanOrEqual(0)
    }
    expect([...held.keys()].sort()).toEqual(['bank', 'cash'])
  })
})

describe('a whole year', () => {
  const book = makeDemoBook({ until: '2026-10' })

  it('fills every sheet, with every method, payment and kind of loss', () => {
    expect(Object.entries(book).filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(new Set(book.terms.map(({ values }) => values.method)).size).toBe(4)
    expect(new Set(book.sales.map(({ values }) => values.payment)).size).toBe(5)
    expect(new Set(book.writeOffs.map(({ values }) => values.bearer)).size).toBe(2)
    expect(book.producers).toHaveLength(75)
    expect(new Set(book.producers.map(({ values }) => values.name)).size).toBe(75)
  })

  it('falls apart into its months without a row lost', () => {
    const parts = Array.from({ length: 12 }, (_, index) =>
      monthOfBook(book, addMonths('2025-11', index), index === 0),
    )
    const rows = (part: typeof book) => Object.values(part).reduce((sum, sheet) => sum + sheet.length, 0)
    expect(parts.reduce((sum, part) => sum + rows(part), 0)).toBe(rows(book))
  })

  it.each([1, 2, 3])('posts without a refusal for %d producers', async (producers) => {
    await withDemo({ producers, months: 2, until: '2026-08', seed: producers }, headOf)
  })
})
