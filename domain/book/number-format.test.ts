import { describe, expect, it } from 'vitest'
import { builtInFormat, numberFormat, showCode } from './number-format.ts'

describe('what a number format shows', () => {
  it.each([
    ['General', 'number'],
    ['', 'number'],
    ['0', 'number'],
    ['#,##0.00', 'number'],
    ['#,##0.00 "сом"', 'number'],
    ['#,##0.00\\ [$сом-440];[Red]\\-#,##0.00\\ [$сом-440]', 'number'],
    ['0.00E+00', 'number'],
    ['0" шт. (дней)"', 'number'],
    ['0\\d', 'number'],
    ['@', 'number'],
    ['[Red]0', 'number'],
    ['[>=100]0', 'number'],
    ['_-* #,##0_-;-* #,##0_-', 'number'],
    ['0%', 'percent'],
    ['0.00%', 'percent'],
    ['0.0 %', 'percent'],
    ['0"%"', 'number'],
    ['0\\%', 'number'],
    ['dd.mm.yyyy', 'date'],
    ['DD.MM.YYYY', 'date'],
    ['yyyy-mm-dd', 'date'],
    ['[$-419]d mmmm yyyy "г.";@', 'date'],
    ['[h]:mm', 'date'],
    ['h:mm:ss', 'date'],
    ['d/m/yy h:mm', 'date'],
  ])('%s shows a %s', (code, shows) => {
    expect(numberFormat(code).shows).toBe(shows)
  })

  it('knows the formats that no file writes out', () => {
    const shown = (id: number) => builtInFormat(id).shows
    expect([9, 10].map(shown)).toEqual(['percent', 'percent'])
    expect([14, 15, 16, 17, 18, 21, 22, 27, 36, 45, 47, 50, 58].map(shown)).toEqual(Array(13).fill('date'))
    expect([0, 1, 2, 3, 4, 11, 12, 37, 39, 44, 48, 49, 999].map(shown)).toEqual(Array(13).fill('number'))
  })
})

describe('a numeric code as its format shows it', () => {
  it.each([
    [7, '000', '007'],
    [1234, '000', '1234'],
    [7, 'General', '7'],
    [7, '0', '7'],
    [7, '@', '7'],
    [7, '0.00', '7'],
    [1234, '#,##0', '1234'],
    [1234, '# ##0', '1234'],
    [5, '00-00', '00-05'],
    [1234, '00-00', '12-34'],
    [12, '"П-"0000', 'П-0012'],
    [12, '\\П0000', 'П0012'],
    [700_123_456, '"+996 "000 000000', '+996 700 123456'],
    [4_700_000_000_012, 'General', '4700000000012'],
    [4_700_000_000_012, '0', '4700000000012'],
    [-7, '000', '-7'],
    [7.5, '000', '7.5'],
    [7, '000;-000;"нет"', '007'],
  ])('%d in %s is %s', (value, code, shown) => {
    expect(showCode(value, numberFormat(code))).toBe(shown)
  })
})
