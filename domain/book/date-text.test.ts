import { describe, expect, it } from 'vitest'
import { addDays, dayNumber } from '../dates.ts'
import { formatDate, formatDateLong } from '../format.ts'
import { dateOfSerial, dateOfText } from './date-text.ts'

describe('dates as people type them', () => {
  it.each([
    '30.11.2012',
    '30.11.12',
    '2012-11-30',
    '30/11/2012',
    '30-11-2012',
    '2012.11.30',
    '2012/11/30',
    '30 ноября 2012 г.',
    '30 ноября 2012',
    '30 НОЯБРЯ 2012 года',
    '30 нояб. 2012',
    '30.11.2012 г.',
    '30.11.2012г.',
    ' 30.11.2012 ',
    "'30.11.2012",
    '30.11.2012 00:00:00',
    '2012-11-30T00:00:00',
    '2012-11-30T12:30:00.000Z',
    '30\u00a0ноября\u00a02012',
    '2012-жылдын 30-ноябры',
    '2012-ж. 30-ноябрь',
    '30-ноябрь 2012',
    '30 November 2012',
    '30 Nov 2012',
  ])('«%s» is 30 November 2012', (text) => {
    expect(dateOfText(text)).toBe('2012-11-30')
  })

  it.each([
    ['1.2.2026', '2026-02-01'],
    ['01.02.26', '2026-02-01'],
    ['05/03/2026', '2026-03-05'],
    ['29.02.2024', '2024-02-29'],
    ['1 мая 2026 г.', '2026-05-01'],
    ['31.12.79', '2079-12-31'],
    ['01.01.80', '1980-01-01'],
  ])('«%s» is %s', (text, date) => {
    expect(dateOfText(text)).toBe(date)
  })

  it.each([
    '',
    'вчера',
    '31.11.2012',
    '29.02.2023',
    '11/30/2012',
    '30.11',
    '30.11.212',
    '30.11/2012',
    '30 брюмера 2012',
    '2012-11',
    'ноябрь 2012',
    '00.01.2012',
    '30.11.2212',
    '30.11.2012-01.12.2012',
    '12,5',
    '46082',
  ])('«%s» is refused', (text) => {
    expect(dateOfText(text)).toBeUndefined()
  })

  it('reads back ten thousand days, however they are written', () => {
    for (let day = 0; day < 10_000; day++) {
      const date = addDays('2004-02-27', day * 4)
      const [year, month, dayOfMonth] = date.split('-')
      expect(dateOfText(formatDate(date))).toBe(date)
      expect(dateOfText(`${dayOfMonth}/${month}/${year}`)).toBe(date)
      expect(dateOfText(date)).toBe(date)
      expect(dateOfText(formatDateLong(date, 'ru'))).toBe(date)
      expect(dateOfText(formatDateLong(date, 'ky'))).toBe(date)
      expect(dateOfText(formatDateLong(date, 'en'))).toBe(date)
    }
  })
})

describe('serial numbers of Excel', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [46_082, '2026-03-01'],
    [46_082.999, '2026-03-01'],
  ])('%d is %s', (serial, date) => {
    expect(dateOfSerial(serial)).toBe(date)
  })

  it.each([0, 0.5, 60, -1, Number.NaN, 200_000, 1e300])('%d is no day', (serial) => {
    expect(dateOfSerial(serial)).toBeUndefined()
  })

  it('counts from 1904 where the workbook says so', () => {
    expect(dateOfSerial(0, true)).toBe('1904-01-01')
    expect(dateOfSerial(46_082 - 1462, true)).toBe('2026-03-01')
  })

  it('gives ten thousand days back in both systems', () => {
    for (let serial = 30_000; serial < 50_000; serial += 2) {
      const date = addDays('1899-12-30', serial)
      expect(dateOfSerial(serial)).toBe(date)
      expect(dateOfSerial(dayNumber(date) - dayNumber('1904-01-01'), true)).toBe(date)
    }
  })
})
