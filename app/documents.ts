/** What the user does with documents: post, keep a draft, correct. */

import { allDrafts, deleteDraft, documentById, writeDraft } from '../db/queries/documents.ts'
import { linesOf } from '../db/queries/facts.ts'
import type { DocumentTable, DraftTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import type { Canonical } from '../domain/canonical.ts'
import { monthOf } from '../domain/dates.ts'
import type { DocumentInput } from '../domain/documents/registry.ts'
import { EsepError } from '../domain/error.ts'
import { type Actor, change, type Ledger, look } from './ledger.ts'
import { type Posted, Poster, type PostOptions } from './post.ts'
import { reverseIn } from './reverse.ts'

/** Posts documents in one transaction: all of them, or none. A draft of the same id is used up. */
export function postDocuments(
  ledger: Ledger,
  inputs: readonly DocumentInput[],
  actor: Actor,
  options: PostOptions = {},
): Promise<Posted[]> {
  return change(ledger, actor, (work) => {
    const poster = new Poster(work, options)
    const posted = inputs.map((input) => poster.post(byHand(input)))
    poster.flush()
    for (const { id } of inputs) deleteDraft(work.writer, id)
    return posted
  })
}

/** Settlements come from settling a month alone. */
function byHand(input: DocumentInput): DocumentInput {
  if (input.kind === 'settlement') throw new EsepError('invalid_input', { path: 'kind', problem: input.kind })
  return input
}

export async function postDocument(
  ledger: Ledger,
  input: DocumentInput,
  actor: Actor,
  options: PostOptions = {},
): Promise<Posted> {
  const [posted] = await postDocuments(ledger, [input], actor, options)
  if (!posted) throw new Error('nothing was posted')
  return posted
}

/** A draft as it was typed: nothing of it is checked but its kind. */
export interface Draft {
  readonly id: string
  readonly kind: DocumentInput['kind']
  /** The date as far as it is one; drafts dated in a month keep it from settling. */
  readonly date: string | null
  readonly input: Canonical
}

/** Keeps a draft, or its newer text. A posted document is never touched. */
export function saveDraft(ledger: Ledger, draft: Draft, actor: Actor): Promise<void> {
  return change(ledger, actor, ({ writer, moment }) => {
    writeDraft(writer, draftRow(draft, actor, moment))
  })
}

export function discardDraft(ledger: Ledger, id: string, actor: Actor): Promise<void> {
  return change(ledger, actor, ({ writer }) => {
    deleteDraft(writer, id)
  })
}

export function listDrafts(ledger: Ledger): Promise<DraftTable[]> {
  return look(ledger, () => allDrafts.all(ledger.connection, {}))
}

function draftRow(draft: Draft, actor: Actor, moment: string): DraftTable {
  const { id, kind, date, input } = draft
  // A draft is what was typed, numbers that are none and all, so it need not be canonical: nothing vouches for it.
  return { id, kind, date, input: JSON.stringify(input), updated: moment, user_id: actor.user }
}

export interface CorrectionRequest {
  readonly document: number
  readonly reason: string
  /** Ids made by the client: of the reversal, and of the draft that replaces the document. */
  readonly reversalId: string
  readonly draftId: string
}

/**
 * «Исправить»: reverses the document and opens a draft copy that keeps the original's date (as paper date if that
 * month is settled), lots and prices.
 */
export function correctDocument(
  ledger: Ledger,
  request: CorrectionRequest,
  actor: Actor,
): Promise<{ reversal: Posted; draft: Draft }> {
  return change(ledger, actor, (work) => {
    const poster = new Poster(work)
    const original = documentById.get(work.writer, { id: request.document })
    if (!original) throw new EsepError('unknown_document', { id: String(request.document) })
    const { reason, reversalId } = request
    const reversal = reverseIn(poster, work, { id: reversalId, document: original.id, reason })
    const draft = copyOf(
      work.writer,
      original,
      request.draftId,
      poster.lockedUntil,
      work.ledger.clock.today(),
    )
    // Said twice, it is done once: the draft may have been changed or posted since.
    if (!reversal.existed) writeDraft(work.writer, draftRow(draft, actor, work.moment))
    return { reversal, draft }
  })
}

function copyOf(
  reader: Reader,
  original: DocumentTable,
  id: string,
  lockedUntil: string,
  today: string,
): Draft {
  const input = JSON.parse(original.input) as { [key: string]: Canonical }
  const locked = original.date <= lockedUntil
  const date = locked ? today : original.date
  const paperDate = original.paper_date ?? (locked ? original.date : undefined)
  const lines = Array.isArray(input['lines']) ? { lines: withLots(reader, original, input['lines']) } : {}
  const copy = { ...input, ...lines, id, date, ...(paperDate === undefined ? {} : { paperDate }) }
  return { id, kind: original.kind, date: monthOf(date) === '' ? null : date, input: copy }
}

/** The lot a line left from, where it was one; the price it had, whatever lots it left from. */
function withLots(reader: Reader, original: DocumentTable, lines: readonly Canonical[]): Canonical[] {
  const posted = linesOf.all(reader, { document: original.id })
  return lines.map((line, index) => {
    const parts = posted.filter((part) => part.line === index + 1 && part.part > 0)
    const [first, ...others] = parts
    // The price of a set's parts is that of its components, not of the line.
    if (!first || first.set_id !== null || typeof line !== 'object' || Array.isArray(line)) return line
    const lot = others.length === 0 ? keptLot(original, first.lot_id) : {}
    return { ...line, ...lot, ...keptPrice(original, first.price_tyiyn) }
  })
}

const PICKS_LOTS = new Set(['sale', 'transfer', 'producer_return', 'write_off'])

const keptLot = (original: DocumentTable, lot: number | null) =>
  lot !== null && PICKS_LOTS.has(original.kind) ? { lot } : {}
const keptPrice = (original: DocumentTable, price_tyiyn: number | null) =>
  price_tyiyn !== null && original.kind === 'sale' ? { price_tyiyn } : {}
