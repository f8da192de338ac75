/**
 * Every refusal and warning of the program: a stable code with its data. The sentence is made at the edge
 * (domain/messages), so a code without a sentence in every language does not compile.
 */
export interface LedgerNotices {
  // numbers
  amount_too_large: { value: string }
  not_whole: { value: string }
  invalid_input: { path: string; problem: string }
  field_missing: { field: string }
  // references
  unknown_product: { article: string }
  unknown_producer: { code: string }
  unknown_partner: { code: string }
  unknown_location: { code: string }
  unknown_customer: { customer: string }
  unknown_lot: { lot: string }
  unknown_document: { id: string }
  unknown_user: { user: string }
  // dates and months
  invalid_date: { date: string }
  date_in_settled_month: { date: string; month: string }
  date_in_future: { date: string; today: string }
  paper_date_after: { date: string; paperDate: string }
  // documents
  id_reused: { id: string; number: string }
  no_lines: { kind: string }
  too_many_lines: { kind: string; most: number }
  quantity_not_positive: { article: string; quantity_milli: number }
  fraction_of_piece: { article: string; product: string; unit: string; quantity_milli: number }
  price_negative: { article: string }
  amount_zero: { kind: string }
  discount_out_of_range: { article: string; discount_tyiyn: number; amount_tyiyn: number }
  not_enough_stock: {
    article: string
    product: string
    lot: string
    location: string
    day: string
    short_milli: number
    unit: string
  }
  no_price: { article: string; product: string; date: string }
  no_terms: { article: string; product: string; location: string; date: string }
  no_net_price: { article: string; product: string; method: string }
  receipt_of_several_producers: { article: string; producer: string; other: string }
  expires_before_made: { article: string; made: string; expires: string }
  same_place: { location: string }
  credit_without_customer: Record<never, never>
  count_line_repeated: { article: string }
  return_exceeds_sale: {
    article: string
    sale: string
    quantity_milli: number
    left_milli: number
    unit: string
  }
  return_without_sale: { article: string; sale: string }
  return_before_sale: { sale: string; date: string; saleDate: string }
  charge_kind_empty: Record<never, never>
  money_same_account: { account: string }
  payout_rounding: { producer: string }
  // questions: refused when entered by hand unless confirmed, taken with a warning from a book
  expired_lot: { article: string; product: string; lot: string; expires: string; date: string }
  negative_commission: { article: string; product: string; commission_tyiyn: number }
  payout_over_balance: { producer: string; name: string; balance_tyiyn: number; amount_tyiyn: number }
  // warnings
  receipt_price_differs: { article: string; price_tyiyn: number; current_tyiyn: number }
  partner_share_exceeds_commission: { article: string; share_tyiyn: number; commission_tyiyn: number }
  late_before_count: { article: string; location: string; count: string; date: string }
  // reversal
  already_reversed: { number: string; by: string }
  reversal_of_reversal: { number: string }
  reversal_of_settlement: { number: string; month: string }
  reversal_of_settled_opening: { number: string; month: string }
  reversal_has_followers: { number: string; follower: string }
  reason_required: Record<never, never>
  // months
  nothing_to_settle: { month: string; first: string }
  month_not_over: { month: string; last: string }
  month_before_open: { month: string; before: string }
  month_has_drafts: { month: string; count: number }
  month_already_settled: { month: string }
  month_not_settled: { month: string }
  month_already_closed: { month: string }
  month_not_last_settled: { month: string; last: string }
  rules_clash: { rule: string; producer: string }
  // what is left to do before a month can be closed
  left_drafts: { month: string; count: number }
  left_no_receipts: { month: string }
  left_no_sales: { month: string }
  left_uncounted: { month: string; count: number }
  left_not_over: { month: string; last: string }
  left_settle: { month: string }
  left_unpaid: { month: string; count: number; amount_tyiyn: number }
  left_close: { month: string }
  ledger_not_clean: { first: string; count: number }
  // what a check of the whole ledger finds
  verify_integrity: { detail: string }
  verify_foreign_key: { table: string; row: string }
  verify_entry: { seq: number; kind: string; subject: string }
  verify_order: { seq: number }
  verify_rows: { table: string; expected: number; found: number }
  verify_catalogue: { table: string; row: string }
  verify_stored: { table: string; key: string; stored: string; expected: string }
  verify_trial_balance: { difference_tyiyn: number }
  verify_stock_negative: { lot: string; place: string; day: string; quantity_milli: number }
  verify_number_gap: { kind: string; year: number; number: number }
  // catalogues
  code_taken: { catalogue: string; code: string }
  barcode_taken: { barcode: string; article: string; other: string }
  code_empty: { catalogue: string }
  terms_incomplete: { method: string; missing: string }
  rate_out_of_range: { rate_bp: number }
  rule_incomplete: { rule: string; missing: string }
  // files
  ledger_missing: { file: string }
  ledger_exists: { file: string }
  not_a_ledger: { file: string }
  ledger_file_empty: { file: string }
  ledger_newer: { file: string; version: number; known: number }
  ledger_busy: { file: string }
  ledger_damaged: { file: string; detail: string }
  copy_missing: { name: string }
  copy_damaged: { file: string; detail: string }
  file_not_readable: { file: string; reason: string }
  file_not_writable: { file: string; reason: string }
  not_allowed: { role: string }
  cancelled: Record<never, never>
  internal: { id: string }
}

/** What a cell or a row of a ledger book can be told. */
export interface BookNotices {
  not_a_workbook: { file: string }
  workbook_old_format: { file: string }
  workbook_damaged: { file: string; part: string }
  /** `most` is in megabytes for `file`, `unpacked` and `memory`, else a count. */
  workbook_too_large: { file: string; limit: 'file' | 'unpacked' | 'parts' | 'rows' | 'memory'; most: number }
  workbook_too_slow: { file: string; seconds: number }
  workbook_protected: { file: string }
  book_empty: { file: string }
  csv_name_unknown: { file: string; sheets: string }
  csv_quotes: { file: string }
  sheet_skipped: { sheet: string }
  sheet_without_headings: { sheet: string; missing: string }
  sheet_repeated: { sheet: string }
  column_skipped: { heading: string }
  column_repeated: { heading: string }
  cells_merged: { cells: string }
  cell_missing: { heading: string }
  cell_error: { heading: string; value: string }
  formula_without_result: { heading: string }
  not_a_number: { heading: string }
  not_a_whole_number: { heading: string }
  not_a_code: { heading: string }
  code_became_date: { heading: string }
  code_digits_lost: { heading: string; taken: string }
  not_a_date: { heading: string }
  not_a_word: { heading: string; words: string }
  not_an_account: { heading: string }
  number_out_of_range: { heading: string }
  text_too_long: { heading: string; limit: number }
  digits_lost: { heading: string; taken: string }
  code_repeated: { code: string; row: number }
  value_differs: { heading: string; stored: string; way: string }
  amount_differs: { expected_tyiyn: number; found_tyiyn: number }
  setting_unknown: { parameter: string }
  setting_invalid: { parameter: string; value: string }
  product_of_other_producer: { article: string; producer: string; other: string }
  place_without_partner: { location: string }
  set_without_components: { article: string }
  unknown_sale: { sale: string; article: string }
  sale_ambiguous: { sale: string; date: string }
  document_differs: { number: string }
  document_repeated: { count: number }
  import_repeated: { file: string; moment: string }
  nothing_new: { file: string }
  book_cannot_hold: { number: string }
  book_loses_choice: { number: string }
  book_has_errors: { count: number }
  issues_cut: { count: number }
  follows_from: { row: number; sheet: string }
}

/** What the command line can be told. */
export interface CommandNotices {
  unknown_command: { command: string }
  unknown_option: { option: string; command: string }
  option_missing: { option: string; command: string }
  option_repeated: { option: string }
  option_without_value: { option: string }
  option_invalid: { option: string; value: string }
  operand_missing: { operand: string; command: string }
  operand_extra: { operand: string; command: string }
  operand_invalid: { operand: string; value: string }
  no_pdf: Record<never, never>
}

export type NoticeData = LedgerNotices & BookNotices & CommandNotices
export type NoticeCode = keyof NoticeData

/** A code with its data, as it travels: plain JSON. */
export interface Notice<C extends NoticeCode = NoticeCode> {
  readonly code: C
  readonly data: NoticeData[C]
}

/** A refusal. Whoever throws it has changed nothing. */
export class EsepError<C extends NoticeCode = NoticeCode> extends Error implements Notice<C> {
  readonly code: C
  readonly data: NoticeData[C]
  /** The line of the document that it speaks of, where it speaks of one. */
  line: number | undefined

  constructor(code: C, data: NoticeData[C]) {
    super(code)
    this.name = 'EsepError'
    this.code = code
    this.data = data
  }
}

/** Does one line's part of a document: a refusal on the way names the line, the innermost one. */
export function atLine<T>(line: number, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof EsepError) error.line ??= line
    throw error
  }
}

/** `forEach` over the lines of a document, counted from 1 in refusals. */
export function eachLine<T>(lines: readonly T[], act: (line: T, index: number) => void, before = 0): void {
  lines.forEach((line, index) => {
    atLine(before + index + 1, () => act(line, index))
  })
}

export function notice<C extends NoticeCode>(code: C, data: NoticeData[C]): Notice<C> {
  return { code, data }
}

/** One thing to say about a book: where it stands, the cell as it was typed, and why. */
export interface BookIssue extends Notice {
  readonly severity: 'error' | 'warning'
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  /** The column's letters and its heading. */
  readonly column?: string
  readonly heading?: string
  /** The cell as it stands. */
  readonly cell?: string
  /** Whether it follows from another error, such as a sale refused because its receipt was. */
  readonly follows?: true
}
