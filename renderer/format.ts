/** Numbers and dates as the screens show them: the domain's own way, with what only a screen needs. */
import type { CivilDate, Month } from '../domain/dates.ts'
import { formatDateLong, formatMoney, formatMonth, formatQuantity, type Language } from '../domain/format.ts'

/** An empty text for what is not known, so that nothing is taken for a zero. */
export const moneyOrNothing = (amount_tyiyn: number | null): string =>
  amount_tyiyn === null ? '' : formatMoney(amount_tyiyn)

/** A dash where a zero would only make noise. */
export const moneyOrDash = (amount_tyiyn: number): string =>
  amount_tyiyn === 0 ? '\u2013' : formatMoney(amount_tyiyn)

/** `18 шт`: the unit never leaves its number. */
export const quantityOf = (quantity_milli: number, unit: string): string =>
  unit === '' ? formatQuantity(quantity_milli) : `${formatQuantity(quantity_milli)}\u00a0${unit}`

/** `Сентябрь 2026`: a month at the head of a line. */
export function monthTitle(month: Month, language: Language): string {
  const text = formatMonth(month, language)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `12 сентября`: the year is left out where every row is of one. */
export function dayAndMonth(date: CivilDate, language: Language): string {
  return formatDateLong(date, language)
    .replace(/ \d{4}( г\.)?$/, '')
    .replace(/^\d{4}-жылдын /, '')
}
