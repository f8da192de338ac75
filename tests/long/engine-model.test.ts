import fc from 'fast-check'
import { describe, it } from 'vitest'
import { bookArbitrary } from '../naive/books.ts'
import { compareWithModel } from '../properties/compare.ts'

describe('the engine and the naive model', () => {
  it('agree for thousands of random books, another lot of them every time', async () => {
    await fc.assert(fc.asyncProperty(bookArbitrary({ minSteps: 5, maxSteps: 150 }), compareWithModel), {
      numRuns: 3000,
      interruptAfterTimeLimit: 400_000,
      markInterruptAsFailure: false,
    })
  })
})
