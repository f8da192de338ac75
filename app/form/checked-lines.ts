/** The live figures of a form's lines: as posted where they would post, else as far as they can be told. */
import { appliedRate } from '../../domain/commission.ts'
import { isCivilDate } from '../../domain/dates.ts'
import type { Form, FormLine } from '../../domain/form-input.ts'
import { percentOf, priceTimes } from '../../domain/money.ts'
import type { PostedLine, Posting } from '../../domain/registers.ts'
import type { CheckedLine } from '../../domain/views.ts'
import { groupBy } from '../catalogue.ts'
import type { LedgerFacts } from '../facts.ts'
import type { Ledger } from '../ledger.ts'

/** @param standing the lines that the posting was made of, in its order */
export function checkedLines(
  ledger: Ledger,
  facts: LedgerFacts,
  form: Form,
  standing: readonly FormLine[],
  posting: Posting | null,
): CheckedLine[] {
  const parts = groupBy(posting?.lines ?? [], ({ line }) => line)
  const ordinals = new Map(standing.map((line, index) => [line.place, index + 1]))
  const lines = Array.from({ length: form.places }, () => EMPTY)
  const guess = new Guess(ledger, facts, form)
  for (const line of form.lines) {
    const ordinal = posting ? ordinals.get(line.place) : undefined
    const own = ordinal === undefined ? undefined : parts.get(ordinal)
    lines[line.place] = own ? together(own, guess.line(line), facts) : guess.line(line)
  }
  return lines
}

const EMPTY: CheckedLine = {
  price: null,
  discount: 0,
  amount: 0,
  commission: 0,
  rate: 0,
  method: null,
  book: null,
  lots: [],
}

const total = (parts: readonly PostedLine[], of: (part: PostedLine) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0)

/** A posted line as one: the parts its lots and components bear, added up. */
function together(all: readonly PostedLine[], guessed: CheckedLine, facts: LedgerFacts): CheckedLine {
  const parts = all.filter(({ part }) => part > 0)
  const [first] = parts
  const priced = parts.some(({ method }) => method !== null)
  const oneRate = parts.every(({ method, rate }) => method === first?.method && rate === first.rate)
  return {
    price: guessed.price,
    discount: priced ? total(parts, (part) => part.discount_tyiyn) : guessed.discount,
    amount: priced ? total(parts, (part) => part.amount_tyiyn) : guessed.amount,
    commission: total(parts, (part) => part.commission_tyiyn),
    rate: priced ? (oneRate ? (first?.rate ?? 0) : 0) : guessed.rate,
    method: priced ? (oneRate ? (first?.method ?? null) : null) : guessed.method,
    book: all.find(({ book_milli }) => book_milli !== null)?.book_milli ?? null,
    lots: parts.flatMap(({ lot, quantity_milli }) =>
      lot === null || lot < 0 ? [] : [{ name: facts.movedLot(lot).name, quantity: Math.abs(quantity_milli) }],
    ),
  }
}

type Fields = FormLine['fields']

/** What a line says by itself, before the rules are asked. */
class Guess {
  readonly #ledger: Ledger
  readonly #facts: LedgerFacts
  readonly #form: Form
  readonly #day: string

  constructor(ledger: Ledger, facts: LedgerFacts, form: Form) {
    const { paperDate, date } = form.head
    this.#ledger = ledger
    this.#facts = facts
    this.#form = form
    this.#day = isDate(paperDate) ? paperDate : isDate(date) ? date : ledger.clock.today()
  }

  line({ fields }: FormLine): CheckedLine {
    const price = idOf(fields['price_tyiyn']) ?? this.#price(fields)
    const gross = this.#gross(fields, price)
    const discount = Math.min(discountOf(fields['discount'], gross), Math.max(gross, 0))
    return { ...EMPTY, price, discount, amount: gross - discount, ...this.#terms(fields) }
  }

  #gross(fields: Fields, price: number | null): number {
    const amount = idOf(fields['amount_tyiyn'])
    if (amount !== null) return amount
    const quantity = this.#quantity(fields)
    return price === null || quantity === null ? 0 : (safely(() => priceTimes(price, quantity)) ?? 0)
  }

  /** A count is worth its difference from the book. */
  #quantity(fields: Fields): number | null {
    const counted = idOf(fields['counted_milli'])
    if (counted === null) return idOf(fields['quantity_milli'])
    const [place, product] = [idOf(this.#form.head['location']), idOf(fields['product'])]
    if (place === null || product === null) return null
    return safely(() => counted - this.#facts.stock(place, product, this.#day))
  }

  #price(fields: Fields): number | null {
    const product = idOf(fields['product'])
    return product === null ? null : safely(() => this.#facts.price(product, this.#day))
  }

  /** What the goods of a receipt will be sold at there. */
  #terms(fields: Fields): Pick<CheckedLine, 'rate' | 'method'> {
    const none = { rate: 0, method: null }
    const [location, id] = [idOf(this.#form.head['location']), idOf(fields['product'])]
    if (this.#form.kind !== 'receipt' || location === null || id === null) return none
    const producer = safely(() => this.#facts.product(id).producer)
    if (producer === null) return none
    const scope = { lot: 0, product: id, producer, location }
    const terms = this.#ledger.catalogue.terms(scope, this.#day)
    return terms ? { rate: appliedRate(terms), method: terms.method } : none
  }
}

const isDate = (value: unknown): value is string => typeof value === 'string' && isCivilDate(value)
const idOf = (value: unknown): number | null => (Number.isSafeInteger(value) ? Number(value) : null)

function discountOf(discount: unknown, gross_tyiyn: number): number {
  const { amount_tyiyn, rate_bp } = (discount ?? {}) as Record<string, unknown>
  const amount = idOf(amount_tyiyn)
  if (amount !== null) return Math.max(amount, 0)
  const rate = idOf(rate_bp)
  return rate === null || rate < 0 || rate > 10_000 ? 0 : (safely(() => percentOf(gross_tyiyn, rate)) ?? 0)
}

/** What is typed may name nothing and be of any size; then there is nothing to show. */
function safely<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
