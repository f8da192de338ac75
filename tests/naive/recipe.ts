import fc from 'fast-check'

/**
 * What a random book is made of: small naturals only, so that fast-check shrinks every choice to the first and
 * simplest one. The builder turns a recipe into rows; the same recipe always gives the same book.
 */
export interface Recipe {
  readonly months: number
  readonly producers: readonly number[][]
  readonly products: readonly number[][]
  readonly places: readonly number[][]
  readonly sets: readonly number[][]
  readonly terms: readonly number[][]
  readonly rules: readonly number[][]
  readonly settings: readonly number[]
  readonly steps: readonly Step[]
  /** 0 keeps rows in order of date; anything else deals the days of every sheet anew. */
  readonly shuffle: number
}

export const STEP_KINDS = [
  'openingBalance',
  'openingStock',
  'receipt',
  'customerReturn',
  'transfer',
  'repricing',
  'sale',
  'sameDayReturn',
  'producerReturn',
  'writeOff',
  'stockCount',
  'charge',
  'payout',
  'money',
] as const

export type StepKind = (typeof STEP_KINDS)[number]

export interface Step {
  readonly kind: StepKind
  readonly day: number
  readonly picks: readonly number[]
}

const WEIGHTS: Readonly<Record<StepKind, number>> = {
  openingBalance: 2,
  openingStock: 2,
  receipt: 8,
  customerReturn: 5,
  transfer: 4,
  repricing: 3,
  sale: 14,
  sameDayReturn: 2,
  producerReturn: 2,
  writeOff: 3,
  stockCount: 3,
  charge: 2,
  payout: 3,
  money: 2,
}

const picks = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 9999 }), { minLength: count, maxLength: count })

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(...STEP_KINDS.map((kind) => ({ arbitrary: fc.constant(kind), weight: WEIGHTS[kind] }))),
  day: fc.nat({ max: 365 }),
  picks: picks(16),
})

export interface Sizes {
  readonly minSteps: number
  readonly maxSteps: number
}

export function recipeArbitrary(sizes: Sizes): fc.Arbitrary<Recipe> {
  return fc.record({
    months: fc.integer({ min: 2, max: 4 }),
    producers: fc.array(picks(4), { minLength: 2, maxLength: 6 }),
    products: fc.array(picks(6), { minLength: 3, maxLength: 10 }),
    places: fc.array(picks(16), { minLength: 1, maxLength: 4 }),
    sets: fc.array(picks(8), { maxLength: 2 }),
    terms: fc.array(picks(7), { maxLength: 8 }),
    rules: fc.array(picks(9), { maxLength: 4 }),
    settings: picks(8),
    steps: fc.array(stepArbitrary, { minLength: sizes.minSteps, maxLength: sizes.maxSteps, size: 'max' }),
    shuffle: fc.nat({ max: 50 }),
  })
}

/** Reads the picks of a recipe one after another; 0 is always the simplest choice. */
export interface Picks {
  below(limit: number): number
  of<T>(list: readonly [T, ...T[]]): T
  /** The first of a list that may be empty. */
  from<T>(list: readonly T[]): T | undefined
  /** True in that many cases of a hundred. */
  chance(percent: number): boolean
}

export function picksOf(numbers: readonly number[]): Picks {
  let cursor = 0
  const next = (): number => {
    const value = numbers[cursor % Math.max(numbers.length, 1)] ?? 0
    cursor += 1
    return value
  }
  return {
    below: (limit) => next() % limit,
    of: (list) => list[next() % list.length] ?? list[0],
    from: (list) => (list.length === 0 ? undefined : list[next() % list.length]),
    chance: (percent) => 100 - (next() % 100) <= percent,
  }
}
