import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readBook } from '../app/import/read.ts'
import { monthReport } from '../app/month-report.ts'
import { verifyLedger } from '../app/verify.ts'
import { monthsOf, settleAll, takeInWhole, withLedger } from './fixtures/ledger.ts'

const bytes = readFileSync(`${import.meta.dirname}/data/retail-40k.xlsx`)

it('a year of a busy shop is taken in whole, settles every month, and nothing is wrong with it', async () => {
  const { book, issues } = await readBook([{ name: 'retail-40k.xlsx', bytes }])
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  const sold = book.sales.reduce(
    (sum, { values }) => sum + Math.round(((values.price ?? 0) * values.quantity) / 1000),
    0,
  )
  await withLedger('2012-12-31', async (ledger) => {
    await takeInWhole(ledger, book)
    const months = monthsOf(ledger)
    await settleAll(ledger, months)
    let settled = 0
    for (const month of months) {
      const { totals, controls } = await monthReport(ledger, month)
      settled += totals.sales
      expect(controls.filter(({ left, right }) => left !== right)).toEqual([])
    }
    expect(book.sales).toHaveLength(39_147)
    expect(settled).toBe(sold)
    expect(await verifyLedger(ledger)).toEqual([])
  })
})
