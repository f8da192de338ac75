/** The catalogue sheets of the whole ledger as a book. */

import { allAgreements, allPartners, allRules, allSettings, allTerms } from '../../db/queries/catalogues.ts'
import type { LocationTable, ProducerTable, ProductTable, SettingTable } from '../../db/schema.ts'
import type { Reader } from '../../db/sqlite/connection.ts'
import type { RowValues } from '../../domain/book/sheets.ts'
import { formatDate, formatMoney, formatRate } from '../../domain/format.ts'
import type { Method } from '../../domain/registers.ts'
import { type Names, named } from '../names.ts'
import { ORGANISATION_SETTINGS } from '../organisation.ts'
import type { BookRows } from './book-rows.ts'

type Words<K extends 'locations' | 'producers', F extends keyof RowValues<K>> = RowValues<K>[F]

export function exportCatalogues(reader: Reader, names: Names, rows: BookRows): void {
  exportSettings(reader, rows)
  for (const { code, name, inn, phone, details } of allPartners.all(reader, {}))
    rows.add('partners', { code, name, inn, phone, details })
  for (const location of names.locations.values()) exportLocation(reader, names, rows, location)
  for (const producer of names.producers.values()) exportProducer(rows, producer)
  for (const product of names.products.values()) exportProduct(names, rows, product)
  exportTerms(reader, names, rows)
  exportRules(reader, names, rows)
}

const SETTINGS: Readonly<Record<keyof typeof ORGANISATION_SETTINGS, string>> = {
  name: 'Организация',
  inn: 'ИНН',
  okpo: 'ОКПО',
  address: 'Адрес',
  phone: 'Телефон',
  bank: 'Банк',
  account: 'Р/с',
  bik: 'БИК',
  director: 'Директор',
  accountant: 'Бухгалтер',
}

const METHOD_WORDS: Readonly<Record<Method, string>> = {
  percent_of_sale: 'процент',
  difference: 'разница',
  percent_of_difference: 'процент от разницы',
  fixed_per_unit: 'за единицу',
}

/** A book says one value a setting: the newest. Rounding keeps its first day. */
function exportSettings(reader: Reader, rows: BookRows): void {
  const newest = new Map<string, SettingTable>(allSettings.all(reader, {}).map((row) => [row.key, row]))
  for (const [field, parameter] of Object.entries(SETTINGS)) {
    const value = newest.get(ORGANISATION_SETTINGS[field as keyof typeof SETTINGS])?.value ?? ''
    if (value !== '') rows.add('settings', { parameter, value })
  }
  const minimum = newest.get('minimum_payout')
  if (minimum)
    rows.add('settings', { parameter: 'Минимальная выплата', value: formatMoney(Number(minimum.value)) })
  const rounding = newest.get('cash_rounding')
  if (rounding) rows.add('settings', { parameter: 'Округление наличных', value: roundingText(rounding) })
  const base = allTerms.all(reader, {}).find((row) => row.from_date === '')
  if (!base) return
  rows.add('settings', { parameter: 'Схема', value: METHOD_WORDS[base.method] })
  rows.add('settings', { parameter: 'Ставка', value: formatRate(base.rate_bp) })
}

function roundingText({ value, from_date }: SettingTable): string {
  if (value !== '1') return 'нет'
  return from_date === '' ? 'да' : formatDate(from_date)
}

function exportLocation(reader: Reader, names: Names, rows: BookRows, location: LocationTable): void {
  const { code, name, address } = location
  const type = location.type as Words<'locations', 'type'>
  const agreements = allAgreements.all(reader, {}).filter(({ location_id }) => location_id === location.id)
  if (agreements.length === 0) rows.add('locations', { code, name, type, address })
  for (const { partner_id, share_bp, base, from_date } of agreements) {
    const partner = named(names.partners, partner_id).code
    rows.add('locations', {
      code,
      name,
      type,
      address,
      partner,
      share: share_bp,
      shareBase: base,
      shareFrom: from_date,
    })
  }
}

function exportProducer(rows: BookRows, row: ProducerTable): void {
  rows.add('producers', {
    code: row.code,
    name: row.name,
    kind: row.kind as Words<'producers', 'kind'>,
    organisation: row.organisation,
    leader: row.leader,
    oblast: row.oblast,
    district: row.district,
    aymak: row.aymak,
    village: row.village,
    phone: row.phone,
    inn: row.inn,
    passport: row.passport,
    taxStatus: row.tax_status as Words<'producers', 'taxStatus'>,
    payoutMethod: row.payout_method,
    details: row.details,
    joined: row.joined,
    language: row.language as Words<'producers', 'language'>,
    note: row.note,
  })
}

function exportProduct(names: Names, rows: BookRows, row: ProductTable): void {
  if (row.producer_id === null) return exportSet(names, rows, row)
  rows.add('products', {
    article: row.article,
    name: row.name,
    nameKy: row.name_ky,
    nameEn: row.name_en,
    producer: named(names.producers, row.producer_id).code,
    category: row.category,
    brandLine: row.brand_line,
    unit: row.unit,
    barcode: row.barcode,
    price: row.price_tyiyn,
    net: row.net_tyiyn,
    shelfLifeDays: row.shelf_life_days,
    composition: row.composition,
    storage: row.storage,
    certificate: row.certificate,
    certificateUntil: row.certificate_until,
    story: row.story,
  })
}

function exportSet(names: Names, rows: BookRows, row: ProductTable): void {
  const { article: setArticle, name, price_tyiyn, barcode } = row
  for (const [product, quantity] of JSON.parse(row.components) as [number, number][]) {
    rows.add('sets', {
      setArticle,
      name,
      price: price_tyiyn ?? 0,
      barcode,
      article: named(names.products, product).article,
      quantity,
    })
  }
}

/** Terms of a single lot have no place in a book: they are left to the ledger. */
function exportTerms(reader: Reader, names: Names, rows: BookRows): void {
  for (const row of allTerms.all(reader, {})) {
    if (row.from_date === '' || row.lot_id !== null) continue
    rows.add('terms', {
      from: row.from_date,
      producer: row.producer_id === null ? null : named(names.producers, row.producer_id).code,
      article: row.product_id === null ? null : named(names.products, row.product_id).article,
      location: row.location_id === null ? null : named(names.locations, row.location_id).code,
      method: row.method,
      rate: row.method === 'fixed_per_unit' ? null : row.rate_bp,
      fixed: row.method === 'fixed_per_unit' ? row.fixed_tyiyn : null,
    })
  }
}

function exportRules(reader: Reader, names: Names, rows: BookRows): void {
  for (const row of allRules.all(reader, {})) {
    rows.add('rules', {
      name: row.name,
      base: row.base,
      rate: row.base === 'fixed' ? null : row.rate_bp,
      amount: row.base === 'fixed' ? row.amount_tyiyn : null,
      taxStatus: row.tax_status as RowValues<'rules'>['taxStatus'],
      organisation: row.organisation,
      producer: row.producer_id === null ? null : named(names.producers, row.producer_id).code,
      from: row.from_date,
      until: row.until_date,
    })
  }
}
