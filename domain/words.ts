/** Amounts in words, as they stand on papers that are signed: «Одна тысяча двести тридцать четыре сома 50 тыйынов». */
import { toCardinal as englishCardinal } from 'n2words/en-US'
import { toCardinal as russianCardinal } from 'n2words/ru-RU'
import type { Language } from './format.ts'
import { whole } from './money.ts'

export interface AmountStyle {
  /** Bookkeepers of the country often leave «сом» and «тыйын» as they are: «пять сом 67 тыйын». */
  readonly undeclined?: boolean
}

/** Som in words, tyiyn as two digits; the first letter is a capital. */
export function amountInWords(amount_tyiyn: number, language: Language, style: AmountStyle = {}): string {
  const magnitude = Math.abs(whole(amount_tyiyn))
  const som = Math.floor(magnitude / 100)
  const tyiyn = magnitude % 100
  const words = `${amount_tyiyn < 0 ? MINUS[language] : ''}${SPELL[language](som, tyiyn, style)}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const MINUS: Readonly<Record<Language, string>> = { ru: 'минус ', ky: 'минус ', en: 'minus ' }

const SPELL: Readonly<Record<Language, (som: number, tyiyn: number, style: AmountStyle) => string>> = {
  ru: inRussian,
  ky: (som, tyiyn) => `${kyrgyzCardinal(som)} сом ${twoDigits(tyiyn)} тыйын`,
  en: (som, tyiyn) => `${englishCardinal(som)} som ${twoDigits(tyiyn)} tyiyn`,
}

function inRussian(som: number, tyiyn: number, { undeclined = false }: AmountStyle): string {
  const somNoun = undeclined ? 'сом' : russianNoun(som, 'сом', 'сома', 'сомов')
  const tyiynNoun = undeclined ? 'тыйын' : russianNoun(tyiyn, 'тыйын', 'тыйына', 'тыйынов')
  return `${russianCardinal(som)} ${somNoun} ${twoDigits(tyiyn)} ${tyiynNoun}`
}

/** The form of a Russian noun after a whole number: 21 сом, 22 сома, 25 сомов, 11 сомов. */
export function russianNoun(count: number, one: string, few: string, many: string): string {
  const [hundredth, tenth] = [count % 100, count % 10]
  if (hundredth >= 11 && hundredth <= 14) return many
  if (tenth === 1) return one
  return tenth >= 2 && tenth <= 4 ? few : many
}

const KYRGYZ_ONES = ['', 'бир', 'эки', 'үч', 'төрт', 'беш', 'алты', 'жети', 'сегиз', 'тогуз']
const KYRGYZ_TENS = ['', 'он', 'жыйырма', 'отуз', 'кырк', 'элүү', 'алтымыш', 'жетимиш', 'сексен', 'токсон']
const KYRGYZ_SCALES = ['', 'миң', 'миллион', 'миллиард', 'триллион']

/** Money papers write «бир жүз» and «бир миң» in full, so that no word can be put before them. */
function kyrgyzCardinal(value: number): string {
  if (value === 0) return 'нөл'
  const words: string[] = []
  for (let rest = value, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale += 1) {
    const group = rest % 1000
    if (group > 0) words.unshift(...kyrgyzGroup(group), KYRGYZ_SCALES[scale] ?? '')
  }
  return words.filter((word) => word !== '').join(' ')
}

function kyrgyzGroup(group: number): string[] {
  const hundreds = KYRGYZ_ONES[Math.floor(group / 100)] ?? ''
  return [
    hundreds,
    hundreds === '' ? '' : 'жүз',
    KYRGYZ_TENS[Math.floor(group / 10) % 10] ?? '',
    KYRGYZ_ONES[group % 10] ?? '',
  ]
}

function twoDigits(tyiyn: number): string {
  return String(tyiyn).padStart(2, '0')
}
