import { expect, test } from 'vitest'
import { formatDateLong, formatMoney, formatMonth, formatQuantity } from '../domain/format.ts'
import { dayAndMonth, monthTitle, quantityOf } from './format.ts'
import { createTexts } from './texts/i18n.ts'

// Chromium has no Kyrgyz: what is right in Node may be English here.
test('numbers and dates are the same in a browser, in Kyrgyz too', () => {
  expect(formatMoney(-123_450)).toBe('\u22121\u00a0234,50')
  expect(formatQuantity(4250)).toBe('4,25')
  expect(quantityOf(18_000, 'шт')).toBe('18\u00a0шт')
  expect(formatDateLong('2026-09-30', 'ky')).toBe('2026-жылдын 30-сентябры')
  expect(formatMonth('2026-09', 'ky')).toBe('2026-жылдын сентябрь айы')
  expect(monthTitle('2026-09', 'ru')).toBe('Сентябрь 2026')
  expect(dayAndMonth('2026-09-30', 'ru')).toBe('30 сентября')
  expect(dayAndMonth('2026-09-30', 'ky')).toBe('30-сентябры')
})

test.each([
  ['ru', ['1 строка', '2 строки', '5 строк', '1\u00a0021 строка']],
  ['ky', ['1 сап', '2 сап', '5 сап', '1\u00a0021 сап']],
  ['en', ['1 row', '2 rows', '5 rows', '1\u00a0021 rows']],
] as const)('counts agree in %s', (language, expected) => {
  const { t } = createTexts(language)
  expect([1, 2, 5, 1021].map((count) => t('list.found', { count }))).toEqual(expected)
})
