/** Checks the whole ledger: SQLite, the chain, what is stored for speed, and the rules that hold for every ledger. */

import { STORED_SUMS } from '../db/queries/verify.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { notice } from '../domain/error.ts'
import { Breath } from './breath.ts'
import { type Ledger, look } from './ledger.ts'
import { ChainCheck, type Problem } from './verify-chain.ts'
import { stockProblems } from './verify-stock.ts'

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

function trialBalance(connection: Connection): VerifyProblem[] {
  const [row] = connection.scan<[number]>('SELECT coalesce(sum(amount_tyiyn), 0) FROM account_month')
  const difference_tyiyn = row?.[0] ?? 0
  return difference_tyiyn === 0 ? [] : [notice('verify_trial_balance', { difference_tyiyn })]
}
