/**
 * Sums of accounts as the documents of one work see them one after another; none may leave what the ledger can hold. While
 * all that was ever moved is far from that, no sum can be near it, and only those that somebody asked for are read and kept.
 */

import { balanceNow, sumOfMonth } from '../db/queries/facts.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { whole } from '../domain/money.ts'
import type { AccountKey, Figure, MoneyMove } from '../domain/registers.ts'
import type { Catalogue } from './catalogue.ts'

/** Sums in tyiyn, credit positive, as they will be once some moves are entered. */
export interface SumsAfter {
  /** By month, account and figure. */
  readonly months: ReadonlyMap<string, number>
  readonly balances: ReadonlyMap<AccountKey, number>
  /** What the moves add to the ledger's turnover. */
  readonly turnover_tyiyn: number
}

/** A quarter of the range leaves room for what a turnover in floating point may be off by. */
const FAR_FROM_THE_END = Number.MAX_SAFE_INTEGER / 4

export class AccountSums {
  readonly #reader: Reader
  readonly #catalogue: Catalogue
  /** Called before a look at the sums in the file, which must hold all that was posted. */
  readonly #flush: () => void
  readonly #months = new Map<string, number>()
  readonly #balances = new Map<AccountKey, number>()

  constructor(reader: Reader, catalogue: Catalogue, flush: () => void) {
    this.#reader = reader
    this.#catalogue = catalogue
    this.#flush = flush
  }

  /** What the account holds now, in tyiyn, credit positive. */
  balance(account: AccountKey): number {
    return known(this.#balances, account, () => {
      this.#flush()
      const id = this.#catalogue.accountId(account)
      const row = id === undefined ? undefined : balanceNow.get(this.#reader, { account: id })
      return (row?.moved_tyiyn ?? 0) + (row?.snapshot_tyiyn ?? 0)
    })
  }

  /** @throws EsepError `amount_too_large` where the moves would take a balance or a sum of the month out of the range. */
  after(money: readonly MoneyMove[], month: string): SumsAfter {
    const months = new Map<string, number>()
    const balances = new Map<AccountKey, number>()
    const turnover_tyiyn = turnoverOf(money)
    const far = this.#isFar(turnover_tyiyn)
    const add = (account: AccountKey, figure: Figure, change_tyiyn: number): void => {
      const key = `${month}/${account}/${figure}`
      if (!far || this.#months.has(key))
        months.set(key, whole((months.get(key) ?? this.#month(key, month, account, figure)) + change_tyiyn))
      if (!far || this.#balances.has(account))
        balances.set(account, whole((balances.get(account) ?? this.balance(account)) + change_tyiyn))
    }
    for (const { debit, credit, amount_tyiyn, figure } of money) {
      add(debit, figure, -amount_tyiyn)
      add(credit, figure, amount_tyiyn)
    }
    return { months, balances, turnover_tyiyn }
  }

  /** The moves are entered. */
  take({ months, balances, turnover_tyiyn }: SumsAfter): void {
    this.#catalogue.addTurnover(turnover_tyiyn)
    for (const [key, sum_tyiyn] of months) this.#months.set(key, sum_tyiyn)
    for (const [account, balance_tyiyn] of balances) this.#balances.set(account, balance_tyiyn)
  }

  #isFar(turnover_tyiyn: number): boolean {
    return turnover_tyiyn === 0 || this.#catalogue.turnover(this.#flush) + turnover_tyiyn < FAR_FROM_THE_END
  }

  #month(key: string, month: string, account: AccountKey, figure: Figure): number {
    return known(this.#months, key, () => {
      this.#flush()
      const id = this.#catalogue.accountId(account)
      const row = id === undefined ? undefined : sumOfMonth.get(this.#reader, { month, account: id, figure })
      return row?.amount_tyiyn ?? 0
    })
  }
}

/** Every move counts on both of its sides. */
function turnoverOf(money: readonly MoneyMove[]): number {
  let total_tyiyn = 0
  for (const { amount_tyiyn } of money) total_tyiyn += 2 * amount_tyiyn
  return total_tyiyn
}

function known<K>(sums: Map<K, number>, key: K, read: () => number): number {
  let value = sums.get(key)
  if (value === undefined) {
    value = read()
    sums.set(key, value)
  }
  return value
}
