import { expect, test } from 'vitest'
import { amountInWords } from './words.ts'

const CASES: readonly (readonly [number, string, string])[] = [
  [0, 'Ноль сомов 00 тыйынов', 'Нөл сом 00 тыйын'],
  [1_00, 'Один сом 00 тыйынов', 'Бир сом 00 тыйын'],
  [2_50, 'Два сома 50 тыйынов', 'Эки сом 50 тыйын'],
  [11_50, 'Одиннадцать сомов 50 тыйынов', 'Он бир сом 50 тыйын'],
  [21_00, 'Двадцать один сом 00 тыйынов', 'Жыйырма бир сом 00 тыйын'],
  [1_000_00, 'Одна тысяча сомов 00 тыйынов', 'Бир миң сом 00 тыйын'],
  [1_234_50, 'Одна тысяча двести тридцать четыре сома 50 тыйынов', 'Бир миң эки жүз отуз төрт сом 50 тыйын'],
  [
    12_345_67,
    'Двенадцать тысяч триста сорок пять сомов 67 тыйынов',
    'Он эки миң үч жүз кырк беш сом 67 тыйын',
  ],
  [20_012_11, 'Двадцать тысяч двенадцать сомов 11 тыйынов', 'Жыйырма миң он эки сом 11 тыйын'],
  [100_211_50, 'Сто тысяч двести одиннадцать сомов 50 тыйынов', 'Бир жүз миң эки жүз он бир сом 50 тыйын'],
  [
    1_234_567_89,
    'Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь сомов 89 тыйынов',
    'Бир миллион эки жүз отуз төрт миң беш жүз алтымыш жети сом 89 тыйын',
  ],
  [-21_01, 'Минус двадцать один сом 01 тыйын', 'Минус жыйырма бир сом 01 тыйын'],
  [22_02, 'Двадцать два сома 02 тыйына', 'Жыйырма эки сом 02 тыйын'],
]

test.each(CASES)('%i tyiyn in Russian and Kyrgyz', (amount, russian, kyrgyz) => {
  expect(amountInWords(amount, 'ru')).toBe(russian)
  expect(amountInWords(amount, 'ky')).toBe(kyrgyz)
})

test('the nouns may stay undeclined', () => {
  expect(amountInWords(12_345_67, 'ru', { undeclined: true })).toBe(
    'Двенадцать тысяч триста сорок пять сом 67 тыйын',
  )
})

test('in English', () => {
  expect(amountInWords(12_345_60, 'en')).toBe('Twelve thousand three hundred forty-five som 60 tyiyn')
  expect(amountInWords(-1, 'en')).toBe('Minus zero som 01 tyiyn')
})

test('the largest amount has words, and what is no amount has none', () => {
  expect(amountInWords(Number.MAX_SAFE_INTEGER, 'ru')).toMatch(/^Девяносто триллионов .* 91 тыйын$/)
  expect(amountInWords(Number.MAX_SAFE_INTEGER, 'ky')).toMatch(/^Токсон триллион жетимиш бир миллиард /)
  expect(() => amountInWords(Number.NaN, 'ru')).toThrow('amount_too_large')
  expect(() => amountInWords(1.5, 'ru')).toThrow('not_whole')
})
