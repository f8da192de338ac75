/**
 * The one door into the registers. A list of documents posts in one transaction; one document is a list of one.
 * Each is checked, posted by its own pure rule, asserted, numbered, chained and gathered; rows go out in batches.
 */

import { documentByUuid } from '../db/queries/documents.ts'
import { lastSettledMonth } from '../db/queries/months.ts'
import { counterOf, deletePricesOf, lastLotId } from '../db/queries/registers.ts'
import type { DocumentTable, LotTable } from '../db/schema.ts'
import { type Canonical, canonical } from '../domain/canonical.ts'
import { isCivilDate, lastDay, monthOf, yearOf } from '../domain/dates.ts'
import {
  type DocumentKind,
  documentNumber,
  type Header,
  priceDay,
  type Question,
} from '../domain/documents/document.ts'
import { parseDocument } from '../domain/documents/parse.ts'
import { DOCUMENTS, type DocumentInput, type InputFor } from '../domain/documents/registry.ts'
import { EsepError, type Notice, notice } from '../domain/error.ts'
import type { Facts } from '../domain/facts.ts'
import { shortage } from '../domain/lots.ts'
import { priceTimes, sum, whole } from '../domain/money.ts'
import type { Posting, StockMove } from '../domain/registers.ts'
import { documentContent } from './chain.ts'
import { LedgerFacts } from './facts.ts'
import type { Work } from './ledger.ts'
import { DocumentBatch, openAccounts, type PlacedPosting } from './post-batch.ts'

export interface PostOptions {
  /** A book tells what has happened: questions become warnings. */
  readonly acceptQuestions?: boolean
}

/** Where a document came from. */
export interface Origin {
  readonly importId: number
  readonly sheet: string
  readonly row: number
}

export interface Posted {
  readonly id: number
  readonly number: string
  readonly kind: DocumentKind
  readonly date: string
  /** The same id had been posted before: nothing was done now. */
  readonly existed: boolean
  readonly warnings: readonly Notice[]
}

/** What goes into the registers under a number, whoever worked it out. */
interface Entry {
  readonly input: DocumentInput | ReversalInput
  readonly kind: DocumentKind
  readonly posting: Posting
  readonly reverses: number | null
  /** The sum of the document that a reversal undoes. */
  readonly undone_tyiyn: number | null
  readonly origin: Origin | null
}

/** What a reversal's own paper says. */
export interface ReversalInput extends Header {
  readonly kind: 'reversal'
  readonly reverses: number
  readonly reason: string
}

export class Poster {
  readonly #work: Work
  readonly #options: PostOptions
  readonly #batch: DocumentBatch
  readonly #counters = new Map<string, number>()
  readonly #uuids = new Set<string>()
  readonly facts: LedgerFacts
  #nextLot: number
  readonly #lockedUntil: string
  readonly #today: string

  constructor(work: Work, options: PostOptions = {}) {
    this.#work = work
    this.#options = options
    this.facts = new LedgerFacts(work.writer, work.ledger.catalogue, () => this.flush())
    this.#batch = new DocumentBatch(work, this.facts.shelves)
    this.#nextLot = (lastLotId.get(work.writer, {})?.id ?? 0) + 1
    const last = lastSettledMonth.get(work.writer, {})
    this.#lockedUntil = last ? lastDay(last.month) : ''
    this.#today = work.ledger.clock.today()
  }

  /** The last day that is locked by a settled month; '' while none is. */
  get lockedUntil(): string {
    return this.#lockedUntil
  }

  /**
   * Posts one document. Whatever is refused has left no trace, so the next document can go on.
   * @throws EsepError with the reason.
   */
  post(raw: DocumentInput, origin: Origin | null = null): Posted {
    const existing = this.#existing(raw.id)
    if (existing) return this.#repeat(existing, raw)
    const input = parseDocument(raw)
    checkDates(input, this.#today, this.#lockedUntil)
    const posting = postingOf(input, this.facts)
    const warnings = [...posting.warnings, ...this.#answer(input, posting.questions)]
    return this.#enter(
      { input, kind: input.kind, posting, reverses: null, undone_tyiyn: null, origin },
      warnings,
    )
  }

  /** Posts what settling a month has worked out itself; it comes from nobody outside, so it is not parsed again. */
  postSettlement(input: InputFor<'settlement'>): Posted {
    const posting = postingOf(input, this.facts)
    return this.#enter(
      { input, kind: input.kind, posting, reverses: null, undone_tyiyn: null, origin: null },
      [],
    )
  }

  /** Posts the opposite of a document; `app/reverse.ts` has checked that it may be reversed. */
  postReversal(original: DocumentTable, input: ReversalInput, posting: Posting): Posted {
    const { id: reverses, kind, amount_tyiyn: undone_tyiyn } = original
    const posted = this.#enter({ input, kind, posting, reverses, undone_tyiyn, origin: null }, [])
    this.flush()
    deletePricesOf(this.#work.writer, original.id)
    for (const { product } of posting.lines) this.facts.forgetPrice(product)
    this.facts.forgetCounts()
    return posted
  }

  flush(): void {
    this.#batch.flush()
  }

  #existing(uuid: string): DocumentTable | undefined {
    if (this.#uuids.has(uuid)) this.flush()
    return documentByUuid.get(this.#work.writer, { uuid })
  }

  #repeat(existing: DocumentTable, input: DocumentInput): Posted {
    const number = documentNumber(existing.kind, existing.year, existing.number)
    if (existing.input !== canonical(parseDocument(input) as unknown as Canonical))
      throw new EsepError('id_reused', { id: input.id, number })
    return { id: existing.id, number, kind: existing.kind, date: existing.date, existed: true, warnings: [] }
  }

  /** Questions become warnings from a book; by hand each must be confirmed, an expired lot with a reason. */
  #answer({ confirmed }: Header, questions: readonly Notice[]): readonly Notice[] {
    if (this.#options.acceptQuestions) return questions
    for (const { code, data } of questions) {
      const answer = confirmed?.[code as Question]
      if (answer === undefined || (code === 'expired_lot' && answer.trim() === ''))
        throw new EsepError(code, data)
    }
    return []
  }

  #enter(entry: Entry, warnings: readonly Notice[]): Posted {
    const { input, kind } = entry
    assertPosting(entry.posting, input.date, this.facts)
    const sums = this.facts.sums.after(entry.posting.money, monthOf(input.date))
    const amount_tyiyn = amountOf(entry, this.facts)
    const late = lateBeforeCount(entry, this.facts)
    const { chain } = this.#work
    openAccounts(this.#work, entry.posting.money)
    const id = chain.seq + 1
    const year = yearOf(input.date)
    const number = this.#takeNumber(kind, year)
    const lots = entry.posting.lots.map((lot, index): LotTable => {
      const { line, product: product_id, producer: producer_id, received, made, expires, net_tyiyn } = lot
      return {
        id: this.#nextLot + index,
        document_id: id,
        line,
        product_id,
        producer_id,
        received,
        made,
        expires,
        net_tyiyn,
      }
    })
    this.#nextLot += lots.length
    const document = documentRow(entry, amount_tyiyn, { id, year, number })
    const placed: PlacedPosting = {
      document,
      lots,
      posting: entry.posting,
      number: documentNumber(kind, year, number),
    }
    const rows = this.#batch.add(placed)
    chain.appendDocument(id, documentContent(rows))
    this.#uuids.add(document.uuid)
    this.facts.sums.take(sums)
    this.#apply(placed)
    return {
      id,
      number: placed.number,
      kind,
      date: input.date,
      existed: false,
      warnings: [...warnings, ...late],
    }
  }

  /** Keeps the facts true for the next document of this work. */
  #apply({ lots, posting, number, document }: PlacedPosting): void {
    const { facts } = this
    for (const lot of lots) {
      const { id, line, product_id: product, producer_id: producer, received, expires, net_tyiyn } = lot
      facts.addLot({ id, name: `${number}/${line}`, product, producer, received, expires, net_tyiyn })
    }
    for (const move of posting.stock) {
      const lot = facts.movedLot(move.lot < 0 ? lotId(lots, move.lot) : move.lot)
      if (move.from > 0) facts.shelves.move(move.from, lot, -move.quantity_milli, document.date)
      if (move.to > 0) facts.shelves.move(move.to, lot, move.quantity_milli, document.date)
    }
    for (const { product, priceFrom } of posting.lines) if (priceFrom !== null) facts.forgetPrice(product)
    if (document.kind === 'stock_count') facts.forgetCounts()
  }

  #takeNumber(kind: DocumentKind, year: number): number {
    const key = `${kind}/${year}`
    const last = this.#counters.get(key) ?? counterOf.get(this.#work.writer, { kind, year })?.last ?? 0
    this.#counters.set(key, last + 1)
    this.#batch.count(kind, year, last + 1)
    return last + 1
  }
}

/** @throws EsepError `date_in_future`, `date_in_settled_month`, `paper_date_after` */
export function checkDates({ date, paperDate }: Header, today: string, lockedUntil: string): void {
  if (date > today) throw new EsepError('date_in_future', { date, today })
  if (date <= lockedUntil) throw new EsepError('date_in_settled_month', { date, month: date.slice(0, 7) })
  if (paperDate !== undefined && paperDate > date)
    throw new EsepError('paper_date_after', { date, paperDate })
}

/** A later paper dated on or before a count of that product and place makes the count doubtful. */
export function lateBeforeCount(
  { posting, input, kind }: Pick<Entry, 'posting' | 'input' | 'kind'>,
  facts: Facts,
): Notice[] {
  if (kind === 'stock_count') return []
  const said = new Set<string>()
  const warnings: Notice[] = []
  for (const { product, from, to } of posting.stock) {
    for (const location of [from, to]) {
      const key = `${location}/${product}`
      if (location <= 0 || said.has(key)) continue
      said.add(key)
      const count = facts.countSince(location, product, input.date)
      if (count === null) continue
      const { article } = facts.product(product)
      const { name } = facts.location(location)
      warnings.push(notice('late_before_count', { article, location: name, count, date: input.date }))
    }
  }
  return warnings
}

const lotId = (lots: readonly LotTable[], reference: number): number => {
  const lot = lots[-reference - 1]
  if (!lot) throw new Error(`no new lot ${reference}`)
  return lot.id
}

export function postingOf(input: DocumentInput, facts: Facts): Posting {
  const type = DOCUMENTS[input.kind] as { post(document: DocumentInput, facts: Facts): Posting }
  return type.post(input, facts)
}

function documentRow(
  { input, kind, reverses, origin }: Entry,
  amount_tyiyn: number,
  { id, year, number }: Pick<DocumentTable, 'id' | 'year' | 'number'>,
): DocumentTable {
  return {
    id,
    uuid: input.id,
    kind,
    year,
    number,
    date: input.date,
    paper_date: input.paperDate ?? null,
    paper_number: input.paperNumber ?? null,
    location_id: 'location' in input ? input.location : 'from' in input ? input.from : null,
    producer_id: 'producer' in input ? input.producer : onlyProducer(input),
    customer_id: 'customer' in input ? (input.customer ?? null) : null,
    amount_tyiyn,
    reverses_id: reverses,
    import_id: origin?.importId ?? null,
    import_sheet: origin?.sheet ?? null,
    import_row: origin?.row ?? null,
    input: canonical(input as unknown as Canonical),
  }
}

/** Whom a paper of several lines is about, where it is one producer. */
function onlyProducer(input: DocumentInput | ReversalInput): number | null {
  if (input.kind !== 'charge' && input.kind !== 'payout') return null
  const [first, ...others] = new Set(input.lines.map(({ producer }) => producer))
  return first === undefined || others.length > 0 ? null : first
}

/** The sum a list shows: of the goods, else of the sums entered; of a receipt, at retail prices. */
function amountOf({ input, posting, undone_tyiyn }: Entry, facts: Facts): number {
  if (undone_tyiyn !== null) return 0 - undone_tyiyn
  if (input.kind === 'receipt') {
    const day = priceDay(input)
    return sum(
      posting.lines.map(({ product, quantity_milli, price_tyiyn }) =>
        priceTimes(price_tyiyn ?? facts.price(product, day) ?? 0, quantity_milli),
      ),
    )
  }
  if (input.kind === 'settlement') return input.figures.closing
  if (input.kind === 'charge' || input.kind === 'payout' || input.kind === 'money') {
    return sum(input.lines.map(({ amount_tyiyn }) => amount_tyiyn))
  }
  return sum(posting.lines.map(({ amount_tyiyn }) => amount_tyiyn))
}

/**
 * What holds for every posting, whatever its rule: whole positive amounts, two different sides, and stock that stays
 * at or above zero at the end of every day from the document's on.
 */
export function assertPosting(posting: Posting, day: string, facts: LedgerFacts): void {
  if (!isCivilDate(day)) throw new EsepError('invalid_date', { date: day })
  for (const { amount_tyiyn, debit, credit } of posting.money) {
    if (whole(amount_tyiyn) <= 0 || debit === credit)
      throw new Error(`money move ${debit} → ${credit} of ${amount_tyiyn}`)
  }
  checkRoom(posting, facts)
  const taken = new Map<string, { move: StockMove; out_milli: number }>()
  for (const move of posting.stock) {
    if (whole(move.quantity_milli) <= 0 || move.from === move.to)
      throw new Error(`stock move of ${move.quantity_milli}`)
    for (const [place, change_milli] of [
      [move.from, move.quantity_milli],
      [move.to, -move.quantity_milli],
    ] as const) {
      if (place <= 0 || move.lot < 0) continue
      const key = `${place}/${move.lot}`
      const before = taken.get(key)?.out_milli ?? 0
      taken.set(key, { move: { ...move, from: place }, out_milli: before + change_milli })
    }
  }
  for (const { move, out_milli } of taken.values()) {
    if (out_milli <= 0) continue
    const lot = facts.lotsOnHand(move.from, move.product, day).find(({ id }) => id === move.lot)
    const short_milli = out_milli - (lot?.available_milli ?? 0)
    if (short_milli <= 0) continue
    const short = shortage(facts, move.from, move.product, day, short_milli, move.lot)
    short.line = move.line
    throw short
  }
}

/** @throws EsepError `amount_too_large` where more of a product would stand at a place than the ledger can hold. */
function checkRoom({ stock }: Posting, { shelves }: LedgerFacts): void {
  const more = new Map<string, { place: number; product: number; quantity_milli: number }>()
  for (const { from, to, product, quantity_milli } of stock) {
    for (const [place, change_milli] of [
      [from, -quantity_milli],
      [to, quantity_milli],
    ] as const) {
      const key = `${place}/${product}`
      const before = more.get(key)?.quantity_milli ?? 0
      more.set(key, { place, product, quantity_milli: whole(before + change_milli) })
    }
  }
  for (const { place, product, quantity_milli } of more.values())
    if (place > 0 && quantity_milli > 0) shelves.checkRoom(place, product, quantity_milli)
}
