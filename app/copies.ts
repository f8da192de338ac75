/** The ledger's verified copies: when they are made, which are kept, what a restore from one would lose. */
import path from 'node:path'
import { entryBySeq } from '../db/queries/chain.ts'
import { documentsAfterEntry, documentsAfterMoment } from '../db/queries/copies.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { EsepError } from '../domain/error.ts'
import type { CopyView } from '../domain/views.ts'
import { hex } from './chain.ts'
import {
  type CopyManifest,
  type CopyReason,
  copiesIn,
  type LedgerState,
  readManifest,
  removeCopy,
  stateOf,
  writeCopy,
} from './copy-file.ts'
import { noteInJournal } from './journal.ts'
import { type Actor, BOOKKEEPER, type Ledger, look } from './ledger.ts'
import { copiesFolder } from './place.ts'
import { verifyConnection } from './verify.ts'

interface CopyOptions {
  /** Beside the ledger unless another folder is named. */
  readonly folder?: string
  readonly actor?: Actor
}

/**
 * Makes a verified copy beside the ledger, or in the folder given; then those no longer needed go.
 * @throws EsepError `file_not_writable`, `ledger_not_clean`; every older copy stays.
 */
export async function makeCopy(
  ledger: Ledger,
  reason: CopyReason,
  { folder, actor = BOOKKEEPER }: CopyOptions = {},
): Promise<CopyManifest> {
  const { connection, clock } = ledger
  const own = copiesFolder(connection.file)
  const made = await writeCopy(connection, {
    folder: folder ?? own,
    reason,
    moment: clock.now(),
    inTurn: (act) => look(ledger, act),
    check: checkClean,
  })
  // An import that is refused afterwards must have changed nothing, not even the journal.
  if (reason !== 'import') await noteInJournal(ledger, actor, 'copy', made.name)
  if (folder === undefined) for (const old of copiesToDrop(copiesIn(own))) removeCopy(own, old)
  return made
}

/** Makes a copy unless the newest one holds all that the ledger does. A ledger in memory has nowhere to copy to. */
export async function copyIfChanged(ledger: Ledger, reason: CopyReason): Promise<CopyManifest | undefined> {
  const { connection } = ledger
  if (connection.file === ':memory:') return undefined
  const state = await look(ledger, () => stateOf(connection))
  const newest = newestCopy(connection.file)
  return newest && sameState(newest, state) ? newest : makeCopy(ledger, reason)
}

/** What is about to be taken in can be undone; a ledger without documents has nothing to lose. */
export async function copyBeforeImport(ledger: Ledger): Promise<void> {
  const { documents } = (await look(ledger, () => stateOf(ledger.connection))).counts
  if (documents > 0) await copyIfChanged(ledger, 'import')
}

export const newestCopy = (ledgerFile: string): CopyManifest | undefined =>
  copiesIn(copiesFolder(ledgerFile), 1)[0]

function sameState(left: LedgerState, right: LedgerState): boolean {
  return (
    left.head === right.head &&
    left.lastDraft === right.lastDraft &&
    left.counts.drafts === right.counts.drafts
  )
}

/** @throws EsepError `ledger_not_clean` */
async function checkClean(copy: Connection): Promise<void> {
  const problems = await verifyConnection(copy)
  const [first] = problems
  if (first) throw new EsepError('ledger_not_clean', { first: first.code, count: problems.length })
}

/** As the screens list them; what they lose is unknown while there is no ledger to compare with. */
export function copyViews(ledgerFile: string, ledger: Ledger | undefined): Promise<CopyView[]> {
  const copies = copiesIn(copiesFolder(ledgerFile))
  const view = (copy: CopyManifest, loses: number | null): CopyView => {
    const { name, moment, reason, bytes } = copy
    return { name, moment, reason, bytes, documents: copy.counts.documents, loses }
  }
  if (!ledger) return Promise.resolve(copies.map((copy) => view(copy, null)))
  return look(ledger, () => copies.map((copy) => view(copy, lossOf(ledger.connection, copy))))
}

/** How many documents were posted since. A copy from before an earlier restore may hold entries that this ledger lacks. */
export function lossOf(connection: Connection, { seq, head, moment }: CopyManifest): number {
  const entry = entryBySeq.get(connection, { seq })
  const since =
    entry && hex(entry.hash) === head
      ? documentsAfterEntry.get(connection, { seq })
      : documentsAfterMoment.get(connection, { moment })
  return since?.count ?? 0
}

/**
 * The file of a listed copy. @throws EsepError `copy_missing`, for a name that leads elsewhere too.
 */
export function copyNamed(ledgerFile: string, name: string): string {
  const file = path.join(copiesFolder(ledgerFile), name)
  if (name !== path.basename(name) || !readManifest(file)) throw new EsepError('copy_missing', { name })
  return file
}

const NEWEST_KEPT = 10
const DAYS_KEPT = 30

/**
 * Which copies may go, of all, the newest first: kept are the newest ten, the last of each of the thirty last days that have
 * one, the last of every month, and all that were made at a month's closing or by hand.
 */
export function copiesToDrop(copies: readonly CopyManifest[]): CopyManifest[] {
  const days = new Set<string>()
  const months = new Set<string>()
  return copies.filter(({ moment, reason }, index) => {
    const [day, month] = [moment.slice(0, 10), moment.slice(0, 7)]
    const lastOfDay = !days.has(day) && days.size < DAYS_KEPT
    const lastOfMonth = !months.has(month)
    days.add(day)
    months.add(month)
    return index >= NEWEST_KEPT && !lastOfDay && !lastOfMonth && reason !== 'month' && reason !== 'manual'
  })
}
