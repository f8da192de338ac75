/** Whole tyiyn (1 som = 100 tyiyn). The brand keeps money and quantity apart at compile time. */
export type Tyiyn = number & { readonly unit: 'tyiyn' }

/** Whole basis points (1 % = 100). */
export type BasisPoints = number & { readonly unit: 'basis points' }

import { EsepError } from './error.ts'

/**
 * The one door by which a number becomes money.
 * @throws EsepError `amount_too_large` beyond ±(2^53 − 1), `not_whole` for a fraction.
 */
export function tyiyn(value: number | bigint): Tyiyn {
  return whole(value) as Tyiyn
}

/** @throws EsepError like {@link tyiyn}. */
export function basisPoints(value: number): BasisPoints {
  return whole(value) as BasisPoints
}

/** Passes what the ledger may store: an integer within ±(2^53 − 1). Negative zero becomes zero. */
export function whole(value: number | bigint): number {
  const number = Number(value)
  if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    throw new EsepError('amount_too_large', { value: String(value) })
  }
  if (!Number.isInteger(number)) throw new EsepError('not_whole', { value: String(value) })
  return number === 0 ? 0 : number
}

/**
 * a × b / divisor, rounded half away from zero: the only rounding in the ledger (rules.md section 2).
 * Exact on the way, whatever the size of the product.
 */
export function mulDiv(a: number, b: number, divisor: number): number {
  const product = a * b
  const doubled = Math.abs(product) * 2 + divisor
  if (Number.isSafeInteger(product) && Number.isSafeInteger(doubled)) {
    const quotient = Math.floor(doubled / (divisor * 2))
    // Math.floor of a double quotient may land on the next integer when the dividend is near 2^53.
    const exact = quotient * divisor * 2 > doubled ? quotient - 1 : quotient
    return product < 0 ? 0 - exact : exact
  }
  return whole(halfUpBig(BigInt(a) * BigInt(b), BigInt(divisor)))
}

function halfUpBig(product: bigint, divisor: bigint): bigint {
  const magnitude = product < 0n ? -product : product
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return product < 0n ? -rounded : rounded
}

/** price × quantity in tyiyn, half-up; quantity in thousandths. */
export function priceTimes(price_tyiyn: number, quantity_milli: number): Tyiyn {
  return mulDiv(price_tyiyn, quantity_milli, 1000) as Tyiyn
}

/** The share `rate_bp` of an amount, half-up. */
export function percentOf(amount_tyiyn: number, rate_bp: number): Tyiyn {
  return mulDiv(amount_tyiyn, rate_bp, 10_000) as Tyiyn
}

/**
 * Splits an amount over weights by largest remainder: parts rounded down, the tyiyn left one each to the
 * largest fractions, equal ones to the earlier part. Weights are whole and ≥ 0, not all 0 unless the total is 0.
 */
export function splitByWeights(total: number, weights: readonly (number | bigint)[]): Tyiyn[] {
  if (weights.length === 1) return [total as Tyiyn]
  const sum = weights.reduce<bigint>((left, right) => left + BigInt(right), 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0) as Tyiyn)
  const sign = total < 0 ? -1 : 1
  const magnitude = BigInt(Math.abs(total))
  const parts = weights.map((weight, index) => {
    const exact = magnitude * BigInt(weight)
    return { index, part: Number(exact / sum), fraction: exact % sum }
  })
  let left = Math.abs(total) - parts.reduce((taken, { part }) => taken + part, 0)
  const byFraction = [...parts].sort((a, b) =>
    a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1,
  )
  for (const entry of byFraction) {
    if (left === 0) break
    entry.part += 1
    left -= 1
  }
  return parts.map(({ part }) => (part === 0 ? 0 : sign * part) as Tyiyn)
}

/** Exact sum that refuses to leave the range of the ledger. */
export function sum(amounts: Iterable<number>): Tyiyn {
  const all = [...amounts]
  let total = 0
  let exact = true
  for (const amount of all) {
    total += amount
    exact &&= Number.isSafeInteger(total)
  }
  if (exact) return whole(total) as Tyiyn
  // A running total beyond 2^53 could lose a tyiyn and come back into the range without it.
  return whole(all.reduce((left, amount) => left + BigInt(whole(amount)), 0n)) as Tyiyn
}

/** What a cash sum becomes when tyiyn are rounded: 1–24 → 0, 25–74 → 50, 75–99 → one som more. */
export function roundCash(amount_tyiyn: number): Tyiyn {
  const magnitude = Math.abs(amount_tyiyn)
  const tyiyn = magnitude % 100
  const rounded = whole(magnitude - tyiyn + Math.floor((tyiyn + 25) / 50) * 50)
  return (amount_tyiyn < 0 ? 0 - rounded : rounded) as Tyiyn
}
