/**
 * Numbers and dates as people read them. One way for every language, because one paper is read in several; only
 * the names of months differ. Never by Intl('ky'): Chromium has no Kyrgyz and answers in English.
 */
import type { CivilDate, Month } from './dates.ts'

export type Language = 'ru' | 'ky' | 'en'

const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'

/** `1 234,50`: som and tyiyn of a whole number of tyiyn, exact at any size. */
export function formatMoney(amount_tyiyn: number): string {
  return fixedPoint(amount_tyiyn, 2)
}

/** `1 234,5`: thousandths without the zeros that say nothing. */
export function formatQuantity(quantity_milli: number): string {
  return trimZeros(fixedPoint(quantity_milli, 3))
}

/** `12,5 %` of whole basis points. */
export function formatRate(rate_bp: number): string {
  return `${trimZeros(fixedPoint(rate_bp, 2))}${NO_BREAK_SPACE}%`
}

/** `1 234` of a whole number. */
export function formatInteger(value: number): string {
  return `${value < 0 ? MINUS : ''}${groupDigits(String(Math.abs(value)))}`
}

/** `30.09.2026` in every language. */
export function formatDate(date: CivilDate): string {
  return date === '' ? '' : `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
}

/** `30 сентября 2026 г.`, `2026-жылдын 30-сентябры`, `30 September 2026`. */
export function formatDateLong(date: CivilDate, language: Language): string {
  const names = monthNames(date.slice(0, 7))
  const [day, year] = [Number(date.slice(8, 10)), date.slice(0, 4)]
  if (language === 'ky') return `${year}-жылдын ${day}-${names.kyOf}`
  if (language === 'en') return `${day} ${names.en} ${year}`
  return `${day} ${names.ruOf} ${year} г.`
}

/** `сентябрь 2026`, `2026-жылдын сентябрь айы`, `September 2026`. */
export function formatMonth(month: Month, language: Language): string {
  const names = monthNames(month)
  const year = month.slice(0, 4)
  if (language === 'ky') return `${year}-жылдын ${names.ru} айы`
  return `${language === 'en' ? names.en : names.ru} ${year}`
}

function fixedPoint(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = groupDigits(digits.slice(0, -decimals))
  return `${value < 0 ? MINUS : ''}${whole},${digits.slice(-decimals)}`
}

function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE)
}

function trimZeros(number: string): string {
  return number.replace(/,?0+$/, '')
}

interface MonthNames {
  /** Nominative; Kyrgyz takes the same names in civil use. */
  readonly ru: string
  /** As in «30 сентября». */
  readonly ruOf: string
  /** As in «30-сентябры»: the ending follows vowel harmony, so it is written out. */
  readonly kyOf: string
  readonly en: string
}

const MONTHS: readonly MonthNames[] = [
  { ru: 'январь', ruOf: 'января', kyOf: 'январы', en: 'January' },
  { ru: 'февраль', ruOf: 'февраля', kyOf: 'февралы', en: 'February' },
  { ru: 'март', ruOf: 'марта', kyOf: 'марты', en: 'March' },
  { ru: 'апрель', ruOf: 'апреля', kyOf: 'апрели', en: 'April' },
  { ru: 'май', ruOf: 'мая', kyOf: 'майы', en: 'May' },
  { ru: 'июнь', ruOf: 'июня', kyOf: 'июну', en: 'June' },
  { ru: 'июль', ruOf: 'июля', kyOf: 'июлу', en: 'July' },
  { ru: 'август', ruOf: 'августа', kyOf: 'августу', en: 'August' },
  { ru: 'сентябрь', ruOf: 'сентября', kyOf: 'сентябры', en: 'September' },
  { ru: 'октябрь', ruOf: 'октября', kyOf: 'октябры', en: 'October' },
  { ru: 'ноябрь', ruOf: 'ноября', kyOf: 'ноябры', en: 'November' },
  { ru: 'декабрь', ruOf: 'декабря', kyOf: 'декабры', en: 'December' },
]

function monthNames(month: Month): MonthNames {
  const names = MONTHS[Number(month.slice(5, 7)) - 1]
  if (names === undefined) throw new RangeError(`not a month: ${month}`)
  return names
}
