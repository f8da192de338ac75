/**
 * The append-only chain: each entry's SHA-256 covers its content and the entry before (rules.md section 3).
 * Content is canonical JSON; a document's is rebuilt from its tables, so `verify` hashes what the program reads.
 */
import { hash } from 'node:crypto'
import { chainHead, insertEntries } from '../db/queries/chain.ts'
import type {
  ChainEntryTable,
  DocumentLineTable,
  DocumentTable,
  LotTable,
  MoneyMoveTable,
  StockMoveTable,
} from '../db/schema.ts'
import type { Writer } from '../db/sqlite/connection.ts'
import { type Canonical, canonical } from '../domain/canonical.ts'

/** Version of the content's layout, kept with every entry: a later layout never rewrites an earlier entry. */
const CONTENT_VERSION = 1

export const GENESIS = new Uint8Array(32)

export interface EntryHead {
  readonly seq: number
  readonly moment: string
  readonly user_id: number
  readonly kind: string
  readonly subject: string
  readonly version: number
}

/** The hash of one entry over its canonical content and the hash before. */
export function entryHash(before: Uint8Array, head: EntryHead, content: string): Uint8Array {
  const { seq, moment, user_id, kind, subject, version } = head
  const text =
    `{"before":"${hex(before)}","content":${content},"kind":${JSON.stringify(kind)},"moment":${JSON.stringify(moment)},` +
    `"seq":${seq},"subject":${JSON.stringify(subject)},"user":${user_id},"version":${version}}`
  return hash('sha256', text, 'buffer')
}

export const hex = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex')

/** Ten hex digits of an entry's hash, as papers carry it. */
export const sealOf = (bytes: Uint8Array): string => hex(bytes).slice(0, 10)

/** Appends entries within one transaction; they reach the file at {@link ChainWriter.flush}. */
export class ChainWriter {
  readonly #writer: Writer
  readonly #user: number
  readonly #moment: string
  #pending: ChainEntryTable[] = []
  #seq: number
  #hash: Uint8Array

  constructor(writer: Writer, user: number, moment: string) {
    this.#writer = writer
    this.#user = user
    this.#moment = moment
    const head = chainHead.get(writer, {})
    this.#seq = head?.seq ?? 0
    this.#hash = head?.hash ?? GENESIS
  }

  /** The sequence of the newest entry. */
  get seq(): number {
    return this.#seq
  }

  get head(): Uint8Array {
    return this.#hash
  }

  /** An entry that stores its own content. @returns its sequence. */
  append(kind: string, subject: string, content: Canonical): number {
    const text = canonical(content)
    return this.#push(kind, subject, text, text)
  }

  /** A document's entry: its content stays in the document's own tables. */
  appendDocument(seq: number, content: string): void {
    if (seq !== this.#seq + 1) throw new Error(`document ${seq} does not follow entry ${this.#seq}`)
    this.#push('document', String(seq), content, null)
  }

  flush(): void {
    insertEntries(this.#writer, this.#pending)
    this.#pending = []
  }

  #push(kind: string, subject: string, content: string, stored: string | null): number {
    const seq = this.#seq + 1
    const head = { seq, moment: this.#moment, user_id: this.#user, kind, subject, version: CONTENT_VERSION }
    this.#hash = entryHash(this.#hash, head, content)
    this.#seq = seq
    this.#pending.push({ ...head, content: stored, hash: this.#hash })
    return seq
  }
}

/** A posted document as its tables hold it. */
export interface DocumentRows {
  readonly document: DocumentTable
  readonly lines: readonly DocumentLineTable[]
  readonly lots: readonly LotTable[]
  readonly stock: readonly StockMoveTable[]
  readonly money: readonly MoneyMoveTable[]
}

/** The canonical content of a document's entry: every column of every row, empty ones as "". */
export function documentContent({ document: d, lines, lots, stock, money }: DocumentRows): string {
  const header = values(
    d.uuid,
    d.kind,
    d.year,
    d.number,
    d.date,
    d.paper_date,
    d.paper_number,
    d.location_id,
    d.producer_id,
    d.customer_id,
    d.amount_tyiyn,
    d.reverses_id,
    d.import_id,
    d.import_sheet,
    d.import_row,
  )
  return (
    `{"header":${header},"input":${d.input},"lines":[${lines.map(lineContent).join(',')}],` +
    `"lots":[${lots.map((l) => values(l.id, l.line, l.product_id, l.producer_id, l.received, l.made, l.expires, l.net_tyiyn)).join(',')}],` +
    `"money":[${money.map((m) => values(m.ordinal, m.date, m.line, m.producer_id, m.debit_id, m.credit_id, m.amount_tyiyn, m.figure)).join(',')}],` +
    `"stock":[${stock.map((m) => values(m.ordinal, m.date, m.line, m.product_id, m.lot_id, m.from_id, m.to_id, m.quantity_milli)).join(',')}]}`
  )
}

const lineContent = (l: DocumentLineTable): string =>
  values(
    l.line,
    l.part,
    l.location_id,
    l.product_id,
    l.lot_id,
    l.producer_id,
    l.quantity_milli,
    l.price_tyiyn,
    l.discount_tyiyn,
    l.amount_tyiyn,
    l.net_tyiyn,
    l.method,
    l.rate,
    l.commission_tyiyn,
    l.partner_id,
    l.partner_tyiyn,
    l.agreement_id,
    l.terms_id,
    l.set_id,
    l.payment,
    l.source_document_id,
    l.source_line,
    l.source_part,
    l.book_milli,
    l.price_from,
  )

function values(...row: (string | number | null)[]): string {
  let text = '['
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index] ?? null
    if (index > 0) text += ','
    if (value === null) text += '""'
    else text += typeof value === 'number' ? value : JSON.stringify(value)
  }
  return `${text}]`
}
