/**
 * Sums of accounts as the documents of one work see them one after another; none may leave what the ledger can hold. A sum is
 * read before the first document of the work that touches it, so nothing has to be written for it.
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
}

export class AccountSums {
  readonly #reader: Reader
  readonly #catalogue: Catalogue
  readonly #months = new Map<string, number>()
  readonly #balances = new Map<AccountKey, number>()

  constructor(reader: Reader, catalogue: Catalogue) {
    this.#reader = reader
    this.#catalogue = catalogue
  }

  /** What the account holds now, in tyiyn, credit positive. */
  balance(account: AccountKey): number {
    return known(this.#balances, account, () => {
      const id = this.#catalogue.accountId(account)
      const row = id === undefined ? undefined : balanceNow.get(this.#reader, { account: id })
      return (row?.moved_tyiyn ?? 0) + (row?.snapshot_tyiyn ?? 0)
    })
  }

  /** @throws EsepError `amount_too_large` where the moves would take a balance or a sum of the month out of the range. */
  after(money: readonly MoneyMove[], month: string): SumsAfter {
    const months = new Map<string, number>()
    const balances = new Map<AccountKey, number>()
    const add = (account: AccountKey, figure: Figure, change_tyiyn: number): void => {
      const key = `${month}/${account}/${figure}`
      months.set(key, whole((months.get(key) ?? this.#month(key, month, account, figure)) + change_tyiyn))
      balances.set(account, whole((balances.get(account) ?? this.balance(account)) + change_tyiyn))
    }
    for (const { debit, credit, amount_tyiyn, figure } of money) {
      add(debit, figure, -amount_tyiyn)
      add(credit, figure, amount_tyiyn)
    }
    return { months, balances }
  }

  /** The moves are entered. */
  take({ months, balances }: SumsAfter): void {
    for (const [key, sum_tyiyn] of months) this.#months.set(key, sum_tyiyn)
    for (const [account, balance_tyiyn] of balances) this.#balances.set(account, balance_tyiyn)
  }

  #month(key: string, month: string, account: AccountKey, figure: Figure): number {
    return known(this.#months, key, () => {
      const id = this.#catalogue.accountId(account)
      const row = id === undefined ? undefined : sumOfMonth.get(this.#reader, { month, account: id, figure })
      return row?.amount_tyiyn ?? 0
    })
  }
}

function known<K>(sums: Map<K, number>, key: K, read: () => number): number {
  let value = sums.get(key)
  if (value === undefined) {
    value = read()
    sums.set(key, value)
  }
  return value
}
