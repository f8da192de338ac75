import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runWalk } from './run-walk.ts'
import { walkArbitrary } from './walk.ts'

describe('a ledger kept by hand', () => {
  it('stays sound whatever is posted, reversed, settled and reopened', async () => {
    const seen = { done: 0, refused: new Map<string, number>() }
    await fc.assert(
      fc.asyncProperty(walkArbitrary(60), (steps) => runWalk(steps, seen)),
      { numRuns: 40, seed: 20260402 },
    )
    // The walk is worth something only if most of it is done, and much of it refused.
    const refused = [...seen.refused.values()].reduce((sum, count) => sum + count, 0)
    expect(seen.done).toBeGreaterThan(refused)
    expect([...seen.refused.keys()]).toEqual(
      expect.arrayContaining([
        'not_enough_stock',
        'return_exceeds_sale',
        'date_in_settled_month',
        'already_reversed',
      ]),
    )
  })
})
