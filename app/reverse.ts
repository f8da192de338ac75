/** Сторно: a posted document is undone by a second one with the opposite moves (rules.md section 3). */

import { allAccounts } from '../db/queries/catalogues.ts'
import {
  documentById,
  documentByUuid,
  firstMoveOfLot,
  firstReturnOf,
  lotsOf,
  moneyMovesOf,
  reversalOf,
  stockMovesOf,
} from '../db/queries/documents.ts'
import { linesOf } from '../db/queries/facts.ts'
import type { DocumentLineTable, DocumentTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { monthOf } from '../domain/dates.ts'
import { documentNumber } from '../domain/documents/document.ts'
import { EsepError } from '../domain/error.ts'
import { type AccountKey, type PostedLine, reversed } from '../domain/registers.ts'
import { type Actor, change, type Ledger, type Work } from './ledger.ts'
import { type Posted, Poster, type ReversalInput } from './post.ts'

export interface ReversalRequest {
  /** Made by the client: the same id reverses once. */
  readonly id: string
  readonly document: number
  readonly reason: string
}

/**
 * Reverses a document on its own date while that can be posted to, else today.
 * @throws EsepError `already_reversed`, `reversal_of_reversal`, `reversal_of_settlement`,
 * `reversal_of_settled_opening`, `reversal_has_followers`
 */
export function reverseDocument(ledger: Ledger, request: ReversalRequest, actor: Actor): Promise<Posted> {
  return change(ledger, actor, (work) => reverseIn(new Poster(work), work, request))
}

/** Undoes a document inside work that is under way; the same id undoes once. */
export function reverseIn(poster: Poster, work: Work, request: ReversalRequest): Posted {
  const done = documentByUuid.get(work.writer, { uuid: request.id })
  if (done) return repeat(done, request)
  const original = documentById.get(work.writer, { id: request.document })
  if (!original) throw new EsepError('unknown_document', { id: String(request.document) })
  const posted = reverseWith(poster, work, original, request)
  poster.flush()
  return posted
}

function reverseWith(poster: Poster, work: Work, original: DocumentTable, request: ReversalRequest): Posted {
  checkReversible(work.writer, original, poster.lockedUntil)
  const today = work.ledger.clock.today()
  const date = original.date > poster.lockedUntil && original.date <= today ? original.date : today
  // On the last day of a month that is settled already, not even today can be posted to.
  if (date <= poster.lockedUntil) throw new EsepError('date_in_settled_month', { date, month: monthOf(date) })
  const input: ReversalInput = {
    id: request.id,
    kind: 'reversal',
    date,
    reverses: original.id,
    reason: request.reason,
    ...(original.paper_number === null ? {} : { paperNumber: original.paper_number }),
  }
  try {
    return poster.postReversal(original, input, reversed(postingOf(work.writer, original)))
  } catch (error) {
    throw explained(work.writer, original, error)
  }
}

function repeat(done: DocumentTable, request: ReversalRequest): Posted {
  const number = numberOf(done)
  if (done.reverses_id !== request.document) throw new EsepError('id_reused', { id: request.id, number })
  return { id: done.id, number, kind: done.kind, date: done.date, existed: true, warnings: [] }
}

const numberOf = ({ kind, year, number }: Pick<DocumentTable, 'kind' | 'year' | 'number'>): string =>
  documentNumber(kind, year, number)

function checkReversible(reader: Reader, original: DocumentTable, lockedUntil: string): void {
  const number = numberOf(original)
  if (original.reverses_id !== null) throw new EsepError('reversal_of_reversal', { number })
  const by = reversalOf.get(reader, { id: original.id })
  if (by) throw new EsepError('already_reversed', { number, by: numberOf(by) })
  if (original.kind === 'settlement')
    throw new EsepError('reversal_of_settlement', { number, month: monthOf(original.date) })
  if (original.kind === 'opening' && original.date <= lockedUntil) {
    throw new EsepError('reversal_of_settled_opening', { number, month: monthOf(original.date) })
  }
  for (const { id: lot, product_id: product } of lotsOf.all(reader, { document: original.id })) {
    const mover = firstMoveOfLot.get(reader, { product, lot, after: original.id })
    if (mover) throw new EsepError('reversal_has_followers', { number, follower: numberOf(mover) })
  }
  const follower = original.kind === 'sale' ? firstReturnOf.get(reader, { sale: original.id }) : undefined
  if (follower) throw new EsepError('reversal_has_followers', { number, follower: numberOf(follower) })
}

/** Goods that have moved on are told by the document that moved them, not as a shortage. */
function explained(reader: Reader, original: DocumentTable, error: unknown): unknown {
  if (!(error instanceof EsepError) || error.code !== 'not_enough_stock') return error
  for (const { product_id, lot_id, to_id } of stockMovesOf.all(reader, {
    date: original.date,
    document: original.id,
  })) {
    if (to_id <= 0) continue
    const follower = firstMoveOfLot.get(reader, { product: product_id, lot: lot_id, after: original.id })
    if (follower)
      return new EsepError('reversal_has_followers', {
        number: numberOf(original),
        follower: numberOf(follower),
      })
  }
  return error
}

/** What a posted document did, read back from the registers. */
export function postingOf(reader: Reader, document: DocumentTable): Parameters<typeof reversed>[0] {
  const at = { date: document.date, document: document.id }
  const keys = new Map(allAccounts.all(reader, {}).map(({ id, key }) => [id, key as AccountKey]))
  const keyOf = (id: number): AccountKey => keys.get(id) ?? 'opening'
  return {
    lines: linesOf.all(reader, { document: document.id }).map(postedLine),
    stock: stockMovesOf.all(reader, at).map((move) => ({
      line: move.line,
      lot: move.lot_id,
      product: move.product_id,
      from: move.from_id,
      to: move.to_id,
      quantity_milli: move.quantity_milli,
    })),
    money: moneyMovesOf.all(reader, at).map((move) => ({
      line: move.line,
      debit: keyOf(move.debit_id),
      credit: keyOf(move.credit_id),
      amount_tyiyn: move.amount_tyiyn,
      figure: move.figure,
    })),
  }
}

function postedLine(row: DocumentLineTable): PostedLine {
  const { source_document_id, source_line, source_part } = row
  const known = source_document_id !== null && source_line !== null && source_part !== null
  return {
    line: row.line,
    part: row.part,
    location: row.location_id,
    product: row.product_id,
    lot: row.lot_id,
    producer: row.producer_id,
    quantity_milli: row.quantity_milli,
    price_tyiyn: row.price_tyiyn,
    discount_tyiyn: row.discount_tyiyn,
    amount_tyiyn: row.amount_tyiyn,
    net_tyiyn: row.net_tyiyn,
    method: row.method,
    rate: row.rate,
    commission_tyiyn: row.commission_tyiyn,
    partner: row.partner_id,
    partner_tyiyn: row.partner_tyiyn,
    agreement: row.agreement_id,
    terms: row.terms_id,
    set: row.set_id,
    payment: row.payment,
    source: known ? { document: source_document_id, line: source_line, part: source_part } : null,
    book_milli: row.book_milli,
    priceFrom: row.price_from,
  }
}
