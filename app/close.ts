/** Closing a month: the ledger verified, no drafts in it, a verified copy beside it (rules.md section 8). */
import { draftsBetween } from '../db/queries/documents.ts'
import { monthRow } from '../db/queries/months.ts'
import { lastDay, type Month } from '../domain/dates.ts'
import { EsepError } from '../domain/error.ts'
import { makeCopy } from './copies.ts'
import { type Actor, change, type Ledger, look } from './ledger.ts'
import { markClosed } from './months.ts'
import { verifyLedger } from './verify.ts'

/**
 * Closes a settled month and those before it.
 * @throws EsepError `month_not_settled`, `month_already_closed`, `month_has_drafts`, `ledger_not_clean`
 */
export async function closeMonth(ledger: Ledger, month: Month, actor: Actor): Promise<void> {
  await look(ledger, () => checkClosable(ledger.connection, month))
  const problems = await verifyLedger(ledger)
  const [first] = problems
  if (first) throw new EsepError('ledger_not_clean', { first: first.code, count: problems.length })
  if (ledger.connection.file !== ':memory:') await makeCopy(ledger, 'month', { actor })
  await change(ledger, actor, (work) => {
    checkClosable(work.writer, month)
    markClosed(work, month)
  })
}

function checkClosable(reader: Parameters<typeof monthRow.get>[0], month: Month): void {
  const row = monthRow.get(reader, { month })
  if (!row) throw new EsepError('month_not_settled', { month })
  if (row.status === 'closed') throw new EsepError('month_already_closed', { month })
  const drafts = draftsBetween.all(reader, { from: '', to: lastDay(month) })
  if (drafts.length > 0) throw new EsepError('month_has_drafts', { month, count: drafts.length })
}
