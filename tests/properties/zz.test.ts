import fc from 'fast-check'
import { it, expect } from 'vitest'
import { exportBook } from '../../app/export-book.ts'
import { EsepError } from '../../domain/error.ts'
import { balancesOf, stockOf, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { START_BOOK, takeStep, type Walk, walkArbitrary } from './walk.ts'
for (const what of [balancesOf, stockOf]) it('x' + what.name, async () => {
  await fc.assert(fc.asyncProperty(walkArbitrary(25), async (steps) => {
    await withLedger('2026-01-12', async (ledger, clock) => {
      await takeInWhole(ledger, START_BOOK)
      const walk: Walk = { ledger, clock, steps: 0, last: undefined }
      for (const step of steps) {
        if (step.act === 'settle' || step.act === 'reopen') continue
        try { await takeStep(walk, step) } catch (e) { if (!(e instanceof EsepError)) throw e }
      }
      const { book, left } = await exportBook(ledger)
      if (left.length > 0) return
      await withLedger(clock.day, async (copy) => {
        await takeInWhole(copy, book)
        const text = ledger.connection.all<{ input: string }>('SELECT kind, date, input FROM document WHERE id > 34', []).map((r) => JSON.stringify(r))
        expect(what(copy), text.join('\n')).toEqual(what(ledger))
      })
    })
  }), { numRuns: 400, seed: 5, interruptAfterTimeLimit: 60000 })
})
