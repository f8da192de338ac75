import fc from 'fast-check'
import { describe, it } from 'vitest'
import { bookArbitrary } from '../naive/books.ts'
import * as relations from '../properties/metamorphic.ts'

const books = bookArbitrary({ minSteps: 8, maxSteps: 120 })
const RUNS = { numRuns: 300, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false }

describe('larger books, other ones every time', () => {
  it.each(Object.entries(relations))('%s', async (_, relation) => {
    await fc.assert(fc.asyncProperty(books, fc.nat({ max: 9999 }), relation), RUNS)
  })
})
