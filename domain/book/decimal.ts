/** An exact decimal: ±digits × 10^−places. Money and quantity are cut out of it, never out of a float. */
export interface Decimal {
  readonly negative: boolean
  readonly digits: string
  readonly places: number
}

const MINUS = /^[-−–]\s*/
const THOUSANDS = /^\d{1,3}(?:(?: \d{3})+|(?:['’]\d{3})+|(?:,\d{3})+|(?:\.\d{3})+)$/

/**
 * Reads a number as people type it: `1 234,50`, `1.234,50`, `1'234.5`, `(12)`, `−5`. One comma or point alone is the
 * decimal sign, of both kinds the last is, a repeated one parts thousands; thousands go in threes, so that two
 * numbers in one cell (`12 50`) are not taken for one. Undefined when it is no number.
 */
export function decimalOfText(text: string): Decimal | undefined {
  let body = text.replace(/\s+/g, ' ').trim().replace(/^'/, '')
  const bracketed = /^\((.*)\)$/.exec(body)
  if (bracketed) body = bracketed[1]?.trim() ?? ''
  const negative = MINUS.test(body)
  if (negative && bracketed) return undefined
  body = negative ? body.replace(MINUS, '') : body.replace(/^\+\s*/, '')
  const [whole, fraction] = splitAtSign(body)
  if (!/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return undefined
  if (!/^\d*$/.test(whole) && !THOUSANDS.test(whole)) return undefined
  return {
    negative: negative || bracketed !== null,
    digits: whole.replace(/\D/g, '') + fraction,
    places: fraction.length,
  }
}

/** The part before the decimal sign and the digits after it. A sign with nothing after it is left in the first part. */
function splitAtSign(body: string): [string, string] {
  const comma = body.lastIndexOf(',')
  const point = body.lastIndexOf('.')
  const at = Math.max(comma, point)
  const repeated = at >= 0 && body.indexOf(body.charAt(at)) !== at
  if (at < 0 || (repeated && Math.min(comma, point) < 0) || at === body.length - 1) return [body, '']
  // A sign that parts thousands cannot be the decimal sign too: such a body keeps it and is refused.
  return repeated ? [body, ''] : [body.slice(0, at), body.slice(at + 1)]
}

/** The shortest decimal text that gives this double back, as Excel and every browser would write it. */
export function decimalOfNumber(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return { negative: value < 0, digits: whole + fraction, places: fraction.length - Number(exponent) }
}

export interface Scaled {
  /** Whole units of 10^−places; undefined when it lies beyond ±(2^53 − 1). */
  readonly value: number | undefined
  /** Whether digits other than 0 were rounded away. */
  readonly lost: boolean
}

/** The decimal in whole units of 10^−places, rounded half away from zero digit by digit. */
export function scaleDecimal(decimal: Decimal, places: number): Scaled {
  const digits = decimal.digits.replace(/^0+/, '')
  const kept = digits.length + places - decimal.places
  // 2^53 has 16 digits: nothing longer can fit, and padding it out could be endless.
  if (digits !== '' && kept > 17) return { value: undefined, lost: false }
  const rest = kept < 0 ? '0' : digits.slice(kept)
  const whole =
    BigInt(digits.slice(0, Math.max(kept, 0)).padEnd(Math.max(kept, 0), '0')) + (rest >= '5' ? 1n : 0n)
  const lost = kept < 0 ? digits !== '' : /[1-9]/.test(rest)
  if (whole > BigInt(Number.MAX_SAFE_INTEGER)) return { value: undefined, lost }
  const value = Number(whole)
  return { value: decimal.negative && value !== 0 ? -value : value, lost }
}

/**
 * A number of Excel in whole units of 10^−places. Digits count as lost only if the number has them at the fifteen
 * digits that Excel itself shows: 9.949999999999999 is what a sum of floats left of 9.95, and nothing is lost by
 * taking 9.95; 9.944999999999999 shows as 9.945 but rounds to 9.94, and that is worth a warning.
 */
export function scaleNumber(value: number, places: number): Scaled {
  const exact = scaleDecimal(decimalOfNumber(value), places)
  if (!exact.lost) return exact
  const shown = scaleDecimal(decimalOfNumber(Number(value.toPrecision(15))), places)
  return { value: exact.value, lost: shown.lost || shown.value !== exact.value }
}

/** Plain digits of a double without an exponent: a barcode is never 4.7E+12. */
export function plainNumber(value: number): string {
  const { negative, digits, places } = decimalOfNumber(value)
  const sign = negative ? '-' : ''
  if (places <= 0) return sign + digits.padEnd(digits.length - places, '0').replace(/^0+(?=\d)/, '')
  const padded = digits.padStart(places + 1, '0')
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`
}
