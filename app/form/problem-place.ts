/** Where in a form a refusal, a question or a warning belongs. */
import type { DocumentKind } from '../../domain/documents/document.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import type { Notice, NoticeCode } from '../../domain/error.ts'
import type { Posting } from '../../domain/registers.ts'
import type { LedgerFacts } from '../facts.ts'

const FIELDS: Readonly<Partial<Record<NoticeCode, string>>> = {
  quantity_not_positive: 'quantity_milli',
  fraction_of_piece: 'quantity_milli',
  not_enough_stock: 'quantity_milli',
  return_exceeds_sale: 'quantity_milli',
  amount_too_large: 'quantity_milli',
  price_negative: 'price_tyiyn',
  no_price: 'price_tyiyn',
  negative_commission: 'price_tyiyn',
  receipt_price_differs: 'price_tyiyn',
  unknown_product: 'product',
  receipt_of_several_producers: 'product',
  count_line_repeated: 'product',
  no_terms: 'product',
  no_net_price: 'product',
  late_before_count: 'product',
  partner_share_exceeds_commission: 'product',
  discount_out_of_range: 'discount',
  unknown_lot: 'lot',
  expired_lot: 'lot',
  expires_before_made: 'expires',
  unknown_document: 'sale',
  return_before_sale: 'sale',
  return_without_sale: 'sale',
  amount_zero: 'amount_tyiyn',
  payout_over_balance: 'amount_tyiyn',
  charge_kind_empty: 'what',
  unknown_producer: 'producer',
  unknown_location: 'location',
  unknown_customer: 'customer',
  unknown_partner: 'to',
  money_same_account: 'to',
  same_place: 'to',
  credit_without_customer: 'customer',
  date_in_future: 'date',
  date_in_settled_month: 'date',
  invalid_date: 'date',
  paper_date_after: 'paperDate',
}

/** The input's own name of the field; empty where the notice is about no single one. */
export function fieldOf({ code }: Notice, kind: DocumentKind): string {
  const field = FIELDS[code] ?? ''
  return field === 'quantity_milli' && kind === 'stock_count' ? 'counted_milli' : field
}

/** A line may be refused for what its head lacks. */
export const standsInHead = ({ code }: Notice): boolean => code === 'credit_without_customer'

interface Placed {
  readonly notice: Notice
  readonly line: number | undefined
}

/** The line of each notice, counted from 1: the first that fits its data and has not been told the same yet. */
export function linesOfNotices(
  notices: readonly Notice[],
  input: DocumentInput,
  posting: Posting,
  facts: LedgerFacts,
): Placed[] {
  const told = new Set<string>()
  return notices.map((notice) => {
    const lines = fittingLines(notice, input, posting, facts)
    const line = lines.find((candidate) => !told.has(`${notice.code} ${candidate}`)) ?? lines[0]
    if (line !== undefined) told.add(`${notice.code} ${line}`)
    return { notice, line }
  })
}

function fittingLines(
  { code, data }: Notice,
  input: DocumentInput,
  posting: Posting,
  facts: LedgerFacts,
): number[] {
  const said = data as Readonly<Record<string, unknown>>
  if (code === 'payout_over_balance' && input.kind === 'payout') {
    return input.lines.flatMap(({ producer, amount_tyiyn }, index) =>
      facts.producer(producer).code === said['producer'] && amount_tyiyn === said['amount_tyiyn']
        ? [index + 1]
        : [],
    )
  }
  const fits = posting.lines.filter(
    (line) =>
      facts.product(line.product).article === said['article'] &&
      (code !== 'expired_lot' || lotName(line.lot, facts) === said['lot']) &&
      (code !== 'receipt_price_differs' || line.price_tyiyn === said['price_tyiyn']) &&
      (said['commission_tyiyn'] === undefined || line.commission_tyiyn === said['commission_tyiyn']),
  )
  return [...new Set(fits.map(({ line }) => line))]
}

const lotName = (lot: number | null, facts: LedgerFacts): string =>
  lot === null || lot < 0 ? '' : facts.movedLot(lot).name
