import { plainNumber } from './decimal.ts'

/** A number format of Excel and how it makes a number look. Made once a style and shared by its cells. */
export interface NumberFormat {
  readonly code: string
  readonly shows: 'number' | 'percent' | 'date'
}

export const GENERAL: NumberFormat = { code: 'General', shows: 'number' }

// Quoted text, escaped characters, colours, conditions and locales say nothing of the kind of number,
// but elapsed hours [h] do.
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi

/** @param code the format as the file has it, such as `0.00%` or `DD.MM.YYYY`. */
export function numberFormat(code: string): NumberFormat {
  const [positive = ''] = withoutLiterals(code).split(';')
  if (/^\s*(?:general)?\s*$/i.test(positive)) return { code, shows: 'number' }
  if (positive.includes('%')) return { code, shows: 'percent' }
  return { code, shows: /[dmyhs]/i.test(positive) ? 'date' : 'number' }
}

const withoutLiterals = (code: string): string => code.replace(LITERALS, '')

/**
 * Formats that Excel has without writing them into the file (ECMA-376 18.8.30, with the East Asian dates). Only what
 * changes a reading stands here: the rest show plain numbers.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9) return { code: '0%', shows: 'percent' }
  if (id === 10) return { code: '0.00%', shows: 'percent' }
  if (id === 22) return { code: 'dd.mm.yyyy h:mm', shows: 'date' }
  if (id >= 14 && id <= 17) return { code: 'dd.mm.yyyy', shows: 'date' }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { code: 'h:mm:ss', shows: 'date' }
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { code: 'dd.mm.yyyy', shows: 'date' }
  return PLAIN[id] ?? GENERAL
}

const PLAIN: Readonly<Record<number, NumberFormat>> = Object.fromEntries(
  Object.entries({ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 11: '0.00E+00', 49: '@' }).map(
    ([id, code]) => [id, { code, shows: 'number' } satisfies NumberFormat],
  ),
)

const CODE_FORMAT = /^[0 ()+/-]*0[0 ()+/-]*$/

/**
 * A numeric code as its format shows it: 7 in `000` is 007, 700123456 in `"+996 "000 000000` is +996 700 123456. Formats that
 * group thousands or add decimals are of amounts: a code keeps its plain digits under them.
 */
export function showCode(value: number, format: NumberFormat): string {
  const plain = plainNumber(value)
  const [positive = ''] = format.code.split(';')
  if (!/^\d+$/.test(plain) || !CODE_FORMAT.test(withoutLiterals(positive))) return plain
  return fillPlaces(plain, positive.match(/"[^"]*"|\\.|\[[^\]]*\]|[_*].|./g) ?? [])
}

/** @param parts of the format: places for digits (0), quoted and escaped text, paddings, other characters as they are. */
function fillPlaces(digits: string, parts: readonly string[]): string {
  const places = parts.filter((part) => part === '0').length
  const padded = digits.padStart(places, '0')
  let next = 0
  const shown = parts.map((part) => {
    if (part === '0') {
      // The first place takes every digit that has no place of its own.
      const end = next === 0 ? padded.length - places + 1 : next + 1
      const taken = padded.slice(next, end)
      next = end
      return taken
    }
    if (part.length === 1) return part
    if (part.startsWith('"')) return part.slice(1, -1)
    return part.startsWith('\\') ? part.slice(1) : ''
  })
  return shown.join('')
}
