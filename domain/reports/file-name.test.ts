import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, fileNames } from './file-name.ts'

test.each([
  ['Расчёт-2026-09', 'Расчёт-2026-09.xlsx'],
  ['A/1: «мёд»?', 'A-1- «мёд»-.xlsx'],
  ['CON', '_CON.xlsx'],
  ['com1.план', '_com1.план.xlsx'],
  ['..', '_.xlsx'],
  ['  ', '_.xlsx'],
  ['имя. ', 'имя.xlsx'],
  ['отчёт\u202excod.exe', 'отчётxcod.exe.xlsx'],
  ['строка\nи таб\t', 'строка и таб.xlsx'],
  ['\ud800половина', '\ufffdполовина.xlsx'],
])('%j becomes %s', (name, expected) => {
  expect(fileName(name, 'xlsx')).toBe(expected)
})

test('names that clean to the same name are numbered, whatever their case', () => {
  expect(fileNames(['A/1', 'a:1', 'Б'], 'xlsx')).toEqual(['A-1.xlsx', 'a-1 (2).xlsx', 'Б.xlsx'])
})

test('any name can be written on any system', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 5 }), (names) => {
      const files = fileNames(names, 'xlsx')
      expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length)
      for (const file of files) {
        expect(file.length).toBeLessThanOrEqual(120)
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255)
        expect(file).toMatch(
          /^[^\\/:*?"<>|\p{Cc}]+[^\\/:*?"<>|\p{Cc} .]\.xlsx$|^[^. \\/:*?"<>|\p{Cc}]\.xlsx$/u,
        )
      }
    }),
  )
})
