/**
 * Arithmetic and calendar of the naive model. Everything is BigInt and written out the long way, so that a mistake
 * of the ledger's own arithmetic cannot hide in a shared helper.
 */

/** a × b / divisor, rounded half away from zero. */
export function halfUp(a: bigint, b: bigint, divisor: bigint): bigint {
  const product = a * b
  const negative = product < 0n
  const magnitude = negative ? -product : product
  const whole = magnitude / divisor
  const rest = magnitude - whole * divisor
  const rounded = rest * 2n >= divisor ? whole + 1n : whole
  return negative ? -rounded : rounded
}

/** Largest remainder over weights ≥ 0: rounded down, then one each to the largest fractions, equal ones to the earlier. */
export function splitLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((left, right) => left + right, 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n))
  const parts = weights.map((weight) => (total * weight) / sum)
  const fractions = weights.map((weight) => (total * weight) % sum)
  let left = total - parts.reduce((taken, part) => taken + part, 0n)
  const given = new Set<number>()
  while (left > 0n) {
    let best = -1
    for (const [index, fraction] of fractions.entries()) {
      if (given.has(index)) continue
      if (best === -1 || fraction > (fractions[best] ?? 0n)) best = index
    }
    parts[best] = (parts[best] ?? 0n) + 1n
    given.add(best)
    left -= 1n
  }
  return parts
}

/** Tyiyn of cash: 1–24 → 0, 25–74 → 50, 75–99 → one som more; a sum paid out is the mirror of one taken in. */
export function roundedCash(amount: bigint): bigint {
  if (amount < 0n) return -roundedCash(-amount)
  const som = amount / 100n
  const tyiyn = amount % 100n
  if (tyiyn < 25n) return som * 100n
  if (tyiyn < 75n) return som * 100n + 50n
  return (som + 1n) * 100n
}

export function plusDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

export function nextMonth(month: string): string {
  return plusDays(`${month}-28`, 4).slice(0, 7)
}

export function endOfMonth(month: string): string {
  return plusDays(`${nextMonth(month)}-01`, -1)
}

export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
