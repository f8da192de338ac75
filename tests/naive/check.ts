import type { Book, BookAccount } from '../../domain/book/sheets.ts'
import type { NoticeCode } from '../../domain/error.ts'
import type { DocumentSheet } from './documents.ts'
import { ORDER_WITHIN_DAY } from './documents.ts'
import { refuse } from './world.ts'

/** What the rows of a book may name. */
interface Names {
  readonly units: ReadonlyMap<string, string>
  readonly owners: ReadonlyMap<string, string>
  readonly sets: ReadonlySet<string>
  readonly producers: ReadonlySet<string>
  readonly partners: ReadonlySet<string>
  readonly locations: ReadonlySet<string>
}

/** Every column that any document sheet may have and that this check looks at. */
interface AnyValues {
  readonly date: string
  readonly paperDate?: string
  readonly article?: string
  readonly location?: string
  readonly producer?: string
  readonly from?: string | BookAccount
  readonly to?: string | BookAccount
  readonly quantity?: number
  readonly counted?: number
  readonly price?: number
  readonly net?: number
  readonly made?: string
  readonly expires?: string
}

const FRACTIONAL = ['кг', 'г', 'т', 'л', 'мл', 'м', 'см', 'м²', 'м³']

function namesOf(book: Book): Names {
  return {
    units: new Map(book.products.map((row) => [row.values.article, row.values.unit])),
    owners: new Map(book.products.map((row) => [row.values.article, row.values.producer])),
    sets: new Set(book.sets.map((row) => row.values.setArticle)),
    producers: new Set(book.producers.map((row) => row.values.code)),
    partners: new Set(book.partners.map((row) => row.values.code)),
    locations: new Set(book.locations.map((row) => row.values.code)),
  }
}

/** A set may be sold, brought back and repriced; it never stands anywhere by itself. */
function takesSets(sheet: DocumentSheet): boolean {
  return sheet === 'sales' || sheet === 'customerReturns' || sheet === 'repricings'
}

function problemOfDates(values: AnyValues, today: string | undefined): NoticeCode | undefined {
  if (today !== undefined && values.date > today) return 'date_in_future'
  if (values.paperDate !== undefined && values.paperDate > values.date) return 'paper_date_after'
  if (values.made !== undefined && values.expires !== undefined && values.expires < values.made) {
    return 'expires_before_made'
  }
  return undefined
}

function problemOfGoods(names: Names, sheet: DocumentSheet, values: AnyValues): NoticeCode | undefined {
  const { article, location, producer, quantity, counted } = values
  if (article !== undefined && !names.units.has(article) && !(takesSets(sheet) && names.sets.has(article))) {
    return 'unknown_product'
  }
  if (location !== undefined && !names.locations.has(location)) return 'unknown_location'
  if (producer !== undefined && !names.producers.has(producer)) return 'unknown_producer'
  const least = sheet === 'stockCounts' ? 0 : 1
  const amount = quantity ?? counted
  if (amount === undefined) return undefined
  if (amount < least) return 'quantity_not_positive'
  const unit = names.units.get(article ?? '') ?? 'набор'
  return FRACTIONAL.includes(unit) || amount % 1000 === 0 ? undefined : 'fraction_of_piece'
}

const sameAccount = (left: BookAccount, right: BookAccount): boolean =>
  left.account === right.account && ('who' in left ? left.who : '') === ('who' in right ? right.who : '')

function problemOfPlaces(names: Names, values: AnyValues): NoticeCode | undefined {
  const { from, to } = values
  if (from === undefined || to === undefined) return undefined
  if (typeof from === 'string' || typeof to === 'string') {
    if ([from, to].some((place) => !names.locations.has(String(place)))) return 'unknown_location'
    return from === to ? 'same_place' : undefined
  }
  for (const account of [from, to]) {
    if (account.account === 'partner' && !names.partners.has(account.who)) return 'unknown_partner'
  }
  return sameAccount(from, to) ? 'money_same_account' : undefined
}

function checkDocuments(book: Book, names: Names, today: string | undefined): void {
  for (const sheet of ORDER_WITHIN_DAY) {
    for (const { row, values } of book[sheet]) {
      const all: AnyValues = values
      const negativePrice =
        (all.price ?? 0) < 0 || (all.net ?? 0) < 0 ? ('price_negative' as const) : undefined
      const problem =
        problemOfDates(all, today) ??
        problemOfGoods(names, sheet, all) ??
        problemOfPlaces(names, all) ??
        negativePrice
      if (problem) refuse(sheet, row, problem)
    }
  }
}

function checkMoney(book: Book, names: Names): void {
  for (const sheet of ['charges', 'payouts', 'money'] as const) {
    for (const { row, values } of book[sheet]) if (values.amount === 0) refuse(sheet, row, 'amount_zero')
  }
  for (const { row, values } of book.openingBalances) {
    if (values.account === 'partner' && !names.partners.has(values.who ?? '')) {
      refuse('openingBalances', row, 'unknown_partner')
    }
  }
}

function checkCounts(book: Book): void {
  const counted = new Set<string>()
  for (const { row, values } of book.stockCounts) {
    if (values.number === undefined) continue
    const line = [values.date, values.number, values.location, values.article].join('\n')
    if (counted.has(line)) refuse('stockCounts', row, 'count_line_repeated')
    counted.add(line)
  }
}

function checkRepeated(
  sheet: 'producers' | 'products' | 'partners',
  codes: { row: number; code: string }[],
): void {
  const seen = new Set<string>()
  for (const { row, code } of codes) {
    if (seen.has(code)) refuse(sheet, row, 'code_repeated')
    seen.add(code)
  }
}

/** Two shares of one place that begin on one day have to be the same share. */
function checkShares(book: Book): void {
  for (const { row, values } of book.locations) {
    const rival = book.locations.find(
      (other) =>
        other.row < row &&
        other.values.share !== undefined &&
        other.values.code === values.code &&
        other.values.shareFrom === values.shareFrom,
    )?.values
    if (values.share === undefined || rival === undefined) continue
    const same =
      rival.share === values.share &&
      rival.partner === values.partner &&
      (rival.shareBase ?? 'sale') === (values.shareBase ?? 'sale')
    if (!same) refuse('locations', row, 'value_differs')
  }
}

function checkCatalogues(book: Book, names: Names): void {
  checkRepeated(
    'partners',
    book.partners.map((row) => ({ row: row.row, code: row.values.code })),
  )
  checkRepeated(
    'producers',
    book.producers.map((row) => ({ row: row.row, code: row.values.code })),
  )
  checkRepeated(
    'products',
    book.products.map((row) => ({ row: row.row, code: row.values.article })),
  )
  for (const { row, values } of book.locations) {
    if (values.partner === undefined) {
      if (values.share !== undefined) refuse('locations', row, 'place_without_partner')
    } else if (!names.partners.has(values.partner)) refuse('locations', row, 'unknown_partner')
  }
  checkShares(book)
  for (const { row, values } of book.products) {
    if (!names.producers.has(values.producer)) refuse('products', row, 'unknown_producer')
  }
  for (const { row, values } of book.sets) {
    const unit = names.units.get(values.article)
    if (unit === undefined) refuse('sets', row, 'unknown_product')
    else if (!FRACTIONAL.includes(unit) && values.quantity % 1000 !== 0)
      refuse('sets', row, 'fraction_of_piece')
  }
}

/** «За единицу» has nowhere to say how much. */
function checkSettings(book: Book): void {
  const terms = book.settings.filter(({ values }) => /^(?:схема|ставка)$/i.test(values.parameter.trim()))
  const fixed = terms.some(({ values }) => values.value.trim().toLowerCase() === 'за единицу')
  const last = terms.at(-1)
  if (fixed && last) refuse('settings', last.row, 'terms_incomplete')
}

function checkTerms(book: Book, names: Names): void {
  for (const { row, values } of book.terms) {
    const { article, producer, location, method } = values
    if (article !== undefined && !names.units.has(article)) refuse('terms', row, 'unknown_product')
    if (producer !== undefined && !names.producers.has(producer)) refuse('terms', row, 'unknown_producer')
    if (location !== undefined && !names.locations.has(location)) refuse('terms', row, 'unknown_location')
    if (article !== undefined && producer !== undefined && names.owners.get(article) !== producer) {
      refuse('terms', row, 'product_of_other_producer')
    }
    const needed = method === 'fixed_per_unit' ? values.fixed : method === 'difference' ? 0 : values.rate
    if (needed === undefined) refuse('terms', row, 'terms_incomplete')
  }
  for (const { row, values } of book.rules) {
    if ((values.base === 'fixed' ? values.amount : values.rate) === undefined)
      refuse('rules', row, 'rule_incomplete')
    if (values.producer !== undefined && !names.producers.has(values.producer)) {
      refuse('rules', row, 'unknown_producer')
    }
  }
}

/** The first pass: every row by itself and what it names, before anything is posted. */
export function checkReferences(book: Book, today?: string): void {
  const names = namesOf(book)
  checkSettings(book)
  checkCatalogues(book, names)
  checkTerms(book, names)
  checkDocuments(book, names, today)
  checkMoney(book, names)
  checkCounts(book)
}
