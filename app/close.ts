/** Closing a month: the ledger verified, no drafts in it, a verified copy beside it (rules.md section 8). */
import path from 'node:path'
import { chainHead } from '../db/queries/chain.ts'
import { draftsBetween } from '../db/queries/documents.ts'
import { monthRow } from '../db/queries/months.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { copyLedger } from '../db/sqlite/copy.ts'
import { firstDay, lastDay, type Month } from '../domain/dates.ts'
import { EsepError } from '../domain/error.ts'
import { hex } from './chain.ts'
import { type Actor, change, type Ledger, look } from './ledger.ts'
import { markClosed } from './months.ts'
import { verifyConnection, verifyLedger } from './verify.ts'

/**
 * Closes a settled month and those before it.
 * @throws EsepError `month_not_settled`, `month_already_closed`, `month_has_drafts`, `ledger_not_clean`
 */
export async function closeMonth(ledger: Ledger, month: Month, actor: Actor): Promise<void> {
  await look(ledger, () => checkClosable(ledger.connection, month))
  const problems = await verifyLedger(ledger)
  const [first] = problems
  if (first) throw new EsepError('ledger_not_clean', { first: first.code, count: problems.length })
  await look(ledger, () => copyBeforeClosing(ledger.connection, month))
  await change(ledger, actor, (work) => {
    checkClosable(work.writer, month)
    markClosed(work, month)
  })
}

function checkClosable(reader: Parameters<typeof monthRow.get>[0], month: Month): void {
  const row = monthRow.get(reader, { month })
  if (!row) throw new EsepError('month_not_settled', { month })
  if (row.status === 'closed') throw new EsepError('month_already_closed', { month })
  const drafts = draftsBetween.all(reader, { from: firstDay(month), to: lastDay(month) })
  if (drafts.length > 0) throw new EsepError('month_has_drafts', { month, count: drafts.length })
}

/** The copy stands beside the ledger, named by the month; a ledger in memory has nowhere to copy to. */
async function copyBeforeClosing(connection: Connection, month: Month): Promise<void> {
  if (connection.file === ':memory:') return
  const head = headOf(connection)
  const { dir, name } = path.parse(connection.file)
  await copyLedger(connection, path.join(dir, `${name}-${month}.esep`), async (copy) => {
    const problems = await verifyConnection(copy)
    const [first] = problems
    if (first) throw new EsepError('ledger_not_clean', { first: first.code, count: problems.length })
    if (headOf(copy) !== head)
      throw new EsepError('ledger_damaged', { file: connection.file, detail: 'copy' })
  })
}

function headOf(connection: Connection): string {
  const head = chainHead.get(connection, {})
  return head ? hex(head.hash) : ''
}
