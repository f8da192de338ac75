/** The lines and moves behind one producer's figures. */
import { query } from '../query.ts'

type Span = { producer: number; from: string; to: string }

/** Lot parts of the producer sold and brought back. */
export const goodsLinesOfProducer = query((db, p: Span) =>
  db
    .selectFrom('document as d')
    .innerJoin('document_line as l', 'l.document_id', 'd.id')
    .select(['d.id', 'd.kind', 'd.year', 'd.number', 'd.date'])
    .select(['l.line', 'l.product_id', 'l.quantity_milli', 'l.amount_tyiyn', 'l.commission_tyiyn'])
    .select(['l.method', 'l.rate', 'l.terms_id', 'l.partner_id', 'l.partner_tyiyn', 'l.agreement_id'])
    .where('d.kind', 'in', ['sale', 'customer_return'])
    .where('d.date', '>=', p.from)
    .where('d.date', '<=', p.to)
    .where('l.producer_id', '=', p.producer)
    .orderBy('d.date')
    .orderBy('d.id')
    .orderBy('l.line')
    .orderBy('l.part'),
)

/** Moves of the producer's account, with what they are about: the line's product, and the accounts. */
export const movesOfFigure = query((db, p: Span & { figure: string }) =>
  db
    .selectFrom('money_move as m')
    .innerJoin('document as d', 'd.id', 'm.document_id')
    .innerJoin('account as debit', 'debit.id', 'm.debit_id')
    .innerJoin('account as credit', 'credit.id', 'm.credit_id')
    .select(['d.id', 'd.kind', 'd.year', 'd.number', 'm.date', 'm.line', 'm.amount_tyiyn'])
    .select(['debit.key as debit_key', 'credit.key as credit_key'])
    .where('m.producer_id', '=', p.producer)
    .where('m.date', '>=', p.from)
    .where('m.date', '<=', p.to)
    .where((eb) => eb(eb.cast<string>('m.figure', 'text'), '=', p.figure))
    .orderBy('m.date')
    .orderBy('m.document_id')
    .orderBy('m.ordinal'),
)

export const lineOf = query((db, p: { document: number; line: number; part: number }) =>
  db
    .selectFrom('document_line')
    .selectAll()
    .where('document_id', '=', p.document)
    .where('line', '=', p.line)
    .where('part', '=', p.part),
)

/** The document that opened a lot. */
export const openingOfLot = query((db, p: { lot: number }) =>
  db
    .selectFrom('lot as l')
    .innerJoin('document as d', 'd.id', 'l.document_id')
    .select(['d.id', 'd.kind', 'd.year', 'd.number', 'd.date', 'l.line'])
    .where('l.id', '=', p.lot),
)

export const productOfLine = query((db, p: { document: number; line: number }) =>
  db
    .selectFrom('document_line')
    .select('product_id')
    .where('document_id', '=', p.document)
    .where('line', '=', p.line)
    .limit(1),
)
