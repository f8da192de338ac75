import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOfNumber, decimalOfText, plainNumber, scaleDecimal, scaleNumber } from './decimal.ts'

const read = (text: string, places: number) => {
  const decimal = decimalOfText(text)
  return decimal ? scaleDecimal(decimal, places).value : undefined
}

describe('numbers as people type them', () => {
  it.each([
    ['1 234,50', 123_450],
    ['1 234.5', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234.567', 123_456_700],
    ['1,234,567', 123_456_700],
    ['1.234.567,89', 123_456_789],
    ['1\u00a0234,50', 123_450],
    ['1\u202f234,50', 123_450],
    ['1\u2009234', 123_400],
    ["1'234,50", 123_450],
    ['1’234’567', 123_456_700],
    ["'12", 1200],
    ['\u221212,5', -1250],
    ['-12,5', -1250],
    ['– 5', -500],
    ['+5', 500],
    ['(12,50)', -1250],
    ['( 1 234 )', -123_400],
    [' 7 ', 700],
    ['0', 0],
    ['-0', 0],
    ['007', 700],
    [',5', 50],
    ['.5', 50],
    ['1,234', 123],
    ['0,005', 1],
    ['-0,005', -1],
    ['0,0049', 0],
    ['90071992547409,91', Number.MAX_SAFE_INTEGER],
    ['-90071992547409,91', -Number.MAX_SAFE_INTEGER],
  ])('«%s» is %d hundredths', (text, hundredths) => {
    expect(read(text, 2)).toBe(hundredths)
  })

  it.each([
    '',
    '-',
    '.',
    ',',
    '()',
    'сто',
    '12 50',
    '1 2',
    '1,23,4',
    '1.23.4',
    '1,234.567,89',
    '1.234,567.89',
    '1 234.567,50',
    "1'234 567",
    '1234 567',
    '5,',
    '5.',
    '1,2 3',
    '--5',
    '-(5)',
    '(-5)',
    '5-',
    '1e3',
    '1E+3',
    '0x10',
    'NaN',
    'Infinity',
    '½',
    '١٢',
    '90071992547409,92',
    '9'.repeat(30_000),
  ])('«%.20s» is refused', (text) => {
    expect(read(text, 2)).toBeUndefined()
  })

  it('reads back what was written, whatever the style', () => {
    const styles = [
      (whole: string, rest: string) => `${whole},${rest}`,
      (whole: string, rest: string) => `${whole}.${rest}`,
      (whole: string, rest: string) => `${group(whole, ' ')},${rest}`,
      (whole: string, rest: string) => `${group(whole, '\u00a0')}.${rest}`,
      (whole: string, rest: string) => `${group(whole, '.')},${rest}`,
      (whole: string, rest: string) => `${group(whole, ',')}.${rest}`,
      (whole: string, rest: string) => `${group(whole, '’')},${rest}`,
    ]
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...styles), (value, style) => {
        const digits = String(Math.abs(value)).padStart(3, '0')
        const text = (value < 0 ? '−' : '') + style(digits.slice(0, -2), digits.slice(-2))
        expect(read(text, 2)).toBe(value === 0 ? 0 : value)
      }),
      { numRuns: 2000 },
    )
  })
})

function group(digits: string, sign: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, sign)
}

describe('numbers of Excel', () => {
  it.each([
    [9.95, 2, 995, false],
    [9.949999999999999, 2, 995, false],
    [86.34999999999999, 2, 8635, false],
    [74.35000000000001, 2, 7435, false],
    [1.005, 2, 101, true],
    [1.004, 2, 100, true],
    [-1.005, 2, -101, true],
    [9.944999999999999, 2, 994, true],
    [0.001, 2, 0, true],
    [0.1 + 0.2, 3, 300, false],
    [1e-7, 3, 0, true],
    [1e21, 2, undefined, false],
    [1e15, 3, undefined, false],
    [123_456_789_012.34, 2, 12_345_678_901_234, false],
    [0, 2, 0, false],
    [-0, 2, 0, false],
    [0.05, 4, 500, false],
    [0.175, 4, 1750, false],
    [0.07250000000000001, 4, 725, false],
  ])('%d in %d places is %s, digits lost: %s', (value, places, scaled, lost) => {
    expect(scaleNumber(value, places)).toEqual({ value: scaled, lost })
  })

  it('takes every amount of money back from its double', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (tyiyn) => {
        expect(scaleNumber(tyiyn / 100, 2)).toEqual({ value: tyiyn, lost: false })
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    [4_700_000_000_012, '4700000000012'],
    [4.7e12, '4700000000000'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-12.5, '-12.5'],
    [0, '0'],
    [0.5, '0.5'],
  ])('%d in plain digits is %s', (value, text) => {
    expect(plainNumber(value)).toBe(text)
  })

  it('writes plain digits that are the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainNumber(value)).not.toContain('e')
        expect(Number(plainNumber(value))).toBe(value === 0 ? 0 : value)
        expect(decimalOfNumber(value).digits).toMatch(/^\d+$/)
      }),
    )
  })
})
