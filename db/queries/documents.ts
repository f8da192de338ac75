/** Documents as they were posted. */
import { command, query } from '../query.ts'
import type { DraftTable } from '../schema.ts'
import type { Writer } from '../sqlite/connection.ts'

export const documentByUuid = query((db, p: { uuid: string }) =>
  db.selectFrom('document').selectAll().where('uuid', '=', p.uuid),
)
export const documentById = query((db, p: { id: number }) =>
  db.selectFrom('document').selectAll().where('id', '=', p.id),
)
export const reversalOf = query((db, p: { id: number }) =>
  db.selectFrom('document').selectAll().where('reverses_id', '=', p.id),
)
export const lotsOf = query((db, p: { document: number }) =>
  db.selectFrom('lot').selectAll().where('document_id', '=', p.document).orderBy('id'),
)
export const stockMovesOf = query((db, p: { date: string; document: number }) =>
  db
    .selectFrom('stock_move')
    .selectAll()
    .where('date', '=', p.date)
    .where('document_id', '=', p.document)
    .orderBy('ordinal'),
)
export const moneyMovesOf = query((db, p: { date: string; document: number }) =>
  db
    .selectFrom('money_move')
    .selectAll()
    .where('date', '=', p.date)
    .where('document_id', '=', p.document)
    .orderBy('ordinal'),
)
/** The first standing document after this one that moved the lot. */
export const firstMoveOfLot = query((db, p: { product: number; lot: number; after: number }) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('document as d', 'd.id', 'm.document_id')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select(['d.kind', 'd.year', 'd.number'])
    .where('m.product_id', '=', p.product)
    .where('m.lot_id', '=', p.lot)
    .where('m.document_id', '>', p.after)
    .where('d.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('d.id')
    .limit(1),
)
/** The first standing return of the sale. */
export const firstReturnOf = query((db, p: { sale: number }) =>
  db
    .selectFrom('document_line as l')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select(['d.kind', 'd.year', 'd.number'])
    .where('l.source_document_id', '=', p.sale)
    .where('l.source_document_id', '>', 0)
    .where('d.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('d.id')
    .limit(1),
)

export const draftsBetween = query((db, p: { from: string; to: string }) =>
  db.selectFrom('draft').select(['id', 'kind', 'date']).where('date', '>=', p.from).where('date', '<=', p.to),
)
export const draftById = query((db, p: { id: string }) =>
  db.selectFrom('draft').selectAll().where('id', '=', p.id),
)
export const allDrafts = query((db, _: Record<never, never>) =>
  db.selectFrom('draft').selectAll().orderBy('updated'),
)

const putDraft = command((db, p: DraftTable) =>
  db
    .insertInto('draft')
    .values({ id: p.id, kind: p.kind, date: p.date, input: p.input, updated: p.updated, user_id: p.user_id })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        kind: (eb) => eb.ref('excluded.kind'),
        date: (eb) => eb.ref('excluded.date'),
        input: (eb) => eb.ref('excluded.input'),
        updated: (eb) => eb.ref('excluded.updated'),
        user_id: (eb) => eb.ref('excluded.user_id'),
      }),
    ),
)
const dropDraft = command((db, p: { id: string }) => db.deleteFrom('draft').where('id', '=', p.id))

export const writeDraft = (writer: Writer, draft: DraftTable): void => putDraft.run(writer, draft)
export const deleteDraft = (writer: Writer, id: string): void => dropDraft.run(writer, { id })
