import { formatDate, formatInteger, formatMoney, formatMonth, formatQuantity, formatRate } from '../format.ts'
import { formFieldName } from './form-fields.ts'
import type { LedgerSentences } from './ledger.ts'
import { nameOf, names } from './names.ts'

const { kinds, methods, fields, catalogues, accounts, fileTroubles, roles } = names.en

const som = (amount_tyiyn: number): string => `${formatMoney(amount_tyiyn)} som`
const goods = ({ product, article }: { product: string; article: string }): string =>
  `“${product}” (${article})`
const month = (value: string): string => formatMonth(value, 'en')
const counted = (count: number, one: string, many: string): string =>
  `${formatInteger(count)} ${count === 1 ? one : many}`

export const ledgerEn: LedgerSentences = {
  // numbers
  amount_too_large: ({ value }) =>
    `The number ${value} is too large for the ledger. Check quantity and price.`,
  not_whole: ({ value }) => `The number ${value} is not whole. Check what was entered.`,
  invalid_input: ({ path, problem }) => `The field “${path}” is filled in wrongly (${problem}). Check it.`,
  field_missing: ({ field }) => `Not filled in: ${formFieldName('en', field)}.`,

  // references
  unknown_product: ({ article }) =>
    `There is no product with article ${article}. Check the article, or add the product first.`,
  unknown_producer: ({ code }) =>
    `There is no producer with code ${code}. Check the code, or add the producer first.`,
  unknown_partner: ({ code }) =>
    `There is no partner with code ${code}. Check the code, or add the partner first.`,
  unknown_location: ({ code }) =>
    `There is no location with code ${code}. Check the code, or add the location first.`,
  unknown_customer: ({ customer }) => `There is no customer ${customer}. Choose one from the list.`,
  unknown_lot: ({ lot }) => `There is no lot ${lot}. Pick a lot from the list.`,
  unknown_document: ({ id }) => `There is no document ${id}. Check the number.`,
  unknown_user: ({ user }) => `There is no user ${user}. Pick another one.`,

  // dates and months
  invalid_date: ({ date }) => `“${date}” is not a date. Write it like 2026-09-30.`,
  date_in_settled_month: (data) =>
    `The date ${formatDate(data.date)} is in a settled month (${month(data.month)}). Use a date in an open month and keep the paper's own date beside it.`,
  date_in_future: ({ date, today }) =>
    `The date ${formatDate(date)} has not come yet: today is ${formatDate(today)}. Correct the date.`,
  paper_date_after: ({ date, paperDate }) =>
    `The paper's date ${formatDate(paperDate)} is later than the document's date ${formatDate(date)}. It can only be earlier or the same.`,

  // documents
  id_reused: ({ number }) =>
    `Another document was posted under the same mark: ${number}. Open it and compare.`,
  no_lines: ({ kind }) => `The document “${nameOf(kinds, kind)}” has no lines. Add one.`,
  too_many_lines: ({ kind, most }) =>
    `The document “${nameOf(kinds, kind)}” has more than ${formatInteger(most)} lines. Split it into several.`,
  quantity_not_positive: ({ article, quantity_milli }) =>
    `Product ${article} has the quantity ${formatQuantity(quantity_milli)}. It must be above zero.`,
  fraction_of_piece: (data) =>
    `${goods(data)} is counted whole (${data.unit}), but ${formatQuantity(data.quantity_milli)} was entered. Enter a whole quantity.`,
  price_negative: ({ article }) => `Product ${article} has a negative price. Correct the price.`,
  amount_zero: ({ kind }) =>
    kind === 'money'
      ? 'The sum of a money move must be above zero. Correct the sum or delete the line.'
      : `The sum of the document “${nameOf(kinds, kind)}” cannot be zero. Enter a sum or delete the line.`,
  discount_out_of_range: ({ article, discount_tyiyn, amount_tyiyn }) =>
    `The discount ${som(discount_tyiyn)} is more than the amount ${som(amount_tyiyn)}${article === '' ? '' : ` (product ${article})`}. Correct the discount.`,
  not_enough_stock: (data) =>
    `${data.location}: on ${formatDate(data.day)} there is ${formatQuantity(data.short_milli)} ${data.unit} too little of ${goods(data)}${data.lot === '' ? '' : `, lot ${data.lot}`}. Lower the quantity, or post the receipt first.`,
  no_price: (data) =>
    `Product ${goods(data)} has no price on ${formatDate(data.date)}. Enter a price, or post a repricing.`,
  no_terms: (data) =>
    `There are no commission terms for ${goods(data)} (${data.location}) on ${formatDate(data.date)}. Add them to the terms.`,
  no_net_price: (data) =>
    `Product ${goods(data)} has no net price, and “${nameOf(methods, data.method)}” is worked out from it. Enter it in the receipt or with the product.`,
  receipt_of_several_producers: ({ article, producer, other }) =>
    other === ''
      ? `Set ${article} is not received on commission. Receive the products it is made of.`
      : `Product ${article} belongs to producer ${other}, but the receipt is of ${producer}. Enter it as a receipt of its own.`,
  expires_before_made: ({ article, made, expires }) =>
    `Product ${article} is best before ${formatDate(expires)} but was made later: ${formatDate(made)}. Correct one of the dates.`,
  same_place: ({ location }) => `The transfer leaves “${location}” for the same place. Pick another place.`,
  credit_without_customer: () => 'A sale on credit has no customer. Enter who owes it.',
  count_line_repeated: ({ article }) =>
    `Product ${article} stands twice in this count. Keep one line with the whole quantity.`,
  return_exceeds_sale: ({ article, sale, quantity_milli, left_milli, unit }) =>
    `Of sale ${sale}, ${formatQuantity(left_milli)} ${unit} of product ${article} can be returned, but ${formatQuantity(quantity_milli)} was entered. Lower the quantity.`,
  return_without_sale: ({ article, sale }) =>
    `Sale ${sale} has no product ${article}. Check the sale's number and the article.`,
  return_before_sale: (data) =>
    `The return of ${formatDate(data.date)} is earlier than its sale ${data.sale} of ${formatDate(data.saleDate)}. Correct the date of the return.`,
  charge_kind_empty: () => 'The charge has no kind. Write what it is for: packaging, transport.',
  money_same_account: ({ account }) =>
    `The money leaves and enters the same account (${nameOf(accounts, account)}). Pick another one.`,
  payout_rounding: ({ producer }) =>
    `A cash payout to producer ${producer} cannot be handed out to the tyiyn. Enter a multiple of 50 tyiyn.`,

  // questions
  expired_lot: (data) =>
    `Lot ${data.lot} of ${goods(data)} is best before ${formatDate(data.expires)}, and the sale is of ${formatDate(data.date)}. Check the lot and the date.`,
  negative_commission: (data) =>
    `The commission on ${goods(data)} comes out negative: ${som(data.commission_tyiyn)}. Check price and discount.`,
  payout_over_balance: ({ producer, name, balance_tyiyn, amount_tyiyn }) =>
    `Producer ${producer} “${name}” is paid ${som(amount_tyiyn)} but is owed ${som(balance_tyiyn)}. Check the sum: the rest will be an advance.`,

  // warnings
  receipt_price_differs: ({ article, price_tyiyn, current_tyiyn }) =>
    `Product ${article}: the receipt says ${som(price_tyiyn)}, the price in force is ${som(current_tyiyn)}. The price has not changed; a repricing sets a new one.`,
  partner_share_exceeds_commission: ({ article, share_tyiyn, commission_tyiyn }) =>
    `Product ${article}: the partner's share ${som(share_tyiyn)} is more than the commission ${som(commission_tyiyn)}, and the association pays the rest. Check the terms and the share.`,
  late_before_count: ({ article, location, count, date }) =>
    `A document of ${formatDate(date)} changes the stock of product ${article} (${location}) before the count ${count}. Check the count's result.`,

  // reversal
  already_reversed: ({ number, by }) => `Document ${number} has been reversed: ${by}.`,
  reversal_of_reversal: ({ number }) => `${number} is a reversal itself. Post the document anew instead.`,
  reversal_of_settlement: (data) =>
    `Settlement ${data.number} is not reversed by itself. Reopen the whole month: ${month(data.month)}.`,
  reversal_of_settled_opening: (data) =>
    `${data.number} is part of a settled month (${month(data.month)}). Put the sum right with a charge, with a minus if need be.`,
  reversal_has_followers: ({ number, follower }) =>
    `${follower} stands on document ${number}. Reverse that one first.`,
  reason_required: () => 'There is no reason. Write one: it stays in the journal.',

  // months
  nothing_to_settle: (data) =>
    data.first === ''
      ? `There is nothing to settle in ${month(data.month)}: there are no documents yet.`
      : `There is nothing to settle in ${month(data.month)}: the ledger begins in ${month(data.first)}.`,
  month_not_over: (data) =>
    `${month(data.month)} is not over. It can be settled from ${formatDate(data.last)}.`,
  month_before_open: (data) =>
    `Months settle in order. Settle ${month(data.before)} first, then ${month(data.month)}.`,
  month_has_drafts: (data) =>
    `${month(data.month)} has ${counted(data.count, 'draft', 'drafts')}. Post or delete them, then settle the month.`,
  month_already_settled: (data) =>
    `${month(data.month)} has been settled. To settle it again, reopen it first.`,
  month_not_settled: (data) => `${month(data.month)} has not been settled. Settle it first.`,
  month_already_closed: (data) => `${month(data.month)} has been closed.`,
  month_not_last_settled: (data) => `Only the last settled month can be reopened: ${month(data.last)}.`,
  rules_clash: ({ rule, producer }) =>
    `Two rules “${rule}” fit producer ${producer} at once. Narrow one of them, or give it a last day.`,
  ledger_not_clean: ({ first, count }) =>
    `The check of the ledger found ${counted(count, 'error', 'errors')}, the first: ${first}. The month is not closed. Run the check and look at its list.`,

  // what is left to do before a month can be closed
  left_drafts: ({ count }) => `Post or delete ${counted(count, 'draft', 'drafts')}.`,
  left_no_receipts: (data) =>
    `There are no receipts for ${month(data.month)} yet. Enter them if goods came in.`,
  left_no_sales: (data) =>
    `There are no sales for ${month(data.month)} yet. Enter them or take them in from an Excel book.`,
  left_uncounted: ({ count }) =>
    `Stock is not counted in ${counted(count, 'place', 'places')}. Post a stock count.`,
  left_not_over: (data) => `The month is not over. It can be settled from ${formatDate(data.last)}.`,
  left_settle: (data) => `Settle the month: ${month(data.month)}.`,
  left_unpaid: ({ count, amount_tyiyn }) =>
    `Pay out ${som(amount_tyiyn)} to ${counted(count, 'producer', 'producers')}.`,
  left_close: (data) => `Close the month: ${month(data.month)}.`,

  // what a check of the whole ledger finds
  verify_integrity: ({ detail }) =>
    `The ledger's file is damaged inside: ${detail}. Do not work in it; restore the newest copy.`,
  verify_foreign_key: ({ table, row }) => `Row ${row} of table ${table} refers to what is not there.`,
  verify_entry: ({ seq, kind, subject }) =>
    `Entry ${formatInteger(seq)} of the chain (${kind} ${subject}) does not agree with its checksum: its content was changed by something else than the program.`,
  verify_order: ({ seq }) => `The chain has a gap or a wrong order at entry ${formatInteger(seq)}.`,
  verify_rows: ({ table, expected, found }) =>
    `Table ${table} has ${formatInteger(found)} rows; by the chain it should have ${formatInteger(expected)}.`,
  verify_catalogue: ({ table, row }) =>
    `Catalogue ${table}: row ${row} is not what its newest entry in the chain says.`,
  verify_stored: ({ table, key, stored, expected }) =>
    `The stored balance (${table}, ${key}) is ${stored}; the moves give ${expected}.`,
  verify_trial_balance: ({ difference_tyiyn }) => `Debits and credits differ by ${som(difference_tyiyn)}.`,
  verify_stock_negative: ({ lot, place, day, quantity_milli }) =>
    `The stock of lot ${lot} (${place}) on ${formatDate(day)} is negative: ${formatQuantity(quantity_milli)}.`,
  verify_number_gap: ({ kind, year, number }) =>
    `The document “${nameOf(kinds, kind)}” no. ${formatInteger(number)} of ${year} is missing: numbers have no gaps.`,

  // catalogues
  code_taken: ({ catalogue, code }) =>
    `The code “${code}” is taken (${nameOf(catalogues, catalogue)}). Use another one.`,
  barcode_taken: ({ barcode, article, other }) =>
    `Barcode ${barcode} belongs to product ${other}. Product ${article} needs its own.`,
  code_empty: ({ catalogue }) => `A code or name is missing (${nameOf(catalogues, catalogue)}). Enter it.`,
  terms_incomplete: ({ method, missing }) =>
    `“${nameOf(methods, method)}” needs ${nameOf(fields, missing)}. Enter it.`,
  rate_out_of_range: ({ rate_bp }) =>
    `A rate of ${formatRate(rate_bp)} % will not do: it is from 0 to 100 %. Correct the rate.`,
  rule_incomplete: ({ rule, missing }) => `The rule “${rule}” needs ${nameOf(fields, missing)}. Enter it.`,

  // files
  ledger_missing: ({ file }) => `There is no ledger “${file}”. Check the path, or make a new ledger.`,
  ledger_exists: ({ file }) => `“${file}” exists, and no ledger is made over it. Name another file.`,
  not_a_ledger: ({ file }) => `“${file}” is not a ledger of Esep. Check that it is the right file.`,
  ledger_file_empty: ({ file }) =>
    `The file “${file}” is empty and holds no ledger. Restore the ledger from a copy.`,
  ledger_newer: ({ file, version, known }) =>
    `The ledger “${file}” is kept by a newer program (schema ${version}, this one knows ${known}). Update the program; the file is untouched.`,
  ledger_busy: ({ file }) =>
    `The ledger “${file}” is open in another program. Close that one and try again; nothing has changed.`,
  ledger_damaged: ({ file, detail }) =>
    `The ledger's file “${file}” is damaged (${detail}). Do not work in it; restore the newest copy.`,
  copy_missing: ({ name }) => `There is no copy “${name}” here. Pick another one.`,
  copy_damaged: ({ file, detail }) =>
    `The copy “${file}” is damaged (${detail}) and no good. Pick another one; the ledger is untouched.`,
  file_not_readable: ({ file, reason }) => `“${file}” cannot be read: ${nameOf(fileTroubles, reason)}.`,
  file_not_writable: ({ file, reason }) =>
    `“${file}” cannot be written: ${nameOf(fileTroubles, reason)}. Pick another place, or free this one.`,
  not_allowed: ({ role }) => `Only the ${nameOf(roles, role)} may do this. Nothing has changed.`,
  cancelled: () => 'Cancelled. Nothing has changed.',
  internal: ({ id }) =>
    `An error of the program itself (${id}). Nothing was written. Try again; if that does not help, report this number.`,
}
