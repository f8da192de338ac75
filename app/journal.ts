/** What was done with the ledger besides changing it: outside the chain, for whoever asks later. */
import { writeJournal } from '../db/queries/chain.ts'
import { type Actor, change, type Ledger } from './ledger.ts'

export function noteInJournal(ledger: Ledger, actor: Actor, action: string, detail: string): Promise<void> {
  return change(ledger, actor, ({ writer, moment }) =>
    writeJournal(writer, moment, actor.user, action, detail),
  )
}
