/** A civil date `YYYY-MM-DD`, and a month `YYYY-MM`. Compared as text. */
export type CivilDate = string
export type Month = string

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  return DAYS[month - 1] ?? 0
}

/** Whether the text is a real day of the calendar between 1900 and 2199. */
export function isCivilDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1900 && year <= 2199 && day >= 1 && day <= daysIn(year, month)
}

export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isCivilDate(`${text}-01`)
}

export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const monthOf = (date: CivilDate): Month => date.slice(0, 7)
export const firstDay = (month: Month): CivilDate => `${month}-01`
export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4))

export function lastDay(month: Month): CivilDate {
  return `${month}-${String(daysIn(Number(month.slice(0, 4)), Number(month.slice(5)))).padStart(2, '0')}`
}

/** The month `count` months later; negative counts go back. */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The day `count` days later, by day number, so no time zone is involved. */
export function addDays(date: CivilDate, count: number): CivilDate {
  return fromDayNumber(dayNumber(date) + count)
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: CivilDate): number {
  return Math.round(
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000,
  )
}

export function fromDayNumber(days: number): CivilDate {
  // A Howard-Hinnant style conversion: pure arithmetic, because the domain has no clock and no zone.
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}
