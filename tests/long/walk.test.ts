import fc from 'fast-check'
import { describe, it } from 'vitest'
import { runWalk } from '../properties/run-walk.ts'
import { walkArbitrary } from '../properties/walk.ts'

describe('a ledger kept by hand', () => {
  it('stays sound on long walks, other ones every time', async () => {
    await fc.assert(
      fc.asyncProperty(walkArbitrary(150), (steps) => runWalk(steps, { done: 0, refused: new Map() })),
      { numRuns: 400, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: false },
    )
  })
})
