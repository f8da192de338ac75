import { expect } from 'vitest'
import { verifyLedger } from '../../app/verify.ts'
import { EsepError } from '../../domain/error.ts'
import { dumpOf, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { expectSound } from './sound.ts'
import { START_BOOK, takeStep, type Walk, type WalkStep } from './walk.ts'

export interface Seen {
  done: number
  readonly refused: Map<string, number>
}

/** Goes all the steps: after each the ledger is sound, and what was refused has changed nothing. */
export function runWalk(steps: readonly WalkStep[], seen: Seen): Promise<void> {
  return withLedger('2026-01-12', async (ledger, clock) => {
    await takeInWhole(ledger, START_BOOK)
    const walk: Walk = { ledger, clock, steps: 0, last: undefined }
    for (const step of steps) {
      const before = dumpOf(ledger)
      try {
        await takeStep(walk, step)
        seen.done += 1
        expectSound(ledger)
      } catch (error) {
        if (!(error instanceof EsepError)) throw error
        seen.refused.set(error.code, (seen.refused.get(error.code) ?? 0) + 1)
        expect(dumpOf(ledger)).toEqual(before)
      }
    }
    expect(await verifyLedger(ledger)).toEqual([])
  })
}
