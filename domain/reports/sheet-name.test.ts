import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetNames } from './sheet-name.ts'

test('names are cleaned, cut and told apart', () => {
  const long = 'Группа мастериц по войлоку и шерсти'
  expect(sheetNames(['007', "О'Кей", 'а[1]:*?/\\', '', 'History', 'Сводная', 'СВОДНАЯ', long, long])).toEqual(
    [
      '007',
      'О’Кей',
      'а-1------',
      'Лист',
      'History_',
      'Сводная',
      'СВОДНАЯ (2)',
      'Группа мастериц по войлоку и ше',
      'Группа мастериц по войлоку (2)',
    ],
  )
})

test('any names are names of sheets', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 }), (names) => {
      const sheets = sheetNames(names)
      expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(names.length)
      for (const name of sheets) {
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).toMatch(/^[^[\]:*?/\\'\p{Cc}]+$/u)
        expect(name.isWellFormed()).toBe(true)
      }
    }),
  )
})
