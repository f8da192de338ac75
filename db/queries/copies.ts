/** What a copy of a ledger tells of itself, and what has happened since. */
import { sql } from 'kysely'
import { query } from '../query.ts'

type None = Record<never, never>

/** What a copy holds, counted. */
export const counts = query((db, _: None) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('document')
      .select((d) => d.fn.countAll<number>().as('n'))
      .$asScalar()
      .$notNull()
      .as('documents'),
    eb
      .selectFrom('producer')
      .select((p) => p.fn.countAll<number>().as('n'))
      .$asScalar()
      .$notNull()
      .as('producers'),
    eb
      .selectFrom('product')
      .select((p) => p.fn.countAll<number>().as('n'))
      .$asScalar()
      .$notNull()
      .as('products'),
    eb
      .selectFrom('draft')
      .select((d) => d.fn.countAll<number>().as('n'))
      .$asScalar()
      .$notNull()
      .as('drafts'),
  ]),
)

/** The newest change of a draft: drafts stand outside the chain. */
export const lastDraft = query((db, _: None) =>
  db.selectFrom('draft').select(sql<string | null>`max(updated)`.as('updated')),
)

/** Documents posted after an entry; a document's id is the number of its entry. */
export const documentsAfterEntry = query((db, p: { seq: number }) =>
  db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', '>', p.seq),
)

/** Documents posted after a moment, where the copy's entries are not the ledger's. */
export const documentsAfterMoment = query((db, p: { moment: string }) =>
  db
    .selectFrom('document as d')
    .innerJoin('chain_entry as e', 'e.seq', 'd.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('e.moment', '>', p.moment),
)
