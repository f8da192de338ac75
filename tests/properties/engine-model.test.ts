import fc from 'fast-check'
import { describe, it } from 'vitest'
import { bookArbitrary } from '../naive/books.ts'
import { compareWithModel } from './compare.ts'

describe('the engine and the naive model', () => {
  it('agree on every figure of every month, on stock and on every account, for random books', async () => {
    await fc.assert(
      fc.asyncProperty(bookArbitrary({ minSteps: 5, maxSteps: 40 }), async (generated) => {
        await compareWithModel(generated)
      }),
      { numRuns: 150, seed: 20260405 },
    )
  })
})
