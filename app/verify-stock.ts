/** Holds stock against its moves, day by day: never negative, and as the balances' and the months' own figures say. */

import { allMonths } from '../db/queries/months.ts'
import { QUIET_DAYS, STOCK_BY_DAY, STOCK_SNAPSHOTS } from '../db/queries/verify.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { lastDay } from '../domain/dates.ts'
import { type Notice, notice } from '../domain/error.ts'

/** Every lot at every place: never negative at the end of a day, as the month snapshots say, quiet from its day on. */
export function stockProblems(connection: Connection): Notice[] {
  const months = allMonths.all(connection, {}).map(({ month }) => ({ month, end: lastDay(month) }))
  const snapshots = new Map(connection.scan<[string, number]>(STOCK_SNAPSHOTS))
  const quiet = new Map(connection.scan<[string, string]>(QUIET_DAYS))
  const problems: Notice[] = []
  const walk = new StockWalk(months, snapshots, quiet, problems)
  for (const [key, day, change] of connection.scan<[string, string, number]>(STOCK_BY_DAY))
    walk.step(key, day, change)
  walk.end()
  for (const [key, value] of snapshots) problems.push(wrong('stock_snapshot', key, String(value), ''))
  return problems
}

const wrong = (table: string, key: string, stored: string, expected: string): Notice =>
  notice('verify_stored', { table, key, stored, expected })

class StockWalk {
  readonly #months: readonly { month: string; end: string }[]
  /** By month, place, product and lot; what is left at the end has no moves behind it. */
  readonly #snapshots: Map<string, number>
  readonly #quiet: ReadonlyMap<string, string>
  readonly #problems: Notice[]
  #key = ''
  #quantity = 0
  #next = 0
  #days: { readonly day: string; readonly quantity: number }[] = []

  constructor(
    months: readonly { month: string; end: string }[],
    snapshots: Map<string, number>,
    quiet: ReadonlyMap<string, string>,
    problems: Notice[],
  ) {
    this.#months = months
    this.#snapshots = snapshots
    this.#quiet = quiet
    this.#problems = problems
  }

  /** @param key of place, product and lot; all days of one follow each other. */
  step(key: string, day: string, change: number): void {
    if (key !== this.#key) {
      this.end()
      this.#key = key
      this.#quantity = 0
      this.#next = 0
      this.#days = []
    }
    this.#passMonths(day)
    this.#quantity += change
    this.#days.push({ day, quantity: this.#quantity })
    if (this.#quantity < 0) {
      const [place = '', , lot = ''] = key.split('/')
      this.#problems.push(
        notice('verify_stock_negative', { lot, place, day, quantity_milli: this.#quantity }),
      )
    }
  }

  end(): void {
    if (this.#key === '') return
    this.#passMonths('9999-12-31')
    this.#checkQuiet()
  }

  /** Every month that ended before the day has the quantity of now in its snapshot. */
  #passMonths(day: string): void {
    for (let month = this.#months[this.#next]; month && month.end < day; month = this.#months[this.#next]) {
      const key = `${month.month}/${this.#key}`
      const stored = this.#snapshots.get(key) ?? 0
      this.#snapshots.delete(key)
      if (stored !== this.#quantity)
        this.#problems.push(wrong('stock_snapshot', key, String(stored), String(this.#quantity)))
      this.#next += 1
    }
  }

  /** From its quiet day on a balance never holds less than now: whatever asks for stock relies on it. */
  #checkQuiet(): void {
    const stored = this.#quiet.get(this.#key)
    if (stored === undefined) return
    const last = this.#days.findLastIndex(({ quantity }) => quantity < this.#quantity)
    const first = this.#days[last + 1]?.day ?? ''
    if (stored < first) this.#problems.push(wrong('stock_balance', this.#key, stored, first))
  }
}
