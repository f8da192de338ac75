/** Takes terms of commission and deduction rules of a book into the ledger; equal rows are known already. */

import { allRules, allTerms } from '../../db/queries/catalogues.ts'
import type { RuleTable, TermsTable } from '../../db/schema.ts'
import type { Book, BookRow } from '../../domain/book/sheets.ts'
import { EsepError, notice } from '../../domain/error.ts'
import { addRule, addTerms } from '../catalogues.ts'
import type { Work } from '../ledger.ts'
import { type BookCodes, isOwn } from './book-codes.ts'
import type { BookTrouble, Place } from './book-trouble.ts'

/** @returns how many rows were added. */
export function takeInTerms(work: Work, book: Book, codes: BookCodes, trouble: BookTrouble): number {
  const terms = new BookTerms(work, book, codes, trouble)
  terms.terms()
  terms.rules()
  return terms.added
}

class BookTerms {
  readonly #work: Work
  readonly #book: Book
  readonly #codes: BookCodes
  readonly #trouble: BookTrouble
  added = 0

  constructor(work: Work, book: Book, codes: BookCodes, trouble: BookTrouble) {
    this.#work = work
    this.#book = book
    this.#codes = codes
    this.#trouble = trouble
  }

  terms(): void {
    const known = new Bag(allTerms.all(this.#work.writer, {}).map(termsKey))
    for (const row of this.#book.terms) {
      const place: Place = { sheet: 'terms', row, field: 'method' }
      const scope = this.#termsScope(row)
      if (!scope) continue
      const { from, method, rate, fixed } = row.values
      const entry = {
        ...scope,
        lot_id: null,
        from_date: from,
        method,
        rate_bp: rate ?? null,
        fixed_tyiyn: fixed ?? null,
      }
      if (known.take(termsKey({ ...entry, rate_bp: rate ?? 0, fixed_tyiyn: fixed ?? 0 }))) continue
      this.#try({ ...place, field: method === 'fixed_per_unit' ? 'fixed' : 'rate' }, () =>
        addTerms(this.#work, entry),
      )
    }
  }

  #termsScope(
    row: BookRow<'terms'>,
  ): Pick<TermsTable, 'product_id' | 'producer_id' | 'location_id'> | undefined {
    const { values } = row
    const before = this.#trouble.errors
    const place = (field: string): Place => ({ sheet: 'terms', row, field })
    const producer = this.#find(this.#codes.producers, values.producer, place('producer'), (code) =>
      notice('unknown_producer', { code }),
    )
    const product = this.#find(this.#codes.products, values.article, place('article'), (article) =>
      notice('unknown_product', { article }),
    )
    const location = this.#find(this.#codes.locations, values.location, place('location'), (code) =>
      notice('unknown_location', { code }),
    )
    if (producer && product && product.producer_id !== producer.id) {
      const owner = [...this.#codes.producers.values()].find(({ id }) => id === product.producer_id)
      const data = { article: product.article, producer: producer.code, other: owner?.code ?? '' }
      this.#trouble.error(place('producer'), notice('product_of_other_producer', data))
    }
    if ((values.rate ?? 0) < 0 || (values.rate ?? 0) > 10_000 || (values.fixed ?? 0) < 0) {
      this.#trouble.error(place('rate'), notice('number_out_of_range', { heading: 'Ставка %' }))
    }
    if (this.#trouble.errors > before) return undefined
    return {
      product_id: product?.id ?? null,
      producer_id: product ? null : (producer?.id ?? null),
      location_id: location?.id ?? null,
    }
  }

  rules(): void {
    const known = new Bag(allRules.all(this.#work.writer, {}).map(ruleKey))
    for (const row of this.#book.rules) {
      const { values } = row
      const place = (field: string): Place => ({ sheet: 'rules', row, field })
      const producer = this.#find(this.#codes.producers, values.producer, place('producer'), (code) =>
        notice('unknown_producer', { code }),
      )
      if (values.producer !== undefined && !producer) continue
      const { organisation } = values
      if (organisation !== undefined && !isOwn(organisation) && !this.#codes.partners.has(organisation)) {
        this.#trouble.error(place('organisation'), notice('unknown_partner', { code: organisation }))
        continue
      }
      const rule = {
        name: values.name,
        base: values.base,
        rate_bp: values.rate ?? null,
        amount_tyiyn: values.amount ?? null,
        tax_status: values.taxStatus ?? null,
        organisation: organisation ?? null,
        producer_id: producer?.id ?? null,
        from_date: values.from,
        until_date: values.until ?? null,
      }
      if (known.take(ruleKey({ ...rule, rate_bp: rule.rate_bp ?? 0, amount_tyiyn: rule.amount_tyiyn ?? 0 })))
        continue
      this.#try(place(values.base === 'fixed' ? 'amount' : 'rate'), () => addRule(this.#work, rule))
    }
  }

  #find<T>(
    map: Map<string, T>,
    code: string | undefined,
    place: Place,
    problem: (code: string) => ReturnType<typeof notice>,
  ): T | undefined {
    const found = code === undefined ? undefined : map.get(code)
    if (code !== undefined && !found) this.#trouble.error(place, problem(code))
    return found
  }

  #try(place: Place, add: () => number): void {
    try {
      add()
      this.added += 1
    } catch (error) {
      if (!(error instanceof EsepError)) throw error
      this.#trouble.error(place, error)
    }
  }
}

/** Equal rows count: the second of two equal rows in a book is known only if the ledger has it twice. */
class Bag {
  readonly #counts = new Map<string, number>()

  constructor(keys: readonly string[]) {
    for (const key of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  take(key: string): boolean {
    const left = this.#counts.get(key) ?? 0
    this.#counts.set(key, left - 1)
    return left > 0
  }
}

const termsKey = (row: Omit<TermsTable, 'id'>): string =>
  JSON.stringify([
    row.from_date,
    row.lot_id,
    row.product_id,
    row.producer_id,
    row.location_id,
    row.method,
    row.rate_bp,
    row.fixed_tyiyn,
  ])
const ruleKey = (row: Omit<RuleTable, 'id'>): string =>
  JSON.stringify([
    row.name,
    row.base,
    row.rate_bp,
    row.amount_tyiyn,
    row.tax_status,
    row.organisation,
    row.producer_id,
    row.from_date,
    row.until_date,
  ])
