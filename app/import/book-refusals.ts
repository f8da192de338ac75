/** Which cell a refusal of the engine speaks of, and which refusals follow from an earlier one. */
import type { Notice, NoticeCode } from '../../domain/error.ts'
import type { BookDocument } from './book-documents.ts'

/** Refusals that are about one column; the others are about the row. */
const COLUMNS: { readonly [C in NoticeCode]?: string } = {
  date_in_future: 'date',
  date_in_settled_month: 'date',
  invalid_date: 'date',
  paper_date_after: 'paperDate',
  quantity_not_positive: 'quantity',
  fraction_of_piece: 'quantity',
  not_enough_stock: 'quantity',
  return_exceeds_sale: 'quantity',
  expired_lot: 'quantity',
  no_price: 'price',
  price_negative: 'price',
  receipt_price_differs: 'price',
  no_net_price: 'net',
  discount_out_of_range: 'discount',
  no_terms: 'article',
  negative_commission: 'article',
  receipt_of_several_producers: 'article',
  count_line_repeated: 'article',
  late_before_count: 'article',
  expires_before_made: 'expires',
  credit_without_customer: 'customer',
  unknown_sale: 'sale',
  same_place: 'to',
  money_same_account: 'to',
  amount_zero: 'amount',
  amount_too_large: 'amount',
  charge_kind_empty: 'kind',
  payout_over_balance: 'amount',
}

export function columnOfProblem({ code, data }: Notice): { field?: string; article?: string } {
  const field = COLUMNS[code]
  const article = 'article' in data ? data.article : undefined
  return { ...(field === undefined ? {} : { field }), ...(article === undefined ? {} : { article }) }
}

/** Goods and sales that a refused document would have brought: what lacks them is not a second mistake. */
export class Followers {
  readonly #articles = new Set<string>()
  readonly #sales = new Set<string>()

  isFollower({ code, data }: Notice): boolean {
    if (code === 'not_enough_stock' && 'article' in data) return this.#articles.has(data.article)
    return code === 'unknown_sale' && 'sale' in data && this.#sales.has(data.sale)
  }

  refused(document: BookDocument): void {
    if (document.sheet === 'sales') this.#sales.add(document.number)
    if (!BRINGS_GOODS.has(document.sheet)) return
    for (const { values } of document.rows) {
      const { article } = values as { article?: string }
      if (article !== undefined) this.#articles.add(article)
    }
  }
}

const BRINGS_GOODS = new Set<BookDocument['sheet']>([
  'openingStock',
  'receipts',
  'transfers',
  'customerReturns',
  'stockCounts',
])
