/** The chain of entries (rules.md section 3). */
import { command, insertRows, query } from '../query.ts'
import type { AccountTable, ChainEntryTable } from '../schema.ts'
import type { Writer } from '../sqlite/connection.ts'

const ENTRY = ['seq', 'moment', 'user_id', 'kind', 'subject', 'version', 'content', 'hash'] as const

export const insertEntries = (writer: Writer, rows: readonly ChainEntryTable[]): void =>
  insertRows(writer, 'chain_entry', ENTRY, rows)

export const insertAccounts = (writer: Writer, rows: readonly AccountTable[]): void =>
  insertRows(writer, 'account', ['id', 'key'], rows)

export const chainHead = query((db, _: Record<never, never>) =>
  db.selectFrom('chain_entry').select(['seq', 'hash', 'moment']).orderBy('seq', 'desc').limit(1),
)

export const entryBySeq = query((db, p: { seq: number }) =>
  db.selectFrom('chain_entry').selectAll().where('seq', '=', p.seq),
)

/** The newest version of a subject's content up to an entry. */
export const versionAsOf = query((db, p: { kind: string; subject: string; seq: number }) =>
  db
    .selectFrom('chain_entry')
    .select('content')
    .where('kind', '=', p.kind)
    .where('subject', '=', p.subject)
    .where('seq', '<=', p.seq)
    .where('kind', '<>', 'document')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** Subjects of a kind that changed after an entry. */
export const changedSince = query((db, p: { kind: string; seq: number }) =>
  db
    .selectFrom('chain_entry')
    .select('subject')
    .distinct()
    .where('kind', '=', p.kind)
    .where('kind', '<>', 'document')
    .where('seq', '>', p.seq),
)

const addJournal = command((db, p: { moment: string; user: number; action: string; detail: string }) =>
  db.insertInto('journal').values({
    id: null as unknown as number,
    moment: p.moment,
    user_id: p.user,
    action: p.action,
    detail: p.detail,
  }),
)
export const writeJournal = (
  writer: Writer,
  moment: string,
  user: number,
  action: string,
  detail: string,
): void => addJournal.run(writer, { moment, user, action, detail })
