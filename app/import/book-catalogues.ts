/** Takes the catalogue sheets of a book into the ledger: new rows are added, known ones keep price, share and unit. */

import { allAgreements } from '../../db/queries/catalogues.ts'
import type { AgreementTable, ProductTable } from '../../db/schema.ts'
import { type Book, type BookRow, type RowValues, SHEETS } from '../../domain/book/sheets.ts'
import { EsepError, notice } from '../../domain/error.ts'
import { fold } from '../../domain/fold.ts'
import { formatMoney, formatRate } from '../../domain/format.ts'
import { isDivisible } from '../../domain/quantity.ts'
import {
  addAgreement,
  addLocation,
  addPartner,
  addProducer,
  addProduct,
  updateProducer,
  updateProduct,
  updateRow,
} from '../catalogues.ts'
import type { Work } from '../ledger.ts'
import { type BookCodes, isOwn } from './book-codes.ts'
import { EMPTY_PRODUCT, producerRow, productRow } from './book-rows.ts'
import { takeInTerms } from './book-terms.ts'
import type { BookTrouble, Place } from './book-trouble.ts'

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
    this.changes += takeInTerms(this.#work, this.#book, this.#codes, this.#trouble)
  }

  /** Runs once a row; a code met twice in one sheet is an error, what the catalogue refuses is another. */
  #each<K extends 'partners' | 'producers' | 'products'>(
    sheet: K,
    take: (values: RowValues<K>, place: Place) => void,
  ): void {
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
    const row = {
      code,
      name,
      inn: inn ?? known?.inn ?? '',
      phone: phone ?? known?.phone ?? '',
      details: details ?? known?.details ?? '',
    }
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
  #agreement(
    values: RowValues<'locations'>,
    place: Place,
    location_id: number,
    agreements: AgreementTable[],
  ): void {
    const { partner, share, shareBase, shareFrom } = values
    if (share === undefined) return
    const known = partner === undefined ? undefined : this.#codes.partners.get(partner)
    if (partner === undefined)
      return this.#trouble.error(place, notice('place_without_partner', { location: values.code }))
    if (!known)
      return this.#trouble.error({ ...place, field: 'partner' }, notice('unknown_partner', { code: partner }))
    if (share < 0 || share > 10_000)
      return this.#trouble.error(place, notice('number_out_of_range', { heading: 'Доля партнёра %' }))
    const row = {
      location_id,
      partner_id: known.id,
      from_date: shareFrom ?? '',
      share_bp: share,
      base: shareBase ?? ('sale' as const),
    }
    const same = agreements.find(
      (entry) => entry.location_id === location_id && entry.from_date === row.from_date,
    )
    if (
      same &&
      (same.share_bp !== row.share_bp || same.base !== row.base || same.partner_id !== row.partner_id)
    ) {
      this.#trouble.error(
        place,
        notice('value_differs', {
          heading: 'Доля партнёра %',
          stored: formatRate(same.share_bp),
          way: 'Доля с даты',
        }),
      )
    } else if (!same) {
      agreements.push({ ...row, id: this.#added(addAgreement(this.#work, row)) })
    }
  }

  #producer(values: RowValues<'producers'>, place: Place): void {
    const known = this.#codes.producers.get(values.code)
    const organisation = values.organisation ?? known?.organisation ?? ''
    if (organisation !== '' && !isOwn(organisation) && !this.#codes.partners.has(organisation)) {
      this.#trouble.error(
        { ...place, field: 'organisation' },
        notice('unknown_partner', { code: organisation }),
      )
    }
    const row = producerRow(values, organisation, known)
    if (!known)
      this.#codes.producers.set(values.code, {
        ...row,
        id: this.#added(addProducer(this.#work, row)),
        name_fold: fold(row.name),
      })
    else if (differs(known, row)) {
      updateProducer(this.#work, { ...known, ...row })
      this.#codes.producers.set(values.code, { ...known, ...row })
      this.changes += 1
    }
  }

  #product(values: RowValues<'products'>, place: Place): void {
    const producer = this.#codes.producers.get(values.producer)
    if (!producer)
      return this.#trouble.error(
        { ...place, field: 'producer' },
        notice('unknown_producer', { code: values.producer }),
      )
    for (const field of ['price', 'net', 'shelfLifeDays'] as const) {
      const heading = SHEETS.products.columns.find((column) => column.field === field)?.heading ?? ''
      if ((values[field] ?? 0) < 0)
        this.#trouble.error({ ...place, field }, notice('number_out_of_range', { heading }))
    }
    const known = this.#codes.products.get(values.article)
    const row = productRow(values, producer.id, known)
    if (!known)
      this.#codes.products.set(values.article, {
        ...row,
        id: this.#added(addProduct(this.#work, row)),
        name_fold: fold(row.name),
      })
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
      for (const row of rows) this.#sameSet(first, row)
      if (components) this.#try(place, () => this.#set(article, first.values, components, place))
    }
  }

  /** Name, price and barcode stand in every row of a set: in all of them alike. */
  #sameSet(first: BookRow<'sets'>, row: BookRow<'sets'>): void {
    for (const { field, heading } of SHEETS.sets.columns) {
      if (field === 'article' || field === 'quantity') continue
      if (row.values[field] === undefined || row.values[field] === first.values[field]) continue
      const value = first.values[field] ?? '–'
      const stored = typeof value === 'number' ? formatMoney(value) : value
      const data = { heading, stored, way: 'Артикул набора' }
      this.#trouble.error({ sheet: 'sets', row, field }, notice('value_differs', data))
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
      return this.#trouble.error(
        place,
        notice('value_differs', {
          heading,
          stored,
          way: known.components === text ? 'Переоценка' : 'Артикул набора',
        }),
      )
    }
    if (known) return
    const row = {
      ...EMPTY_PRODUCT,
      article,
      name: values.name,
      unit: 'набор',
      barcode: values.barcode ?? null,
      price_tyiyn: values.price,
      components: text,
    }
    this.#codes.products.set(article, {
      ...row,
      id: this.#added(addProduct(this.#work, row)),
      name_fold: fold(row.name),
    })
  }

  #added(id: number): number {
    this.changes += 1
    return id
  }
}

function differs<T extends object>(known: T, row: Partial<T>): boolean {
  return (Object.keys(row) as (keyof T)[]).some((key) => known[key] !== row[key])
}
