/** What every producer is owed now. */

import { kept } from './kept.ts'
import type { Ledger } from './ledger.ts'
import { openingBalances, producerAccounts } from './months.ts'

/** Later than any month there can be. */
const END_OF_TIME = '9999-12'

/** By producer; without those who are owed nothing and owe nothing. */
export function producerBalances(ledger: Ledger): ReadonlyMap<number, number> {
  return kept(ledger, 'balances of producers', () => {
    const producers = producerAccounts(ledger.connection)
    const balances = new Map<number, number>()
    for (const { account_id, balance_tyiyn } of openingBalances(ledger.connection, END_OF_TIME)) {
      const producer = producers.get(account_id)
      if (producer !== undefined && balance_tyiyn !== 0) balances.set(producer, balance_tyiyn)
    }
    return balances
  })
}
