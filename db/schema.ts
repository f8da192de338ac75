/** The tables as TypeScript sees them. What they hold and why: migrations/001-ledger.ts. */
import type { DocumentKind } from '../domain/documents/document.ts'
import type { Figure, Method, Payment } from '../domain/registers.ts'

interface UserTable {
  id: number
  name: string
  role: string
}

export interface PartnerTable {
  id: number
  code: string
  name: string
  inn: string
  phone: string
  details: string
}

export interface CustomerTable {
  id: number
  name: string
  name_fold: string
}

export interface LocationTable {
  id: number
  code: string
  name: string
  type: string
  address: string
}

export interface ProducerTable {
  id: number
  code: string
  name: string
  name_fold: string
  kind: string
  organisation: string
  leader: string
  oblast: string
  district: string
  aymak: string
  village: string
  phone: string
  inn: string
  passport: string
  tax_status: string
  payout_method: 'cash' | 'bank' | 'wallet' | ''
  details: string
  joined: string
  language: string
  note: string
}

export interface ProductTable {
  id: number
  article: string
  name: string
  name_fold: string
  name_ky: string
  name_en: string
  /** Null for a set. */
  producer_id: number | null
  category: string
  brand_line: string
  unit: string
  barcode: string | null
  /** The price from the beginning; later ones are in product_price. */
  price_tyiyn: number | null
  net_tyiyn: number | null
  shelf_life_days: number | null
  composition: string
  storage: string
  certificate: string
  certificate_until: string
  story: string
  /** A set's components as JSON `[[product, quantity_milli], …]`; `[]` for an ordinary product. */
  components: string
}

export interface TermsTable {
  id: number
  from_date: string
  lot_id: number | null
  product_id: number | null
  producer_id: number | null
  location_id: number | null
  method: Method
  rate_bp: number
  fixed_tyiyn: number
}

export interface AgreementTable {
  id: number
  location_id: number
  partner_id: number
  from_date: string
  share_bp: number
  base: 'sale' | 'commission'
}

export interface RuleTable {
  id: number
  name: string
  base: 'due' | 'sales' | 'fixed'
  rate_bp: number
  amount_tyiyn: number
  tax_status: string | null
  organisation: string | null
  producer_id: number | null
  from_date: string
  until_date: string | null
}

export interface SettingTable {
  id: number
  key: string
  from_date: string
  value: string
}

export interface AccountTable {
  id: number
  key: string
}

export interface ChainEntryTable {
  seq: number
  moment: string
  user_id: number
  kind: string
  /** The row, month or document the entry is about. */
  subject: string
  version: number
  /** Canonical JSON; null for a document, whose content is rebuilt from its own tables. */
  content: string | null
  hash: Uint8Array
}

interface ImportTable {
  id: number
  /** The files as JSON `[[name, sha256], …]`. */
  files: string
  counts: string
}

interface ImportFileTable {
  sha256: string
  import_id: number
  name: string
}

export interface DocumentTable {
  /** The sequence of its entry in the chain. */
  id: number
  uuid: string
  kind: DocumentKind
  year: number
  number: number
  date: string
  paper_date: string | null
  paper_number: string | null
  location_id: number | null
  producer_id: number | null
  customer_id: number | null
  amount_tyiyn: number
  reverses_id: number | null
  import_id: number | null
  import_sheet: string | null
  import_row: number | null
  /** The document as it was entered, canonical JSON. */
  input: string
}

export interface DocumentLineTable {
  document_id: number
  line: number
  part: number
  location_id: number | null
  product_id: number
  lot_id: number | null
  producer_id: number | null
  quantity_milli: number
  price_tyiyn: number | null
  discount_tyiyn: number
  amount_tyiyn: number
  net_tyiyn: number | null
  method: Method | null
  rate: number
  commission_tyiyn: number
  partner_id: number | null
  partner_tyiyn: number
  agreement_id: number | null
  terms_id: number | null
  set_id: number | null
  payment: Payment | null
  source_document_id: number | null
  source_line: number | null
  source_part: number | null
  book_milli: number | null
  /** The day from which the line's price is the product's. */
  price_from: string | null
}

export interface LotTable {
  id: number
  document_id: number
  line: number
  product_id: number
  producer_id: number
  received: string
  made: string | null
  expires: string | null
  net_tyiyn: number | null
}

export interface StockMoveTable {
  document_id: number
  ordinal: number
  date: string
  line: number
  product_id: number
  lot_id: number
  from_id: number
  to_id: number
  quantity_milli: number
}

export interface MoneyMoveTable {
  /** The producer whose account the move touches; 0 for none. */
  producer_id: number
  date: string
  document_id: number
  ordinal: number
  line: number
  debit_id: number
  credit_id: number
  amount_tyiyn: number
  figure: Figure
}

export interface ProductPriceTable {
  product_id: number
  from_date: string
  document_id: number
  line: number
  price_tyiyn: number
}

export interface StockBalanceTable {
  location_id: number
  product_id: number
  lot_id: number
  quantity_milli: number
  /** From this day on the lot never holds less here than now. */
  quiet_from: string
}

export interface AccountMonthTable {
  month: string
  account_id: number
  figure: Figure
  /** Credit positive. */
  amount_tyiyn: number
}

interface StockSnapshotTable {
  month: string
  location_id: number
  product_id: number
  lot_id: number
  quantity_milli: number
}

interface AccountSnapshotTable {
  month: string
  account_id: number
  balance_tyiyn: number
}

export interface MonthTable {
  month: string
  status: 'settled' | 'closed'
  /** The chain entry that settled it. */
  seq: number
  last_seq: number
}

interface DocumentCounterTable {
  kind: DocumentKind
  year: number
  last: number
}

export interface DraftTable {
  id: string
  kind: DocumentKind
  date: string | null
  input: string
  updated: string
  user_id: number
}

interface JournalTable {
  id: number
  moment: string
  user_id: number
  action: string
  detail: string
}

export interface Schema {
  user: UserTable
  partner: PartnerTable
  customer: CustomerTable
  location: LocationTable
  producer: ProducerTable
  product: ProductTable
  terms: TermsTable
  agreement: AgreementTable
  rule: RuleTable
  setting: SettingTable
  account: AccountTable
  chain_entry: ChainEntryTable
  import: ImportTable
  import_file: ImportFileTable
  document: DocumentTable
  document_line: DocumentLineTable
  lot: LotTable
  stock_move: StockMoveTable
  money_move: MoneyMoveTable
  product_price: ProductPriceTable
  stock_balance: StockBalanceTable
  account_month: AccountMonthTable
  stock_snapshot: StockSnapshotTable
  account_snapshot: AccountSnapshotTable
  month: MonthTable
  document_counter: DocumentCounterTable
  draft: DraftTable
  journal: JournalTable
}
