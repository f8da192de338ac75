import { addDays, type CivilDate, civilDate, isCivilDate } from '../dates.ts'

/** As people write them: Russian, Kyrgyz and English, whole and short. */
const MONTHS: readonly (readonly string[])[] = [
  ['январь', 'января', 'январы', 'янв', 'january', 'jan'],
  ['февраль', 'февраля', 'февралы', 'фев', 'февр', 'february', 'feb'],
  ['март', 'марта', 'марты', 'мар', 'march', 'mar'],
  ['апрель', 'апреля', 'апрели', 'апр', 'april', 'apr'],
  ['май', 'мая', 'майы', 'may'],
  ['июнь', 'июня', 'июну', 'июн', 'june', 'jun'],
  ['июль', 'июля', 'июлу', 'июл', 'july', 'jul'],
  ['август', 'августа', 'августу', 'авг', 'august', 'aug'],
  ['сентябрь', 'сентября', 'сентябры', 'сен', 'сент', 'september', 'sep', 'sept'],
  ['октябрь', 'октября', 'октябры', 'окт', 'october', 'oct'],
  ['ноябрь', 'ноября', 'ноябры', 'ноя', 'нояб', 'november', 'nov'],
  ['декабрь', 'декабря', 'декабры', 'дек', 'december', 'dec'],
]
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

const TIME = /[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$/
const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/
const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/
const MONTH_IN_WORDS = /^(\d{1,2})[ -]([а-яa-z]+)\.?,? (\d{4})$/
const YEAR_THEN_WORDS = /^(\d{4})[ -]*(?:ж|жыл|жылдын)\.? (\d{1,2})[ -]([а-я]+)$/

/**
 * Reads a date as people type it, the day first: `30.11.2012`, `30.11.12`, `2012-11-30`, `30/11/2012`,
 * `30 ноября 2012 г.`, `2012-жылдын 30-ноябры`. A time after it does not count. Undefined for no day of the calendar.
 */
export function dateOfText(text: string): CivilDate | undefined {
  const body = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '')
    .replace(TIME, '')
    .replace(/[ -]*(?:г|год|года|ж|жыл)\.?$/, '')
  const day = DAY_FIRST.exec(body)
  if (day) return realDay(fullYear(day[4]), day[3], day[1])
  const year = YEAR_FIRST.exec(body)
  if (year) return realDay(year[1], year[3], year[4])
  const words = MONTH_IN_WORDS.exec(body)
  if (words) return realDay(words[3], MONTH_OF.get(words[2] ?? ''), words[1])
  const kyrgyz = YEAR_THEN_WORDS.exec(body)
  if (kyrgyz) return realDay(kyrgyz[1], MONTH_OF.get(kyrgyz[3] ?? ''), kyrgyz[2])
  return undefined
}

/** Two digits are of this century up to 79: goods are dated ahead, and nobody here kept books before 1980. */
function fullYear(year = ''): string {
  if (year.length === 4) return year
  return year < '80' ? `20${year}` : `19${year}`
}

type Part = string | number | undefined

function realDay(year: Part, month: Part, day: Part): CivilDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = civilDate(Number(year), Number(month), Number(day))
  return isCivilDate(date) ? date : undefined
}

/** The serial number that Excel thinks is 29 February 1900, a day that never was. */
const NEVER_WAS = 60

/** The civil date of Excel's serial number; the time of day in its fraction does not count. */
export function dateOfSerial(serial: number, date1904 = false): CivilDate | undefined {
  if (!(serial >= 0 && serial < 120_000)) return undefined
  const days = Math.floor(serial)
  if (date1904) return addDays('1904-01-01', days)
  if (days === 0 || days === NEVER_WAS) return undefined
  const date = addDays(days > NEVER_WAS ? '1899-12-30' : '1899-12-31', days)
  return isCivilDate(date) ? date : undefined
}
