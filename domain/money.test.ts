import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  basisPoints,
  mulDiv,
  percentOf,
  priceTimes,
  roundCash,
  splitByWeights,
  sum,
  tyiyn,
  whole,
} from './money.ts'

const MAX = Number.MAX_SAFE_INTEGER
const LIMIT = BigInt(MAX)

/** Half away from zero, by quotient and remainder. */
function halfUp(product: bigint, divisor: bigint): bigint {
  const magnitude = product < 0n ? -product : product
  const up = (magnitude % divisor) * 2n >= divisor ? 1n : 0n
  const rounded = magnitude / divisor + up
  return product < 0n ? -rounded : rounded
}

const anyWhole = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.maxSafeInteger(),
  fc.integer({ min: 0, max: 2000 }).map((below) => MAX - below),
  fc.integer({ min: 0, max: 2000 }).map((above) => above - MAX),
)
const anyDivisor = fc.oneof(fc.constantFrom(1, 2, 3, 7, 1000, 10_000), fc.integer({ min: 1, max: MAX }))

const code = (of: () => unknown): unknown => {
  try {
    return of()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

describe('mulDiv', () => {
  it('equals BigInt half away from zero, or refuses what leaves the range', () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, anyDivisor, (a, b, divisor) => {
        const exact = halfUp(BigInt(a) * BigInt(b), BigInt(divisor))
        const fits = exact <= LIMIT && exact >= -LIMIT
        expect(code(() => mulDiv(a, b, divisor))).toBe(fits ? Number(exact) : 'amount_too_large')
      }),
      { numRuns: 2000 },
    )
  })

  it('is exact where twice the product only just fits a double', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30_000 }), fc.boolean(), anyDivisor, (below, isNegative, divisor) => {
        const half = Math.floor(MAX / 2) - below
        const a = isNegative ? -half : half
        expect(BigInt(mulDiv(a, 1, divisor))).toBe(halfUp(BigInt(a), BigInt(divisor)))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [4_503_599_627_370_495, 1, 3, 1_501_199_875_790_165],
    [1001, 1234, 1000, 1235],
    [0, -5, 7, 0],
  ])('%d × %d / %d = %d', (a, b, divisor, expected) => {
    expect(mulDiv(a, b, divisor)).toBe(expected)
  })

  it('never gives a negative zero', () => {
    fc.assert(
      fc.property(anyWhole, anyDivisor, (a, divisor) => {
        expect(Object.is(mulDiv(a, 0, divisor), -0)).toBe(false)
        expect(Object.is(mulDiv(-1, 1, 1 + divisor / 1), -0)).toBe(false)
      }),
    )
  })
})

describe('price and percent', () => {
  it('work by thousandths and basis points', () => {
    expect(priceTimes(33_333, 1234)).toBe(41_133)
    expect(priceTimes(1, 500)).toBe(1)
    expect(priceTimes(1, 499)).toBe(0)
    expect(percentOf(-1, 5000)).toBe(-1)
    expect(percentOf(41_133, 725)).toBe(2982)
  })

  it('returning a part in any number of steps takes back exactly the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 }),
        (amount, steps) => {
          const quantity = steps.reduce((left, right) => left + right, 0)
          let returned = 0
          let back = 0
          for (const step of steps) {
            back += mulDiv(amount, returned + step, quantity) - mulDiv(amount, returned, quantity)
            returned += step
          }
          expect(back).toBe(amount)
        },
      ),
    )
  })
})

describe('whole', () => {
  it('lets through what the ledger may store and nothing else', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const result = code(() => whole(value))
        if (Number.isSafeInteger(value)) expect(result).toBe(value === 0 ? 0 : value)
        else
          expect(result).toBe(
            Number.isFinite(value) && Math.abs(value) <= MAX ? 'not_whole' : 'amount_too_large',
          )
      }),
    )
  })

  it('refuses a large integer that would fold into the range', () => {
    expect(code(() => whole(LIMIT + 1n))).toBe('amount_too_large')
    expect(code(() => tyiyn(-LIMIT - 1n))).toBe('amount_too_large')
    expect(tyiyn(LIMIT)).toBe(MAX)
    expect(code(() => basisPoints(0.5))).toBe('not_whole')
    expect(Object.is(whole(-0), 0)).toBe(true)
  })
})

describe('splitByWeights', () => {
  const anyWeights = fc
    .array(fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 1_000_000 }), fc.maxSafeNat()), {
      minLength: 1,
      maxLength: 8,
    })
    .filter((weights) => weights.some((weight) => weight > 0))

  it('adds up, and no part is a whole tyiyn away from its exact share', () => {
    fc.assert(
      fc.property(anyWhole, anyWeights, (total, weights) => {
        const parts = splitByWeights(total, weights)
        const all = weights.reduce((left, right) => left + BigInt(right), 0n)
        expect(parts.reduce((left, right) => left + BigInt(right), 0n)).toBe(BigInt(total))
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * all - BigInt(total) * BigInt(weights[index] ?? 0)
          expect(off < all && -off < all).toBe(true)
          expect(Object.is(part, -0)).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the tyiyn left to the largest fractions, equal ones to the earlier', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), anyWeights, (total, weights) => {
        const all = weights.reduce((left, right) => left + BigInt(right), 0n)
        const ups = splitByWeights(total, weights).map((part, index) => {
          const exact = BigInt(total) * BigInt(weights[index] ?? 0)
          return { up: BigInt(part) > exact / all, fraction: exact % all, index }
        })
        for (const winner of ups.filter((entry) => entry.up)) {
          for (const loser of ups.filter((entry) => !entry.up)) {
            const isBefore = winner.fraction === loser.fraction && winner.index < loser.index
            expect(winner.fraction > loser.fraction || isBefore).toBe(true)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('gives equal weights equal parts but for one tyiyn, the earlier first', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByWeights(101, [1, 1, 1])).toEqual([34, 34, 33])
    expect(splitByWeights(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(splitByWeights(0, [0, 0])).toEqual([0, 0])
    expect(splitByWeights(5, [0, 3])).toEqual([0, 5])
  })
})

describe('sum', () => {
  it('is exact in any order, or refuses what leaves the range', () => {
    fc.assert(
      fc.property(fc.array(anyWhole, { maxLength: 6 }), (amounts) => {
        const exact = amounts.reduce((left, right) => left + BigInt(right), 0n)
        const fits = exact <= LIMIT && exact >= -LIMIT
        expect(code(() => sum(amounts))).toBe(fits ? Number(exact) : 'amount_too_large')
      }),
      { numRuns: 1000 },
    )
  })

  it('does not lose a tyiyn on the way over 2^53 and back', () => {
    expect(sum([MAX, 2, -2])).toBe(MAX)
    expect(code(() => sum([1, 0.5]))).toBe('not_whole')
    expect(code(() => sum([1, Number.NaN]))).toBe('amount_too_large')
    expect(sum([])).toBe(0)
  })
})

describe('roundCash', () => {
  it('rounds the tyiyn of a som by the table, the same way below zero', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 99 }), (som, rest) => {
        const expected = som * 100 + (rest < 25 ? 0 : rest < 75 ? 50 : 100)
        expect(roundCash(som * 100 + rest)).toBe(expected)
        expect(roundCash(-som * 100 - rest)).toBe(expected === 0 ? 0 : -expected)
      }),
    )
  })

  it('stays exact at the edge of the range and refuses to leave it', () => {
    expect(roundCash(MAX - 17)).toBe(MAX - 41)
    expect(code(() => roundCash(MAX))).toBe('amount_too_large')
    expect(code(() => roundCash(-MAX))).toBe('amount_too_large')
  })
})
