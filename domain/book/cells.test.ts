import { describe, expect, it } from 'vitest'
import { type CellReading, readCell } from './cells.ts'
import { type ColumnSpec, METHODS, PAYMENTS } from './columns.ts'
import { GENERAL, numberFormat } from './number-format.ts'
import type { RawCell } from './raw-cell.ts'

const text = (content: string): RawCell => ({ kind: 'text', text: content })
const number = (value: number, format = 'General'): RawCell => ({
  kind: 'number',
  value,
  format: numberFormat(format),
})
const column = (type: ColumnSpec['type'], words?: ColumnSpec['words']): ColumnSpec => ({
  field: 'field',
  heading: 'Столбец',
  type,
  ...(words ? { words } : {}),
})

/** The value, or the code of what is wrong; a warning follows a value. */
function said({ value, error, warning }: CellReading): unknown {
  if (error) return error.code
  return warning ? [value, warning.code] : value
}

const YES: RawCell = { kind: 'boolean', value: true }

describe('a cell as its column wants it', () => {
  it.each<[ColumnSpec['type'], RawCell, unknown]>([
    ['money', number(86.34999999999999), 8635],
    ['money', number(-40), -4000],
    ['money', number(0.001), [0, 'digits_lost']],
    ['money', text('250 сом'), 25_000],
    ['money', text('1\u202f960'), 196_000],
    ['money', text('250 с.'), 25_000],
    ['money', text('1 234,50 KGS'), 123_450],
    ['money', text('1,005'), [101, 'digits_lost']],
    ['money', text('12%'), 'not_a_number'],
    ['money', number(0.05, '0%'), 'not_a_number'],
    ['money', number(46_082, 'dd.mm.yyyy'), 'not_a_number'],
    ['money', number(1e14), 'number_out_of_range'],
    ['money', text('-'), 'not_a_number'],
    ['money', YES, 'not_a_number'],
    ['money', text(' \u00a0 '), undefined],
    ['quantity', number(20.788), 20_788],
    ['quantity', text('2,7015'), [2702, 'digits_lost']],
    ['quantity', text('2 кг'), 'not_a_number'],
    ['quantity', text('250 сом'), 'not_a_number'],
    ['rate', number(12.5), 1250],
    ['rate', number(0.05, '0%'), 500],
    ['rate', number(0.0725, '0.00%'), 725],
    ['rate', text('17,5'), 1750],
    ['rate', text('12 %'), 1200],
    ['rate', text('сом'), 'not_a_number'],
    ['count', number(60), 60],
    ['count', text('360'), 360],
    ['count', number(30.5), 'not_a_whole_number'],
    ['discount', number(250), { amount: 25_000 }],
    ['discount', text('12,5'), { amount: 1250 }],
    ['discount', text('50 сом'), { amount: 5000 }],
    ['discount', text('7,25%'), { rate: 725 }],
    ['discount', number(0.1, '0%'), { rate: 1000 }],
    ['discount', number(0.001), [{ amount: 0 }, 'digits_lost']],
    ['discount', text('много'), 'not_a_number'],
    ['date', number(46_082, 'dd.mm.yyyy'), '2026-03-01'],
    ['date', number(46_082), '2026-03-01'],
    ['date', text('46082'), '2026-03-01'],
    ['date', { kind: 'number', value: 44_620, format: GENERAL, date1904: true }, '2026-03-01'],
    ['date', text('01/03/2026'), '2026-03-01'],
    ['date', number(365), 'not_a_date'],
    ['date', number(2026), 'not_a_date'],
    ['date', number(46_082.5), 'not_a_date'],
    ['date', number(46_082, '0%'), 'not_a_date'],
    ['date', text('31.02.2026'), 'not_a_date'],
    ['date', YES, 'not_a_date'],
    ['code', text(' 007 '), '007'],
    ['code', number(7, '000'), '007'],
    ['code', number(7), '7'],
    ['code', number(4_700_000_000_012), '4700000000012'],
    ['code', number(12_345_678_901_234), '12345678901234'],
    ['code', number(1_234_567_890_123_456), ['1234567890123456', 'code_digits_lost']],
    ['code', number(46_082, 'dd.mm.yyyy'), 'code_became_date'],
    ['code', number(0.05, '0%'), 'not_a_code'],
    ['code', YES, 'not_a_code'],
    ['code', text('x'.repeat(201)), 'text_too_long'],
    ['text', text('=СУММ(1;2) 012'), '=СУММ(1;2) 012'],
    ['text', text('  два\u00a0слова '), 'два слова'],
    ['text', number(12.5), '12.5'],
    ['text', number(0.05, '0%'), '5%'],
    ['text', number(46_082, 'dd.mm.yyyy'), '01.03.2026'],
    ['text', YES, 'да'],
    ['account', text('Касса'), { account: 'cash' }],
    ['account', text('БАНК'), { account: 'bank' }],
    ['account', text('потери'), { account: 'loss' }],
    ['account', text('Партнер: КМЦ'), { account: 'partner', who: 'КМЦ' }],
    ['account', text('партнёр:КМЦ'), { account: 'partner', who: 'КМЦ' }],
    ['account', text('покупатель: Отель: «Ак-Кеме»'), { account: 'customer', who: 'Отель: «Ак-Кеме»' }],
    ['account', text('удержание : упаковка'), { account: 'charges', who: 'упаковка' }],
    ['account', text('партнёр:'), 'not_an_account'],
    ['account', text('партнёр'), 'not_an_account'],
    ['account', text('constructor'), 'not_an_account'],
    ['account', text('__proto__: x'), 'not_an_account'],
    ['account', number(1), 'not_an_account'],
  ])('%s of %o', (type, cell, expected) => {
    expect(said(readCell(cell, column(type)))).toEqual(expected)
  })

  it.each([
    ['Наличные', 'cash'],
    ['кошелек', 'wallet'],
    ['КОШЕЛЁК', 'wallet'],
    ['В  долг', 'credit'],
    ['qr', 'qr'],
    ['QR', 'qr'],
    ['крипта', 'not_a_word'],
    ['toString', 'not_a_word'],
  ])('the word «%s» is %s', (typed, expected) => {
    expect(said(readCell(text(typed), column('word', PAYMENTS)))).toBe(expected)
  })

  it('names the words that it knows', () => {
    expect(readCell(text('?'), column('word', METHODS)).error?.data).toEqual({
      heading: 'Столбец',
      words: 'процент, разница, процент от разницы, за единицу',
    })
  })

  it.each<ColumnSpec['type']>(['code', 'text', 'money', 'date', 'word'])(
    'refuses an error value and a formula without a result in a column of %s',
    (type) => {
      expect(said(readCell({ kind: 'error', text: '#REF!' }, column(type)))).toBe('cell_error')
      expect(said(readCell({ kind: 'formula' }, column(type)))).toBe('formula_without_result')
    },
  )

  it.each<[ColumnSpec['type'], RawCell, string]>([
    ['money', number(1.005), '1,01'],
    ['quantity', text('0,0005'), '0,001'],
    ['rate', number(0.05555, '0%'), '5,56\u00a0%'],
    ['discount', number(0.05555, '0%'), '5,56\u00a0%'],
    ['discount', number(1.005), '1,01'],
  ])('says what was taken of a %s', (type, cell, taken) => {
    expect(readCell(cell, column(type)).warning?.data).toEqual({ heading: 'Столбец', taken })
  })
})
