/** What a typed text means where a screen asks for one number or one day; undefined when it means nothing. */
import { dateOfText } from '../domain/book/date-text.ts'
import { decimalOfText, scaleDecimal } from '../domain/book/decimal.ts'
import { type CivilDate, isCivilDate } from '../domain/dates.ts'

function scaled(text: string, places: number): number | undefined {
  const decimal = decimalOfText(text.trim())
  const { value, lost } = decimal ? scaleDecimal(decimal, places) : { value: undefined, lost: false }
  return value === undefined || lost ? undefined : value
}

/** Tyiyn of `1 234,50`. */
export const moneyOfText = (text: string): number | undefined => scaled(text, 2)

/** Basis points of `12,5` or `12,5 %`, from nothing to the whole. */
export function rateOfText(text: string): number | undefined {
  const rate_bp = scaled(text.replace('%', ''), 2)
  return rate_bp === undefined || rate_bp < 0 || rate_bp > 10_000 ? undefined : rate_bp
}

/** `12` and `12.9` are days near the one given. */
export function dayOfText(text: string, near: CivilDate): CivilDate | undefined {
  const whole = dateOfText(text.trim())
  if (whole !== undefined) return whole
  const short = /^(\d{1,2})(?:[./-](\d{1,2}))?$/.exec(text.trim())
  if (!short) return undefined
  const [day = '', month = near.slice(5, 7)] = short.slice(1).map((part) => part?.padStart(2, '0'))
  const date = `${near.slice(0, 4)}-${month}-${day}`
  return isCivilDate(date) ? date : undefined
}
