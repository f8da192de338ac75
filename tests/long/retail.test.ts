import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBook } from '../../app/import/read.ts'
import { monthReport } from '../../app/month-report.ts'
import { verifyLedger } from '../../app/verify.ts'
import {
  balancesOf,
  frozenOf,
  monthsOf,
  partnerShareOf,
  previewOf,
  settleAll,
  stockOf,
  takeInWhole,
  withLedger,
} from '../fixtures/ledger.ts'
import { runModel } from '../naive/model.ts'
import { filledRows, withFigures } from '../properties/compare.ts'
import { expectSound } from '../properties/sound.ts'

const bytes = readFileSync(`${import.meta.dirname}/../data/retail-40k.xlsx`)

describe('a year of a busy shop', () => {
  it('is taken in whole, settles month by month, is sound, and agrees with the naive model', async () => {
    const { book, issues } = await readBook([{ name: 'retail-40k.xlsx', bytes }])
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    const expected = runModel(book)
    if (expected.refusal) throw new Error(`the model refuses: ${JSON.stringify(expected.refusal)}`)
    await withLedger('2026-12-31', async (ledger) => {
      await takeInWhole(ledger, book)
      const months = monthsOf(ledger)
      expect(months).toEqual(expected.months.map(({ month }) => month))
      for (const month of expected.months) {
        expect(filledRows(previewOf(ledger, month.month))).toEqual(withFigures(month))
        await settleAll(ledger, [month.month])
        expect(filledRows(frozenOf(ledger, month.month))).toEqual(withFigures(month))
        expect(await partnerShareOf(ledger, month.month)).toBe(month.partner)
        const { controls } = await monthReport(ledger, month.month)
        expect(controls.filter(({ left, right }) => left !== right)).toEqual([])
      }
      expect(stockOf(ledger)).toEqual(expected.stock)
      expect(balancesOf(ledger)).toEqual(expected.balances)
      expectSound(ledger)
      expect(await verifyLedger(ledger)).toEqual([])
    })
  })
})
