/** The association's commission on one sold part, and what is left of it (rules.md section 5). */
import { EsepError, notice } from './error.ts'
import type { Agreement, Facts, LotFact, Terms } from './facts.ts'
import { percentOf, priceTimes, type Tyiyn } from './money.ts'
import type { PostingDraft } from './registers.ts'

export interface SoldPart {
  readonly amount_tyiyn: number
  readonly quantity_milli: number
  /** The producer's net price of the lot. */
  readonly net_tyiyn: number | null
}

/**
 * Commission C by one of the four methods. Negative only by the two methods of net price.
 * @returns null where the method needs a net price and the lot has none.
 */
function commission(terms: Terms, part: SoldPart): Tyiyn | null {
  const { amount_tyiyn, quantity_milli, net_tyiyn } = part
  switch (terms.method) {
    case 'percent_of_sale':
      return percentOf(amount_tyiyn, terms.rate_bp)
    case 'fixed_per_unit':
      return Math.min(priceTimes(terms.fixed_tyiyn, quantity_milli), amount_tyiyn) as Tyiyn
    case 'difference':
      return net_tyiyn === null ? null : ((amount_tyiyn - priceTimes(net_tyiyn, quantity_milli)) as Tyiyn)
    case 'percent_of_difference':
      return net_tyiyn === null
        ? null
        : percentOf(amount_tyiyn - priceTimes(net_tyiyn, quantity_milli), terms.rate_bp)
  }
}

/** The partner's share H of one part; it comes out of the commission. */
export function partnerShare(agreement: Agreement, amount_tyiyn: number, commission_tyiyn: number): Tyiyn {
  return percentOf(agreement.base === 'sale' ? amount_tyiyn : commission_tyiyn, agreement.share_bp)
}

/** What the stored line says of the terms: the rate in basis points, or tyiyn a unit for `fixed_per_unit`. */
export function appliedRate(terms: Terms): number {
  if (terms.method === 'difference') return 0
  return terms.method === 'fixed_per_unit' ? terms.fixed_tyiyn : terms.rate_bp
}

export interface PartTerms {
  readonly terms: Terms
  readonly commission_tyiyn: number
}

/**
 * Finds the terms for a lot part on a day and works out its commission; a negative one becomes a question.
 * @throws EsepError `no_terms`, `no_net_price`
 */
export function termsOfPart(
  facts: Facts,
  draft: PostingDraft,
  location: number,
  lot: LotFact,
  part: SoldPart,
  day: string,
): PartTerms {
  const scope = { lot: lot.id, product: lot.product, producer: lot.producer, location }
  const terms = facts.terms(scope, day)
  const product = facts.product(lot.product)
  if (!terms) {
    throw new EsepError('no_terms', {
      article: product.article,
      product: product.name,
      location: facts.location(location).name,
      date: day,
    })
  }
  const commission_tyiyn = commission(terms, part)
  if (commission_tyiyn === null) {
    throw new EsepError('no_net_price', {
      article: product.article,
      product: product.name,
      method: terms.method,
    })
  }
  if (commission_tyiyn < 0) {
    draft.questions.push(
      notice('negative_commission', { article: product.article, product: product.name, commission_tyiyn }),
    )
  }
  return { terms, commission_tyiyn }
}
