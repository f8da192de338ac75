/**
 * Takes a ledger book into the ledger: catalogues and references first, and only if those are right, every document
 * through the one engine. Every refusal is collected; nothing stays unless all is right (formats.md section 1).
 */

import { documentByUuid } from '../../db/queries/documents.ts'
import { importFileByDigest, writeImport } from '../../db/queries/imports.ts'
import type { Book, SheetKey } from '../../domain/book/sheets.ts'
import { SHEETS } from '../../domain/book/sheets.ts'
import { canonical } from '../../domain/canonical.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { discountOf } from '../../domain/documents/sale.ts'
import { type BookIssue, EsepError, eachLine, type Notice, notice } from '../../domain/error.ts'
import { priceTimes } from '../../domain/money.ts'
import { Breath } from '../breath.ts'
import { type Actor, change, type Ledger, type Work } from '../ledger.ts'
import { type Posted, Poster } from '../post.ts'
import { BookCatalogues } from './book-catalogues.ts'
import { BookCodes } from './book-codes.ts'
import {
  type BookDocument,
  type BookDocumentOf,
  documentsOf,
  RANK_OF_LATE_RETURNS,
} from './book-documents.ts'
import { BookInputs, type Prepared } from './book-inputs.ts'
import { columnOfProblem, Followers } from './book-refusals.ts'
import { BookReturns } from './book-returns.ts'
import { takeInSettings } from './book-settings.ts'
import { type AnyRow, BookTrouble, type Place } from './book-trouble.ts'
import type { BookReading } from './read.ts'

export interface ImportOptions {
  readonly actor: Actor
  /** The files as they came: the same bytes are refused a second time. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly dryRun?: boolean
  /** What a screen would ask about is an error, not a warning. */
  readonly strict?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

export interface ImportResult {
  /** Whether the ledger holds the book now. */
  readonly written: boolean
  readonly importId: number
  readonly issues: readonly BookIssue[]
  /** By sheet: documents posted now, and known before. */
  readonly counts: readonly {
    readonly sheet: string
    readonly key: SheetKey
    readonly posted: number
    readonly known: number
  }[]
  /** Catalogue rows, terms, rules and settings added or changed. */
  readonly catalogues: number
}

/**
 * @throws EsepError `import_repeated`, `nothing_new`, `cancelled`; everything else is in the issues.
 */
export function importBook(
  ledger: Ledger,
  reading: BookReading,
  options: ImportOptions,
): Promise<ImportResult> {
  return change(
    ledger,
    options.actor,
    (work) => new BookImport(work, reading, options).run(),
    (result) => result.written,
  )
}

class BookImport {
  readonly #work: Work
  readonly #book: Book
  readonly #options: ImportOptions
  readonly #trouble: BookTrouble
  readonly #shape: readonly BookIssue[]
  readonly #counts = new Map<SheetKey, { posted: number; known: number }>()
  readonly #followers = new Followers()
  #catalogues = 0
  #importId = 0

  constructor(work: Work, reading: BookReading, options: ImportOptions) {
    this.#work = work
    this.#book = reading.book
    this.#shape = reading.issues
    this.#options = options
    this.#trouble = new BookTrouble(reading.sheets, reading.issues)
  }

  async run(): Promise<ImportResult> {
    this.#refuseRepeated()
    // Of a file that cannot be read nobody knows what its rows refer to.
    if (this.#shape.some(({ severity, row }) => severity === 'error' && row === undefined))
      return this.#result()
    this.#importId = this.#work.chain.seq + 1
    this.#openImport()
    const codes = new BookCodes(this.#work.writer)
    this.#catalogues = takeInSettings(this.#work, this.#book, this.#trouble)
    const catalogues = new BookCatalogues(this.#work, this.#book, codes, this.#trouble)
    catalogues.takeIn()
    this.#catalogues += catalogues.changes
    const inputs = new BookInputs(this.#work, codes, this.#trouble)
    const prepared = this.#prepare(codes, inputs)
    const clean = this.#trouble.errors === 0 && this.#shape.every(({ severity }) => severity !== 'error')
    if (clean) await this.#postAll(prepared, codes, inputs)
    return this.#result()
  }

  #refuseRepeated(): void {
    const given = new Set<string>()
    for (const { name, sha256 } of this.#options.files) {
      const known = importFileByDigest.get(this.#work.writer, { sha256 })
      if (known) throw new EsepError('import_repeated', { file: name, moment: known.moment })
      // One file given twice would be taken in twice.
      if (given.has(sha256)) throw new EsepError('import_repeated', { file: name, moment: this.#work.moment })
      given.add(sha256)
    }
  }

  /** The import's own entry comes first, so that every document can name it. */
  #openImport(): void {
    const { chain, writer } = this.#work
    const rows = Object.entries(this.#book).filter(([, list]) => list.length > 0)
    const counts = Object.fromEntries(rows.map(([key, list]) => [key, list.length]))
    const files = this.#options.files.map(({ name, sha256 }) => [name, sha256] as const)
    chain.append('import', String(this.#importId), { counts, files })
    chain.flush()
    writeImport(writer, this.#importId, this.#options.files, canonical(counts))
  }

  /** The first pass: shape and references of every row that is not known already. */
  #prepare(codes: BookCodes, inputs: BookInputs): Prepared[] {
    const producerOf = (article: string) => String(codes.products.get(article)?.producer_id ?? '')
    const prepared: Prepared[] = []
    for (const document of documentsOf(this.#book, producerOf)) {
      if (this.#isKnown(document)) continue
      const ready = inputs.prepare(document)
      if (ready) prepared.push(ready)
    }
    return prepared
  }

  /** A document that the ledger has is left out if it says the same, an error if not. */
  #isKnown(document: BookDocument): boolean {
    const known = documentByUuid.get(this.#work.writer, { uuid: document.id })
    if (!known) return false
    const { cells } = JSON.parse(known.input) as { cells?: string }
    if (cells === document.cells) this.#count(document).known += 1
    else this.#trouble.error(placeOf(document), notice('document_differs', { number: document.number }))
    return true
  }

  /** The second pass: posting, where every refusal is collected. */
  async #postAll(prepared: readonly Prepared[], codes: BookCodes, inputs: BookInputs): Promise<void> {
    const poster = new Poster(this.#work, { acceptQuestions: !this.#options.strict })
    const returns = new BookReturns(this.#work, poster, codes, inputs, this.#trouble)
    let waiting: BookDocumentOf<'customerReturns'>[] = []
    let done = 0
    const { signal, onProgress } = this.#options
    const breath = new Breath(signal, (count) => onProgress?.(count, prepared.length))
    const postWaiting = () => {
      for (const document of waiting) this.#postReturn(document, returns, poster, true)
      waiting = []
    }
    for (const { document, input } of prepared) {
      const [first] = waiting
      if (first && (document.date > first.date || document.rank > RANK_OF_LATE_RETURNS)) postWaiting()
      if (input) this.#post(document, () => input, poster)
      else if (this.#postReturn(document, returns, poster, false) === 'wait') waiting.push(document)
      done += 1
      await breath.take(done)
    }
    postWaiting()
    poster.flush()
    this.#options.onProgress?.(done, prepared.length)
  }

  #postReturn(
    document: BookDocumentOf<'customerReturns'>,
    returns: BookReturns,
    poster: Poster,
    salesOfDayPosted: boolean,
  ): 'wait' | undefined {
    let input: DocumentInput | 'wait' = 'wait'
    const found = this.#try(document, () => {
      input = returns.find(document, salesOfDayPosted)
    })
    if (!found || input === 'wait') return found ? 'wait' : undefined
    const ready: DocumentInput = input
    this.#post(document, () => ready, poster)
    return undefined
  }

  #post(document: BookDocument, input: () => DocumentInput, poster: Poster): void {
    this.#try(document, () => {
      const ready = input()
      if (document.sheet === 'sales' && ready.kind === 'sale') this.#checkAmounts(document, ready, poster)
      const origin = {
        importId: this.#importId,
        sheet: SHEETS[document.sheet].name,
        row: document.rows[0]?.row ?? 0,
      }
      this.#warn(document, poster.post(ready, origin))
      this.#count(document).posted += 1
    })
  }

  /** «Сумма» is the amount after discount; another sum is an error. */
  #checkAmounts(
    document: BookDocumentOf<'sales'>,
    input: Extract<DocumentInput, { kind: 'sale' }>,
    poster: Poster,
  ): void {
    eachLine(document.rows, (row, index) => {
      const line = input.lines[index]
      if (row.values.amount === undefined || !line) return
      const price_tyiyn = line.price_tyiyn ?? poster.facts.price(line.product, input.paperDate ?? input.date)
      if (price_tyiyn === null) return
      const gross_tyiyn = priceTimes(price_tyiyn, line.quantity_milli)
      const article = row.values.article
      const expected_tyiyn =
        gross_tyiyn - (line.discount ? discountOf(line.discount, gross_tyiyn, article) : 0)
      if (expected_tyiyn === row.values.amount) return
      const problem = notice('amount_differs', { expected_tyiyn, found_tyiyn: row.values.amount })
      this.#trouble.error({ sheet: 'sales', row, field: 'amount' }, problem)
    })
  }

  #warn(document: BookDocument, { warnings }: Posted): void {
    for (const warning of warnings) this.#trouble.warn(placeOf(document, warning), warning)
  }

  #try(document: BookDocument, act: () => void): boolean {
    try {
      act()
      return true
    } catch (error) {
      if (!(error instanceof EsepError)) throw error
      this.#trouble.error(placeOf(document, error, error.line), error, this.#followers.isFollower(error))
      this.#followers.refused(document)
      return false
    }
  }

  #count({ sheet }: BookDocument): { posted: number; known: number } {
    let count = this.#counts.get(sheet)
    if (!count) {
      count = { posted: 0, known: 0 }
      this.#counts.set(sheet, count)
    }
    return count
  }

  #result(): ImportResult {
    const issues = [...this.#shape, ...this.#trouble.issues]
    const right = issues.every(({ severity }) => severity !== 'error')
    const posted = [...this.#counts.values()].reduce((sum, count) => sum + count.posted, 0)
    if (right && posted === 0 && this.#catalogues === 0) {
      throw new EsepError('nothing_new', { file: this.#options.files.map(({ name }) => name).join(', ') })
    }
    return {
      written: right && this.#options.dryRun !== true,
      importId: this.#importId,
      issues,
      counts: [...this.#counts].map(([key, count]) => ({ sheet: SHEETS[key].name, key, ...count })),
      catalogues: this.#catalogues,
    }
  }
}

/** The document's row of that line, else the one that speaks of the article or fills the column, else its first. */
function placeOf(document: BookDocument, problem?: Notice, line?: number): Place {
  const { field, article } = problem ? columnOfProblem(problem) : {}
  const rows: readonly AnyRow[] = document.rows
  const filled = (key: string, value?: string) =>
    rows.find(({ values }) => {
      const own = (values as Record<string, unknown>)[key]
      return value === undefined ? own !== undefined : own === value
    })
  const row =
    (line === undefined ? undefined : rows[line - 1]) ??
    (article === undefined ? undefined : filled('article', article)) ??
    (field === undefined ? undefined : filled(field)) ??
    rows[0]
  if (!row) throw new Error('a document without rows')
  return { sheet: document.sheet, row, ...(field === undefined ? {} : { field }) }
}
