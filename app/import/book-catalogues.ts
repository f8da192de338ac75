/** Takes the catalogue sheets of a book into the ledger: new rows are added, known ones keep price, share and unit. */
import { type Book, type BookRow, SHEETS, type RowValues } from '../../domain/book/sheets.ts'
import { EsepError, notice } from '../../domain/error.ts'
import { fold } from '../../domain/fold.ts'
import { isDivisible } from '../../domain/quantity.ts'
import { allAgreements, allRules, allTerms } from '../../db/queries/catalogues.ts'
import type { AgreementTable, ProducerTable, ProductTable, RuleTable, TermsTable } from '../../db/schema.ts'
import {
  addAgreement,
  addLocation,
  addPartner,
  addProducer,
  addProduct,
  addRule,
  addTerms,
  updateProducer,
  updateProduct,
  updateRow,
} from '../catalogues.ts'
import type { Work } from '../ledger.ts'
import { type BookCodes, isOwn } from './book-codes.ts'
import type { BookTrouble, Place } from './book-trouble.ts'
import { formatMoney, formatRate } from '../../domain/format.ts'

export class BookCatalogues {
  readonly #work: Work
  readonly #book: Book
  readonly #codes: BookCodes
  readonly #trouble: BookTrouble
  /** Rows that were added or changed. */
  changes = 0

  constructor(work: Work, book: Book, codes: BookCodes, trouble: BookTrouble) {
    this.#work = work
    this.#book = book
    this.#codes = codes
    this.#trouble = trouble
  }

  takeIn(): void {
    this.#each('partners', (values) => this.#partner(values))
    this.#locations()
    this.#each('producers', (values, place) => this.#producer(values, place))
    this.#each('products', (values, place) => this.#product(values, place))
    this.#sets()
    this.#terms()
    this.#rules()
  }

  /** Runs once a row; a code met twice in one sheet is an error, what the catalogue refuses is another. */
  #each<K extends 'partners' | 'producers' | 'products'>(sheet: K, take: (values: RowValues<K>, place: Place) => void): void {
    const seen = new Map<string, number>()
    for (const row of this.#book[sheet] as readonly BookRow<K>[]) {
      const field = sheet === 'products' ? 'article' : 'code'
      const code = (row.values as Record<string, string | undefined>)[field] ?? ''
      const place = { sheet, row, field }
      const first = seen.get(code)
      if (first !== undefined) this.#trouble.error(place, notice('code_repeated', { code, row: first }))
      else this.#try(place, () => take(row.values, place))
      seen.set(code, first ?? row.row)
    }
  }

  #try(place: Place, take: () => void): void {
    try {
      take()
    } catch (error) {
      if (!(error instanceof EsepError)) throw error
      const field = error.code === 'barcode_taken' ? 'barcode' : place.field
      this.#trouble.error({ ...place, ...(field === undefined ? {} : { field }) }, error)
    }
  }

  #partner({ code, name, inn, phone, details }: RowValues<'partners'>): void {
    const known = this.#codes.partners.get(code)
    const row = { code, name, inn: inn ?? known?.inn ?? '', phone: phone ?? known?.phone ?? '', details: details ?? known?.details ?? '' }
    if (!known) this.#codes.partners.set(code, { ...row, id: this.#added(addPartner(this.#work, row)) })
    else if (differs(known, row)) {
      updateRow(this.#work, 'partner', { ...known, ...row })
      this.#codes.partners.set(code, { ...known, ...row })
      this.changes += 1
    }
  }

  #locations(): void {
    const before = allAgreements.all(this.#work.writer, {})
    for (const row of this.#book.locations) {
      const place: Place = { sheet: 'locations', row, field: 'code' }
      this.#try(place, () => this.#location(row, place, before))
    }
  }

  #location({ values }: BookRow<'locations'>, place: Place, agreements: AgreementTable[]): void {
    const { code, name, type, address } = values
    const known = this.#codes.locations.get(code)
    const row = { code, name, type, address: address ?? known?.address ?? '' }
    let id = known?.id
    if (id === undefined) id = this.#added(addLocation(this.#work, row))
    else if (known && differs(known, row)) {
      updateRow(this.#work, 'location', { ...row, id })
      this.changes += 1
    }
    this.#codes.locations.set(code, { ...row, id })
    this.#agreement(values, { ...place, field: 'share' }, id, agreements)
  }

  /** A share differs from the one known of that day only by a new row with its own date. */
  #agreement(values: RowValues<'locations'>, place: Place, location_id: number, agreements: AgreementTable[]): void {
    const { partner, share, shareBase, shareFrom } = values
    if (share === undefined) return
    const known = partner === undefined ? undefined : this.#codes.partners.get(partner)
    if (partner === undefined) return this.#trouble.error(place, notice('place_without_partner', { location: values.code }))
    if (!known) return this.#trouble.error({ ...place, field: 'partner' }, notice('unknown_partner', { code: partner }))
    if (share < 0 || share > 10_000) return this.#trouble.error(place, notice('number_out_of_range', { heading: 'Доля партнёра %' }))
    const row = { location_id, partner_id: known.id, from_date: shareFrom ?? '', share_bp: share, base: shareBase ?? ('sale' as const) }
    const same = agreements.find((entry) => entry.location_id === location_id && entry.from_date === row.from_date)
    if (same && (same.share_bp !== row.share_bp || same.base !== row.base || same.partner_id !== row.partner_id)) {
      this.#trouble.error(place, notice('value_differs', { heading: 'Доля партнёра %', stored: formatRate(same.share_bp), way: 'Доля с даты' }))
    } else if (!same) {
      agreements.push({ ...row, id: this.#added(addAgreement(this.#work, row)) })
    }
  }

  #producer(values: RowValues<'producers'>, place: Place): void {
    const known = this.#codes.producers.get(values.code)
    const organisation = values.organisation ?? known?.organisation ?? ''
    if (organisation !== '' && !isOwn(organisation) && !this.#codes.partners.has(organisation)) {
      this.#trouble.error({ ...place, field: 'organisation' }, notice('unknown_partner', { code: organisation }))
    }
    const row = producerRow(values, organisation, known)
    if (!known) this.#codes.producers.set(values.code, { ...row, id: this.#added(addProducer(this.#work, row)), name_fold: fold(row.name) })
    else if (differs(known, row)) {
      updateProducer(this.#work, { ...known, ...row })
      this.#codes.producers.set(values.code, { ...known, ...row })
      this.changes += 1
    }
  }

  #product(values: RowValues<'products'>, place: Place): void {
    const producer = this.#codes.producers.get(values.producer)
    if (!producer) return this.#trouble.error({ ...place, field: 'producer' }, notice('unknown_producer', { code: values.producer }))
    for (const field of ['price', 'net', 'shelfLifeDays'] as const) {
      const heading = SHEETS.products.columns.find((column) => column.field === field)?.heading ?? ''
      if ((values[field] ?? 0) < 0) this.#trouble.error({ ...place, field }, notice('number_out_of_range', { heading }))
    }
    const known = this.#codes.products.get(values.article)
    const row = productRow(values, producer.id, known)
    if (!known) this.#codes.products.set(values.article, { ...row, id: this.#added(addProduct(this.#work, row)), name_fold: fold(row.name) })
    else if (this.#keeps(known, row, place) && differs(known, row)) {
      updateProduct(this.#work, { ...known, ...row })
      this.#codes.products.set(values.article, { ...known, ...row })
      this.changes += 1
    }
  }

  /** Owner, unit and prices of a known product change only in their own way. */
  #keeps(known: ProductTable, row: Omit<ProductTable, 'id' | 'name_fold'>, place: Place): boolean {
    const before = this.#trouble.errors
    const differ = (field: string, heading: string, stored: string, way: string) =>
      this.#trouble.error({ ...place, field }, notice('value_differs', { heading, stored, way }))
    if (known.producer_id !== row.producer_id) {
      const owner = [...this.#codes.producers.values()].find(({ id }) => id === known.producer_id)
      differ('producer', 'Производитель', owner?.code ?? '', 'Артикул')
    }
    if (known.unit !== row.unit) differ('unit', 'Ед.', known.unit, 'Артикул')
    if (known.price_tyiyn !== row.price_tyiyn) {
      differ('price', 'Цена', known.price_tyiyn === null ? '–' : formatMoney(known.price_tyiyn), 'Переоценка')
    }
    if (known.net_tyiyn !== row.net_tyiyn) {
      differ('net', 'Цена комитента', known.net_tyiyn === null ? '–' : formatMoney(known.net_tyiyn), 'Приход')
    }
    return this.#trouble.errors === before
  }

  #sets(): void {
    const groups = Map.groupBy(this.#book.sets, ({ values }) => values.setArticle)
    for (const [article, rows] of groups) {
      const [first] = rows
      if (!first) continue
      const place: Place = { sheet: 'sets', row: first, field: 'setArticle' }
      const components = this.#components(rows)
      if (components) this.#try(place, () => this.#set(article, first.values, components, place))
    }
  }

  #components(rows: readonly BookRow<'sets'>[]): [number, number][] | undefined {
    const components: [number, number][] = []
    for (const row of rows) {
      const { article, quantity } = row.values
      const product = this.#codes.products.get(article)
      if (product?.producer_id == null) {
        this.#trouble.error({ sheet: 'sets', row, field: 'article' }, notice('unknown_product', { article }))
      } else if (quantity <= 0 || (quantity % 1000 !== 0 && !isDivisible(product.unit))) {
        const data = { article, product: product.name, unit: product.unit, quantity_milli: quantity }
        this.#trouble.error({ sheet: 'sets', row, field: 'quantity' }, notice('fraction_of_piece', data))
      } else components.push([product.id, quantity])
    }
    return components.length === rows.length ? components : undefined
  }

  #set(article: string, values: RowValues<'sets'>, components: [number, number][], place: Place): void {
    const known = this.#codes.products.get(article)
    const text = JSON.stringify(components)
    if (known && (known.components !== text || known.price_tyiyn !== values.price)) {
      const stored = known.components === text ? formatMoney(known.price_tyiyn ?? 0) : known.name
      const heading = known.components === text ? 'Цена' : 'Артикул'
      return this.#trouble.error(place, notice('value_differs', { heading, stored, way: known.components === text ? 'Переоценка' : 'Артикул набора' }))
    }
    if (known) return
    const row = { ...EMPTY_PRODUCT, article, name: values.name, unit: 'набор', barcode: values.barcode ?? null, price_tyiyn: values.price, components: text }
    this.#codes.products.set(article, { ...row, id: this.#added(addProduct(this.#work, row)), name_fold: fold(row.name) })
  }

  #terms(): void {
    const known = new Bag(allTerms.all(this.#work.writer, {}).map(termsKey))
    for (const row of this.#book.terms) {
      const place: Place = { sheet: 'terms', row, field: 'method' }
      const scope = this.#termsScope(row)
      if (!scope) continue
      const { from, method, rate, fixed } = row.values
      const entry = { ...scope, lot_id: null, from_date: from, method, rate_bp: rate ?? null, fixed_tyiyn: fixed ?? null }
      if (known.take(termsKey({ ...entry, rate_bp: rate ?? 0, fixed_tyiyn: fixed ?? 0 }))) continue
      this.#try({ ...place, field: method === 'fixed_per_unit' ? 'fixed' : 'rate' }, () => this.#added(addTerms(this.#work, entry)))
    }
  }

  #termsScope(row: BookRow<'terms'>): Pick<TermsTable, 'product_id' | 'producer_id' | 'location_id'> | undefined {
    const { values } = row
    const before = this.#trouble.errors
    const place = (field: string): Place => ({ sheet: 'terms', row, field })
    const producer = this.#find(this.#codes.producers, values.producer, place('producer'), (code) => notice('unknown_producer', { code }))
    const product = this.#find(this.#codes.products, values.article, place('article'), (article) => notice('unknown_product', { article }))
    const location = this.#find(this.#codes.locations, values.location, place('location'), (code) => notice('unknown_location', { code }))
    if (producer && product && product.producer_id !== producer.id) {
      const owner = [...this.#codes.producers.values()].find(({ id }) => id === product.producer_id)
      const data = { article: product.article, producer: producer.code, other: owner?.code ?? '' }
      this.#trouble.error(place('producer'), notice('product_of_other_producer', data))
    }
    if ((values.rate ?? 0) < 0 || (values.rate ?? 0) > 10_000 || (values.fixed ?? 0) < 0) {
      this.#trouble.error(place('rate'), notice('number_out_of_range', { heading: 'Ставка %' }))
    }
    if (this.#trouble.errors > before) return undefined
    return { product_id: product?.id ?? null, producer_id: product ? null : (producer?.id ?? null), location_id: location?.id ?? null }
  }

  #rules(): void {
    const known = new Bag(allRules.all(this.#work.writer, {}).map(ruleKey))
    for (const row of this.#book.rules) {
      const { values } = row
      const place = (field: string): Place => ({ sheet: 'rules', row, field })
      const producer = this.#find(this.#codes.producers, values.producer, place('producer'), (code) => notice('unknown_producer', { code }))
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
      if (known.take(ruleKey({ ...rule, rate_bp: rule.rate_bp ?? 0, amount_tyiyn: rule.amount_tyiyn ?? 0 }))) continue
      this.#try(place(values.base === 'fixed' ? 'amount' : 'rate'), () => this.#added(addRule(this.#work, rule)))
    }
  }

  #find<T>(map: Map<string, T>, code: string | undefined, place: Place, problem: (code: string) => ReturnType<typeof notice>): T | undefined {
    const found = code === undefined ? undefined : map.get(code)
    if (code !== undefined && !found) this.#trouble.error(place, problem(code))
    return found
  }

  #added(id: number): number {
    this.changes += 1
    return id
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
  JSON.stringify([row.from_date, row.product_id, row.producer_id, row.location_id, row.method, row.rate_bp, row.fixed_tyiyn])
const ruleKey = (row: Omit<RuleTable, 'id'>): string =>
  JSON.stringify([row.name, row.base, row.rate_bp, row.amount_tyiyn, row.tax_status, row.organisation, row.producer_id, row.from_date, row.until_date])

function differs<T extends object>(known: T, row: Partial<T>): boolean {
  return (Object.keys(row) as (keyof T)[]).some((key) => known[key] !== row[key])
}

function producerRow(values: RowValues<'producers'>, organisation: string, known: ProducerTable | undefined): Omit<ProducerTable, 'id' | 'name_fold'> {
  return {
    code: values.code,
    name: values.name,
    kind: values.kind ?? known?.kind ?? '',
    organisation,
    leader: values.leader ?? known?.leader ?? '',
    oblast: values.oblast ?? known?.oblast ?? '',
    district: values.district ?? known?.district ?? '',
    aymak: values.aymak ?? known?.aymak ?? '',
    village: values.village ?? known?.village ?? '',
    phone: values.phone ?? known?.phone ?? '',
    inn: values.inn ?? known?.inn ?? '',
    passport: values.passport ?? known?.passport ?? '',
    tax_status: values.taxStatus ?? known?.tax_status ?? '',
    payout_method: values.payoutMethod ?? known?.payout_method ?? '',
    details: values.details ?? known?.details ?? '',
    joined: values.joined ?? known?.joined ?? '',
    language: values.language ?? known?.language ?? '',
    note: values.note ?? known?.note ?? '',
  }
}

const EMPTY_PRODUCT = {
  name_ky: '',
  name_en: '',
  producer_id: null,
  category: '',
  brand_line: '',
  barcode: null,
  net_tyiyn: null,
  shelf_life_days: null,
  composition: '',
  storage: '',
  certificate: '',
  certificate_until: '',
  story: '',
  components: '[]',
} as const

function productRow(values: RowValues<'products'>, producer_id: number, known: ProductTable | undefined): Omit<ProductTable, 'id' | 'name_fold'> {
  return {
    article: values.article,
    name: values.name,
    name_ky: values.nameKy ?? known?.name_ky ?? '',
    name_en: values.nameEn ?? known?.name_en ?? '',
    producer_id,
    category: values.category ?? known?.category ?? '',
    brand_line: values.brandLine ?? known?.brand_line ?? '',
    unit: values.unit,
    barcode: values.barcode ?? known?.barcode ?? null,
    price_tyiyn: values.price ?? known?.price_tyiyn ?? null,
    net_tyiyn: values.net ?? known?.net_tyiyn ?? null,
    shelf_life_days: values.shelfLifeDays ?? known?.shelf_life_days ?? null,
    composition: values.composition ?? known?.composition ?? '',
    storage: values.storage ?? known?.storage ?? '',
    certificate: values.certificate ?? known?.certificate ?? '',
    certificate_until: values.certificateUntil ?? known?.certificate_until ?? '',
    story: values.story ?? known?.story ?? '',
    components: known?.components ?? '[]',
  }
}
