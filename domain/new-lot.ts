import { addDays, isCivilDate } from './dates.ts'
import { EsepError } from './error.ts'
import type { ProductFact } from './facts.ts'
import type { NewLot } from './registers.ts'

export interface LotInput {
  readonly net_tyiyn?: number | undefined
  readonly made?: string | undefined
  readonly expires?: string | undefined
}

/**
 * The lot a line opens. Its net price is the line's, else the product's of now; «годен до» where it is empty is
 * made on + shelf life, if both are known.
 * @throws EsepError `unknown_product` for a set, `expires_before_made`, `invalid_date` where the shelf life leads out of the calendar
 */
export function newLot(line: number, product: ProductFact, received: string, input: LotInput): NewLot {
  if (product.producer === null) throw new EsepError('unknown_product', { article: product.article })
  const made = input.made ?? null
  const expires = input.expires ?? workedOut(made, product.shelfLifeDays)
  if (made !== null && expires !== null && expires < made) {
    throw new EsepError('expires_before_made', { article: product.article, made, expires })
  }
  return {
    line,
    product: product.id,
    producer: product.producer,
    received,
    made,
    expires,
    net_tyiyn: input.net_tyiyn ?? product.net_tyiyn,
  }
}

function workedOut(made: string | null, shelfLifeDays: number | null): string | null {
  if (made === null || shelfLifeDays === null) return null
  const last = addDays(made, shelfLifeDays)
  if (!isCivilDate(last)) throw new EsepError('invalid_date', { date: last })
  return last
}
