/** What was worked out for a list, kept while it stays true: until the next entry of the chain. */
import { chainHead } from '../db/queries/chain.ts'
import type { Ledger } from './ledger.ts'

/** More lists than these are looked at by nobody at once. */
const MOST = 24

interface Shelf {
  seq: number
  readonly values: Map<string, unknown>
}

const shelves = new WeakMap<Ledger, Shelf>()

/** The value of the key as of the newest entry; drafts are no entries, so nothing of them may be kept here. */
export function kept<T>(ledger: Ledger, key: string, make: () => T): T {
  const { values } = shelfOf(ledger)
  if (values.has(key)) {
    const value = values.get(key) as T
    // The one used last stays longest.
    values.delete(key)
    values.set(key, value)
    return value
  }
  const made = make()
  values.set(key, made)
  for (const oldest of values.keys()) {
    if (values.size <= MOST) break
    values.delete(oldest)
  }
  return made
}

function shelfOf(ledger: Ledger): Shelf {
  const seq = chainHead.get(ledger.connection, {})?.seq ?? 0
  let shelf = shelves.get(ledger)
  if (shelf?.seq !== seq) {
    shelf = { seq, values: new Map() }
    shelves.set(ledger, shelf)
  }
  return shelf
}
