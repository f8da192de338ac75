import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsUnit, isDivisible } from './quantity.ts'

describe('units', () => {
  it.each(['кг', 'г', 'т', 'л', 'мл', 'м', 'см', 'м²', 'м³', 'КГ', ' кг. ', 'м2'])(
    '%s takes fractions',
    (unit) => {
      expect(isDivisible(unit)).toBe(true)
    },
  )

  it.each(['шт', 'банка', 'пара', 'набор', 'кгм', 'мм', '', 'комплект'])(
    '%s is counted in pieces',
    (unit) => {
      expect(isDivisible(unit)).toBe(false)
    },
  )

  it('pieces are whole, whatever their number and sign', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 999 }), (pieces, rest) => {
        expect(fitsUnit(pieces * 1000, 'шт')).toBe(true)
        expect(fitsUnit(pieces * 1000 + rest, 'шт')).toBe(false)
        expect(fitsUnit(pieces * 1000 + rest, 'кг')).toBe(true)
      }),
    )
  })
})
