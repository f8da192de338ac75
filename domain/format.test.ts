import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateLong,
  formatInteger,
  formatMoney,
  formatMonth,
  formatQuantity,
  formatRate,
} from './format.ts'

/** No-break spaces as ordinary ones, so that they can be read here. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

test.each([
  [0, '0,00'],
  [5, '0,05'],
  [-5, '−0,05'],
  [123_450, '1 234,50'],
  [-123_456_789, '−1 234 567,89'],
  [Number.MAX_SAFE_INTEGER, '90 071 992 547 409,91'],
])('%i tyiyn read %s', (amount, text) => {
  expect(plain(formatMoney(amount))).toBe(text)
})

test.each([
  [0, '0'],
  [500, '0,5'],
  [1000, '1'],
  [100_000, '100'],
  [1_234_050, '1 234,05'],
  [-1_001, '−1,001'],
])('%i thousandths read %s', (quantity, text) => {
  expect(plain(formatQuantity(quantity))).toBe(text)
})

test.each([
  [1500, '15 %'],
  [1550, '15,5 %'],
  [5, '0,05 %'],
  [0, '0 %'],
])('%i basis points read %s', (rate, text) => {
  expect(plain(formatRate(rate))).toBe(text)
})

test('whole numbers are grouped', () => {
  expect(plain(formatInteger(-1_234_567))).toBe('−1 234 567')
})

test('dates and months are written in each language', () => {
  expect(formatDate('2026-09-30')).toBe('30.09.2026')
  expect(formatDate('')).toBe('')
  expect(formatDateLong('2026-09-30', 'ru')).toBe('30 сентября 2026 г.')
  expect(formatDateLong('2012-11-30', 'ky')).toBe('2012-жылдын 30-ноябры')
  expect(formatDateLong('2026-05-09', 'en')).toBe('9 May 2026')
  expect(formatMonth('2026-09', 'ru')).toBe('сентябрь 2026')
  expect(formatMonth('2026-09', 'ky')).toBe('2026-жылдын сентябрь айы')
  expect(formatMonth('2026-09', 'en')).toBe('September 2026')
  expect(() => formatMonth('2026-13', 'ru')).toThrow('not a month')
})

test('what is written of money reads back as the same money', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      const digits = formatMoney(amount).replaceAll('\u00a0', '').replace(',', '').replace('−', '-')
      expect(BigInt(digits)).toBe(BigInt(amount))
    }),
  )
})
