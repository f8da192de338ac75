import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civilDate,
  dayNumber,
  firstDay,
  fromDayNumber,
  isCivilDate,
  isMonth,
  lastDay,
  monthOf,
  yearOf,
} from './dates.ts'

const FIRST = dayNumber('1900-01-01')
const LAST = dayNumber('2199-12-31')
const anyDayNumber = fc.integer({ min: FIRST, max: LAST })
const anyMonth = fc.integer({ min: 0, max: 300 * 12 - 1 }).map((index) => addMonths('1900-01', index))

/** The calendar of the platform, in UTC so that no zone is involved. */
const textOf = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10)

describe('days', () => {
  it('number and text of a day are one, and agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDayNumber, (days) => {
        const date = fromDayNumber(days)
        expect(date).toBe(textOf(days))
        expect(dayNumber(date)).toBe(days)
        expect(isCivilDate(date)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('every day from 1999 to 2001 and around 2100 follows the one before', () => {
    for (const [from, to] of [
      ['1999-01-01', '2001-12-31'],
      ['2099-12-01', '2100-04-01'],
    ] as const) {
      for (let days = dayNumber(from); days < dayNumber(to); days += 1) {
        expect(addDays(fromDayNumber(days), 1)).toBe(textOf(days + 1))
      }
    }
  })

  it('adding days and taking them away is nothing, and keeps the order of the texts', () => {
    fc.assert(
      fc.property(anyDayNumber, fc.integer({ min: -4000, max: 4000 }), (days, count) => {
        fc.pre(days + count >= FIRST && days + count <= LAST)
        const date = fromDayNumber(days)
        const moved = addDays(date, count)
        expect(addDays(moved, -count)).toBe(date)
        expect(Math.sign(count)).toBe(moved === date ? 0 : moved > date ? 1 : -1)
      }),
    )
  })

  it('tells real days from other text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1850, max: 2250 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const text = civilDate(year, month, day)
          const moment = new Date(Date.UTC(year, month - 1, day))
          const isReal = moment.toISOString().slice(0, 10) === text && year >= 1900 && year <= 2199
          expect(isCivilDate(text)).toBe(isReal)
        },
      ),
      { numRuns: 1000 },
    )
    for (const text of [
      '',
      '2026-1-1',
      '2026-02-29',
      '2100-02-29',
      ' 2026-01-01',
      '2026-01-01\n',
      '٢٠٢٦-٠١-٠١',
    ]) {
      expect(isCivilDate(text)).toBe(false)
    }
    expect(isCivilDate('2000-02-29')).toBe(true)
  })
})

describe('months', () => {
  it('ends the day before the next one begins', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        expect(isMonth(month)).toBe(true)
        expect(monthOf(firstDay(month))).toBe(month)
        expect(monthOf(lastDay(month))).toBe(month)
        expect(addDays(lastDay(month), 1)).toBe(firstDay(addMonths(month, 1)))
      }),
    )
  })

  it('adding months and taking them away is nothing', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -1000, max: 1000 }), (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toBe(month)
      }),
    )
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    expect(yearOf('2026-12-31')).toBe(2026)
  })

  it('tells months from other text', () => {
    expect(isMonth('2026-13')).toBe(false)
    expect(isMonth('2026-00')).toBe(false)
    expect(isMonth('2026-01-01')).toBe(false)
    expect(isMonth('1899-12')).toBe(false)
  })
})
