/** Catalogue rows, terms, rules, agreements and settings: each version is an entry of the chain. */

import { insertRows, type Query, query } from '../db/query.ts'
import type {
  AgreementTable,
  CustomerTable,
  LocationTable,
  PartnerTable,
  ProducerTable,
  ProductTable,
  RuleTable,
  Schema,
  SettingTable,
  TermsTable,
} from '../db/schema.ts'
import type { Value } from '../db/sqlite/connection.ts'
import type { Canonical } from '../domain/canonical.ts'
import { EsepError } from '../domain/error.ts'
import { fold } from '../domain/fold.ts'
import type { Work } from './ledger.ts'

/** Tables whose newest row version stands in a table and whose every version stands in the chain. */
export const CATALOGUE_COLUMNS = {
  partner: ['id', 'code', 'name', 'inn', 'phone', 'details'],
  customer: ['id', 'name', 'name_fold'],
  location: ['id', 'code', 'name', 'type', 'address'],
  producer: [
    'id',
    'code',
    'name',
    'name_fold',
    'kind',
    'organisation',
    'leader',
    'oblast',
    'district',
    'aymak',
    'village',
    'phone',
    'inn',
    'passport',
    'tax_status',
    'payout_method',
    'details',
    'joined',
    'language',
    'note',
  ],
  product: [
    'id',
    'article',
    'name',
    'name_fold',
    'name_ky',
    'name_en',
    'producer_id',
    'category',
    'brand_line',
    'unit',
    'barcode',
    'price_tyiyn',
    'net_tyiyn',
    'shelf_life_days',
    'composition',
    'storage',
    'certificate',
    'certificate_until',
    'story',
    'components',
  ],
  terms: [
    'id',
    'from_date',
    'lot_id',
    'product_id',
    'producer_id',
    'location_id',
    'method',
    'rate_bp',
    'fixed_tyiyn',
  ],
  agreement: ['id', 'location_id', 'partner_id', 'from_date', 'share_bp', 'base'],
  rule: [
    'id',
    'name',
    'base',
    'rate_bp',
    'amount_tyiyn',
    'tax_status',
    'organisation',
    'producer_id',
    'from_date',
    'until_date',
  ],
  setting: ['id', 'key', 'from_date', 'value'],
} as const satisfies { [T in keyof Schema]?: readonly (keyof Schema[T])[] }

export type CatalogueTable = keyof typeof CATALOGUE_COLUMNS
type Row<T extends CatalogueTable> = Schema[T]

/** What the chain keeps of a row: every column that holds something. */
export function rowContent(table: CatalogueTable, row: object): Canonical {
  const content: { [key: string]: Canonical } = {}
  const columns: readonly string[] = CATALOGUE_COLUMNS[table]
  for (const column of columns) {
    const value = (row as Record<string, Value | undefined>)[column]
    if (value !== null && value !== undefined && !(value instanceof Uint8Array)) content[column] = value
  }
  return content
}

/** Adds a row and its first version. @returns its id. */
function addRow<T extends CatalogueTable>(work: Work, table: T, fields: Omit<Row<T>, 'id'>): number {
  const id = (lastIds[table].get(work.writer, {})?.id ?? 0) + 1
  const row = { ...fields, id } as Row<T>
  insertRows(work.writer, table, [...CATALOGUE_COLUMNS[table]] as never, [row] as never)
  work.chain.append(table, String(id), rowContent(table, row))
  work.ledger.catalogue.reset()
  return id
}

/** Replaces a row by its newer version; only catalogues with details change (terms and rules only grow). */
export function updateRow<T extends 'partner' | 'location' | 'producer' | 'product'>(
  work: Work,
  table: T,
  row: Row<T>,
): void {
  const columns: readonly string[] = CATALOGUE_COLUMNS[table].filter((column) => column !== 'id')
  const values = row as unknown as Record<string, Value>
  const sql = `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`
  work.writer.run(sql, [...columns.map((column) => values[column] ?? null), row.id])
  work.chain.append(table, String(row.id), rowContent(table, row))
  work.ledger.catalogue.reset()
}

const lastId = (table: CatalogueTable): Query<Record<never, never>, { id: number }> =>
  query((db) => db.selectFrom(table).select('id').orderBy('id', 'desc').limit(1))

const lastIds = Object.fromEntries(
  Object.keys(CATALOGUE_COLUMNS).map((table) => [table, lastId(table as CatalogueTable)]),
) as Record<CatalogueTable, Query<Record<never, never>, { id: number }>>

const byCode = query((db, p: { code: string }) =>
  db.selectFrom('producer').select('id').where('code', '=', p.code),
)
const byArticle = query((db, p: { article: string }) =>
  db.selectFrom('product').select('id').where('article', '=', p.article),
)
const byBarcode = query((db, p: { barcode: string }) =>
  db.selectFrom('product').select(['id', 'article']).where('barcode', '=', p.barcode),
)
const byLocation = query((db, p: { code: string }) =>
  db.selectFrom('location').select('id').where('code', '=', p.code),
)
const byPartner = query((db, p: { code: string }) =>
  db.selectFrom('partner').select('id').where('code', '=', p.code),
)
const byCustomer = query((db, p: { name_fold: string }) =>
  db.selectFrom('customer').select('id').where('name_fold', '=', p.name_fold),
)

/** @throws EsepError `code_empty`, `code_taken` */
function checkCode(catalogue: string, code: string, taken: { id: number } | undefined): void {
  if (code.trim() === '') throw new EsepError('code_empty', { catalogue })
  if (taken) throw new EsepError('code_taken', { catalogue, code })
}

export function addPartner(work: Work, partner: Omit<PartnerTable, 'id'>): number {
  checkCode('partner', partner.code, byPartner.get(work.writer, { code: partner.code }))
  return addRow(work, 'partner', partner)
}

export function addLocation(work: Work, location: Omit<LocationTable, 'id'>): number {
  checkCode('location', location.code, byLocation.get(work.writer, { code: location.code }))
  return addRow(work, 'location', location)
}

export function addProducer(work: Work, producer: Omit<ProducerTable, 'id' | 'name_fold'>): number {
  checkCode('producer', producer.code, byCode.get(work.writer, { code: producer.code }))
  return addRow(work, 'producer', { ...producer, name_fold: fold(producer.name) })
}

export function updateProducer(work: Work, producer: ProducerTable): void {
  updateRow(work, 'producer', { ...producer, name_fold: fold(producer.name) })
}

/** @throws EsepError `code_empty`, `code_taken`, `barcode_taken` */
export function addProduct(work: Work, product: Omit<ProductTable, 'id' | 'name_fold'>): number {
  checkCode('product', product.article, byArticle.get(work.writer, { article: product.article }))
  checkBarcode(work, product.article, product.barcode)
  return addRow(work, 'product', { ...product, name_fold: fold(product.name) })
}

export function updateProduct(work: Work, product: ProductTable): void {
  checkBarcode(work, product.article, product.barcode)
  updateRow(work, 'product', { ...product, name_fold: fold(product.name) })
}

function checkBarcode(work: Work, article: string, barcode: string | null): void {
  if (barcode === null) return
  const other = byBarcode.get(work.writer, { barcode })
  if (other && other.article !== article)
    throw new EsepError('barcode_taken', { barcode, article, other: other.article })
}

/** The customer of this name, added when new. */
export function customerByName(work: Work, name: string): number {
  const name_fold = fold(name)
  if (name_fold === '') throw new EsepError('code_empty', { catalogue: 'customer' })
  const known = byCustomer.get(work.writer, { name_fold })
  const customer: Omit<CustomerTable, 'id'> = { name: name.trim(), name_fold }
  return known ? known.id : addRow(work, 'customer', customer)
}

/** A share of a whole: 0 to 100 %. */
function checkRate(rate_bp: number | null): void {
  if (rate_bp !== null && (rate_bp < 0 || rate_bp > 10_000))
    throw new EsepError('rate_out_of_range', { rate_bp })
}

/** @throws EsepError `rate_out_of_range`, and `terms_incomplete` where the method needs a rate or a sum that is not given. */
export function addTerms(
  work: Work,
  terms: Omit<TermsTable, 'id' | 'rate_bp' | 'fixed_tyiyn'> & {
    rate_bp: number | null
    fixed_tyiyn: number | null
  },
): number {
  const { method, rate_bp, fixed_tyiyn } = terms
  if (method === 'fixed_per_unit' && fixed_tyiyn === null)
    throw new EsepError('terms_incomplete', { method, missing: 'fixed' })
  checkRate(rate_bp)
  const needsRate = method === 'percent_of_sale' || method === 'percent_of_difference'
  if (needsRate && rate_bp === null) throw new EsepError('terms_incomplete', { method, missing: 'rate' })
  return addRow(work, 'terms', { ...terms, rate_bp: rate_bp ?? 0, fixed_tyiyn: fixed_tyiyn ?? 0 })
}

/** @throws EsepError `rate_out_of_range` */
export function addAgreement(work: Work, agreement: Omit<AgreementTable, 'id'>): number {
  checkRate(agreement.share_bp)
  return addRow(work, 'agreement', agreement)
}

/** @throws EsepError `rule_incomplete`, `rate_out_of_range` */
export function addRule(
  work: Work,
  rule: Omit<RuleTable, 'id' | 'rate_bp' | 'amount_tyiyn'> & {
    rate_bp: number | null
    amount_tyiyn: number | null
  },
): number {
  const { name, base, rate_bp, amount_tyiyn } = rule
  if (base === 'fixed' && amount_tyiyn === null)
    throw new EsepError('rule_incomplete', { rule: name, missing: 'amount' })
  if (base !== 'fixed' && rate_bp === null)
    throw new EsepError('rule_incomplete', { rule: name, missing: 'rate' })
  checkRate(rate_bp)
  return addRow(work, 'rule', { ...rule, rate_bp: rate_bp ?? 0, amount_tyiyn: amount_tyiyn ?? 0 })
}

/** Sets a dated setting; one equal to what is in force from that very day adds nothing. */
export function setSetting(work: Work, setting: Omit<SettingTable, 'id'>): void {
  if (work.ledger.catalogue.setting(setting.key, setting.from_date) === setting.value) return
  addRow(work, 'setting', setting)
}
