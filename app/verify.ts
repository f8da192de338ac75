/** Checks the whole ledger: SQLite, the chain, what is stored for speed, and the rules that hold for every ledger. */

import { allMonths } from '../db/queries/months.ts'
import { STOCK_BY_DAY, STOCK_SNAPSHOTS, STORED_SUMS } from '../db/queries/verify.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { lastDay } from '../domain/dates.ts'
import { notice } from '../domain/error.ts'
import { Breath } from './breath.ts'
import { type Ledger, look } from './ledger.ts'
import { ChainCheck, type Problem } from './verify-chain.ts'

export type VerifyProblem = Problem

export interface VerifyOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (entries: number) => void
}

/** Everything that is wrong; an empty list means the ledger is as it was posted. */
export function verifyLedger(ledger: Ledger, options: VerifyOptions = {}): Promise<VerifyProblem[]> {
  return look(ledger, () => verifyConnection(ledger.connection, options))
}

export async function verifyConnection(
  connection: Connection,
  { signal, onProgress }: VerifyOptions = {},
): Promise<VerifyProblem[]> {
  const breath = new Breath(signal, onProgress)
  return [
    ...fileProblems(connection),
    ...(await new ChainCheck(connection).run(breath)),
    ...STORED_SUMS.flatMap((pair) => sumProblems(connection, pair)),
    ...stockProblems(connection),
    ...trialBalance(connection),
  ]
}

function fileProblems(connection: Connection): VerifyProblem[] {
  const integrity = connection
    .pragmaRows<{ integrity_check: string }>('integrity_check')
    .filter(({ integrity_check }) => integrity_check !== 'ok')
    .map(({ integrity_check }) => notice('verify_integrity', { detail: integrity_check }))
  const keys = connection
    .pragmaRows<{ table: string; rowid: number | null }>('foreign_key_check')
    .map(({ table, rowid }) => notice('verify_foreign_key', { table, row: String(rowid ?? '') }))
  return [...integrity, ...keys]
}

function sumProblems(
  connection: Connection,
  { table, stored, expected }: (typeof STORED_SUMS)[number],
): VerifyProblem[] {
  const left = new Map(connection.scan<[string, number]>(stored))
  const problems: VerifyProblem[] = []
  for (const [key, value] of connection.scan<[string, number]>(expected)) {
    const found = left.get(key)
    left.delete(key)
    if (found !== value)
      problems.push(
        notice('verify_stored', { table, key, stored: String(found ?? ''), expected: String(value) }),
      )
  }
  for (const [key, value] of left)
    problems.push(notice('verify_stored', { table, key, stored: String(value), expected: '' }))
  return problems
}

/** Stock of every lot at every place: never negative at the end of a day, and as the month snapshots say. */
function stockProblems(connection: Connection): VerifyProblem[] {
  const months = allMonths.all(connection, {}).map(({ month }) => ({ month, end: lastDay(month) }))
  const snapshots = new Map<string, number>()
  for (const [month, lot, place, quantity] of connection.scan<[string, number, number, number]>(
    STOCK_SNAPSHOTS,
  )) {
    snapshots.set(`${month}/${place}/${lot}`, quantity)
  }
  const problems: VerifyProblem[] = []
  const walk = new StockWalk(months, snapshots, problems)
  for (const [lot, place, day, change] of connection.scan<[number, number, string, number]>(STOCK_BY_DAY))
    walk.step(lot, place, day, change)
  walk.end()
  for (const [key, value] of snapshots) {
    problems.push(
      notice('verify_stored', { table: 'stock_snapshot', key, stored: String(value), expected: '' }),
    )
  }
  return problems
}

class StockWalk {
  readonly #months: readonly { month: string; end: string }[]
  readonly #snapshots: Map<string, number>
  readonly #problems: VerifyProblem[]
  #key = ''
  #quantity = 0
  #next = 0

  constructor(
    months: readonly { month: string; end: string }[],
    snapshots: Map<string, number>,
    problems: VerifyProblem[],
  ) {
    this.#months = months
    this.#snapshots = snapshots
    this.#problems = problems
  }

  step(lot: number, place: number, day: string, change: number): void {
    const key = `${place}/${lot}`
    if (key !== this.#key) {
      this.end()
      this.#key = key
      this.#quantity = 0
      this.#next = 0
    }
    this.#passMonths(day)
    this.#quantity += change
    if (this.#quantity < 0) {
      const data = { lot: String(lot), place: String(place), day, quantity_milli: this.#quantity }
      this.#problems.push(notice('verify_stock_negative', data))
    }
  }

  end(): void {
    if (this.#key !== '') this.#passMonths('9999-12-31')
  }

  /** Every month that ended before the day has the quantity of now in its snapshot. */
  #passMonths(day: string): void {
    for (let month = this.#months[this.#next]; month && month.end < day; month = this.#months[this.#next]) {
      const key = `${month.month}/${this.#key}`
      const stored = this.#snapshots.get(key) ?? 0
      this.#snapshots.delete(key)
      if (stored !== this.#quantity) {
        const data = {
          table: 'stock_snapshot',
          key,
          stored: String(stored),
          expected: String(this.#quantity),
        }
        this.#problems.push(notice('verify_stored', data))
      }
      this.#next += 1
    }
  }
}

function trialBalance(connection: Connection): VerifyProblem[] {
  const [row] = connection.scan<[number]>('SELECT coalesce(sum(amount_tyiyn), 0) FROM account_month')
  const difference_tyiyn = row?.[0] ?? 0
  return difference_tyiyn === 0 ? [] : [notice('verify_trial_balance', { difference_tyiyn })]
}
