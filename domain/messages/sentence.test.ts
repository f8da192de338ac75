import { describe, expect, it, test } from 'vitest'
import type { BookNotices, NoticeCode, NoticeData } from '../error.ts'
import { notice } from '../error.ts'
import type { Language } from '../format.ts'
import { sentence } from './index.ts'

type Samples = Omit<NoticeData, keyof BookNotices>

const GOODS = { article: '001-02', product: 'Мёд горный' }

/** One of every code with data; the sheets of a book have their own test. */
const SAMPLES: Samples = {
  amount_too_large: { value: '9007199254740993' },
  not_whole: { value: '1.5' },
  invalid_input: { path: 'lines.0.product', problem: 'expected int' },
  field_missing: { field: 'customer' },
  unknown_product: { article: '001-02' },
  unknown_producer: { code: '007' },
  unknown_partner: { code: 'КМЦ' },
  unknown_location: { code: 'БИШ' },
  unknown_lot: { lot: 'ПР-2026-000001/1' },
  unknown_document: { id: '12' },
  unknown_user: { user: '3' },
  unknown_customer: { customer: '5' },
  invalid_date: { date: '2026-02-30' },
  date_in_settled_month: { date: '2026-03-05', month: '2026-03' },
  date_in_future: { date: '2026-03-05', today: '2026-03-04' },
  paper_date_after: { date: '2026-03-05', paperDate: '2026-03-06' },
  id_reused: { id: 'x', number: 'ПР-2026-000001' },
  no_lines: { kind: 'receipt' },
  too_many_lines: { kind: 'sale', most: 5000 },
  quantity_not_positive: { article: '001-02', quantity_milli: -3000 },
  fraction_of_piece: { ...GOODS, unit: 'банка', quantity_milli: 1500 },
  price_negative: { article: '001-02' },
  rate_out_of_range: { rate_bp: 12_000 },
  amount_zero: { kind: 'payout' },
  discount_out_of_range: { article: '001-02', discount_tyiyn: 5000, amount_tyiyn: 4000 },
  not_enough_stock: {
    ...GOODS,
    lot: 'ПР-2026-000001/1',
    location: 'Склад, Каракол',
    day: '2026-03-05',
    short_milli: 3000,
    unit: 'шт',
  },
  no_price: { ...GOODS, date: '2026-03-05' },
  no_terms: { ...GOODS, location: 'Склад, Каракол', date: '2026-03-05' },
  no_net_price: { ...GOODS, method: 'difference' },
  receipt_of_several_producers: { article: '001-02', producer: '007', other: '001' },
  expires_before_made: { article: '001-02', made: '2026-03-05', expires: '2026-03-04' },
  same_place: { location: 'Склад, Каракол' },
  credit_without_customer: {},
  count_line_repeated: { article: '001-02' },
  return_exceeds_sale: {
    article: '001-02',
    sale: 'РЛ-2026-000001',
    quantity_milli: 3000,
    left_milli: 2000,
    unit: 'шт',
  },
  return_without_sale: { article: '001-02', sale: 'РЛ-2026-000001' },
  return_before_sale: { sale: 'РЛ-2026-000001', date: '2026-03-04', saleDate: '2026-03-05' },
  charge_kind_empty: {},
  money_same_account: { account: 'cash' },
  payout_rounding: { producer: '007' },
  expired_lot: { ...GOODS, lot: 'ПР-2026-000001/1', expires: '2026-03-04', date: '2026-03-05' },
  negative_commission: { ...GOODS, commission_tyiyn: -1250 },
  payout_over_balance: { producer: '007', name: 'Береке', balance_tyiyn: 10_000, amount_tyiyn: 20_000 },
  receipt_price_differs: { article: '001-02', price_tyiyn: 30_000, current_tyiyn: 25_000 },
  partner_share_exceeds_commission: { article: '001-02', share_tyiyn: 300, commission_tyiyn: 200 },
  late_before_count: {
    article: '001-02',
    location: 'Склад, Каракол',
    count: 'ИН-2026-000001',
    date: '2026-03-05',
  },
  already_reversed: { number: 'РЛ-2026-000001', by: 'РЛ-2026-000002' },
  reversal_of_reversal: { number: 'РЛ-2026-000002' },
  reversal_of_settlement: { number: 'ОК-2026-000001', month: '2026-03' },
  reversal_of_settled_opening: { number: 'НО-2026-000001', month: '2026-03' },
  reversal_has_followers: { number: 'ПР-2026-000001', follower: 'РЛ-2026-000001' },
  reason_required: {},
  nothing_to_settle: { month: '2026-02', first: '2026-03' },
  month_not_over: { month: '2026-03', last: '2026-03-31' },
  month_before_open: { month: '2026-03', before: '2026-02' },
  month_has_drafts: { month: '2026-03', count: 2 },
  month_already_settled: { month: '2026-03' },
  month_not_settled: { month: '2026-03' },
  month_already_closed: { month: '2026-03' },
  month_not_last_settled: { month: '2026-02', last: '2026-03' },
  left_drafts: { month: '2026-03', count: 2 },
  left_no_receipts: { month: '2026-03' },
  left_no_sales: { month: '2026-03' },
  left_uncounted: { month: '2026-03', count: 2 },
  left_not_over: { month: '2026-03', last: '2026-03-31' },
  left_settle: { month: '2026-03' },
  left_unpaid: { month: '2026-03', count: 2, amount_tyiyn: 30_000 },
  left_close: { month: '2026-03' },
  rules_clash: { rule: 'Членский взнос', producer: '007' },
  ledger_not_clean: { first: 'verify_entry', count: 2 },
  verify_integrity: { detail: 'row 3 missing' },
  verify_foreign_key: { table: 'lot', row: '3' },
  verify_entry: { seq: 1234, kind: 'document', subject: '1234' },
  verify_order: { seq: 1234 },
  verify_rows: { table: 'lot', expected: 3, found: 2 },
  verify_catalogue: { table: 'product', row: '3' },
  verify_stored: { table: 'stock_balance', key: '1/2', stored: '3', expected: '4' },
  verify_trial_balance: { difference_tyiyn: 100 },
  verify_stock_negative: { lot: '5', place: '2', day: '2026-03-05', quantity_milli: -1000 },
  verify_number_gap: { kind: 'sale', year: 2026, number: 7 },
  code_taken: { catalogue: 'producer', code: '007' },
  barcode_taken: { barcode: '2000000000015', article: '001-02', other: '001-01' },
  code_empty: { catalogue: 'product' },
  terms_incomplete: { method: 'percent_of_sale', missing: 'rate' },
  rule_incomplete: { rule: 'Членский взнос', missing: 'amount' },
  ledger_missing: { file: 'учёт.sqlite' },
  ledger_exists: { file: 'учёт.sqlite' },
  not_a_ledger: { file: 'учёт.sqlite' },
  ledger_file_empty: { file: 'учёт.sqlite' },
  ledger_newer: { file: 'учёт.sqlite', version: 3, known: 1 },
  ledger_busy: { file: 'учёт.sqlite' },
  ledger_damaged: { file: 'учёт.sqlite', detail: 'SQLITE_CORRUPT' },
  copy_missing: { name: 'март' },
  copy_damaged: { file: 'март.esep', detail: 'verify_entry' },
  file_not_readable: { file: 'книга.xlsx', reason: 'ENOENT' },
  file_not_writable: { file: 'книга.xlsx', reason: 'EBUSY' },
  not_allowed: { role: 'bookkeeper' },
  cancelled: {},
  internal: { id: 'a1b2c3d4' },
  unknown_command: { command: 'setle' },
  unknown_option: { option: '--pots', command: 'settle' },
  option_missing: { option: '--db', command: 'settle' },
  option_repeated: { option: '--db' },
  option_without_value: { option: '--db' },
  option_invalid: { option: '--from', value: '1 марта' },
  operand_missing: { operand: 'MONTH', command: 'settle' },
  operand_extra: { operand: 'март', command: 'settle' },
  operand_invalid: { operand: 'MONTH', value: 'март' },
  no_pdf: {},
}

const CODES = Object.keys(SAMPLES) as (keyof Samples)[]
const LANGUAGES: readonly Language[] = ['ru', 'ky', 'en']

function say(code: NoticeCode & keyof Samples, language: Language): string {
  return sentence(notice(code, SAMPLES[code]), language)
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(CODES)('%s is a sentence', (code) => {
    const said = say(code, language)
    expect(said).toMatch(/\.$/)
    expect(said).not.toMatch(/undefined|NaN|null|\[object|\$\{| {2}|\.\.$/)
  })
})

test('no sentence is left untranslated', () => {
  for (const code of CODES) expect(new Set(LANGUAGES.map((language) => say(code, language))).size).toBe(3)
})

test('Russian counts agree in number', () => {
  const drafts = (count: number) => sentence(notice('month_has_drafts', { month: '2026-03', count }), 'ru')
  expect([1, 2, 5, 11, 21, 112].map((count) => /(\d+ черновик\S*)\./.exec(drafts(count))?.[1])).toEqual([
    '1 черновик',
    '2 черновика',
    '5 черновиков',
    '11 черновиков',
    '21 черновик',
    '112 черновиков',
  ])
})

test('a shortage says what, where, when and what to do', () => {
  expect(say('not_enough_stock', 'ru')).toBe(
    'Склад, Каракол: на 05.03.2026 не хватает 3 шт «Мёд горный» (001-02), партия ПР-2026-000001/1. Уменьшите количество или сначала проведите приём.',
  )
})

test('codes of the system become words, others stand as they are', () => {
  expect(say('file_not_readable', 'ru')).toBe('«книга.xlsx» не читается: такого файла или папки нет.')
  expect(sentence(notice('file_not_readable', { file: 'a', reason: 'EIO' }), 'en')).toBe(
    '“a” cannot be read: EIO.',
  )
})
