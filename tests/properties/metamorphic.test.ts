import fc from 'fast-check'
import { describe, it } from 'vitest'
import { bookArbitrary } from '../naive/books.ts'
import {
  anyOrderOfDays,
  byHalves,
  exportedAndTakenIn,
  grown,
  grownByMonths,
  type Relation,
  settledTwice,
} from './metamorphic.ts'

const books = bookArbitrary({ minSteps: 8, maxSteps: 40 })

const holds = (relation: Relation): Promise<void> =>
  fc.assert(
    fc.asyncProperty(books, fc.nat({ max: 9999 }), (book, pick) => relation(book, pick)),
    { numRuns: 40, seed: 20260403 },
  )

describe('a book', () => {
  it('gives the same in any order of its days', () => holds(anyOrderOfDays))
  it('taken in by halves gives the same as the whole', () => holds(byHalves))
  it('that has grown gives the same as the whole, and what was known is passed over', () => holds(grown))
  it('that has grown by a month adds it and leaves the settled ones alone', () => holds(grownByMonths))
  it('exported and taken into an empty ledger gives the same months, and the same book again', () =>
    holds(exportedAndTakenIn))
})

describe('a month', () => {
  it('settled, reopened and settled again has the same figures', () => holds(settledTwice))
})
