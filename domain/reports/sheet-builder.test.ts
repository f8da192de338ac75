import { expect, test } from 'vitest'
import { cell, money, textCell } from './content.ts'
import type { Page, Sheet } from './sheet.ts'
import { SheetBuilder } from './sheet-builder.ts'

const page: Page = { orientation: 'portrait', footer: { left: '', right: '' } }
const build = (widths: number[], write: (sheet: SheetBuilder) => void): Sheet => {
  const sheet = new SheetBuilder({ name: 'Лист', widths, page })
  write(sheet)
  return sheet.finish()
}
const breaks = ({ rows }: Sheet): number[] =>
  rows.flatMap(({ breakBefore }, index) => (breakBefore ? [index + 1] : []))

test('a column is as wide as its widest number', () => {
  const sheet = build([5, 5], (rows) =>
    rows.add([cell(money(123_456_789_012), 'total'), textCell('а', 'body')]),
  )
  expect(sheet.columns[0]?.width).toBeGreaterThan(17)
  expect(sheet.columns[1]?.width).toBe(5)
})

test('a row is as high as its text, also over merged columns', () => {
  const text = 'Группа мастериц по войлоку и шерсти при айылном аймаке '.repeat(3)
  const sheet = build([20, 20], (rows) => {
    rows.add([textCell('одна строка', 'body')])
    rows.add([textCell(text, 'body', 2)])
    rows.add([textCell(text, 'body')])
    rows.add([textCell(text.repeat(90), 'body')])
  })
  const [one, merged, narrow, endless] = sheet.rows.map(({ height }) => height ?? 0)
  expect(one).toBe(14.25)
  expect(merged).toBeGreaterThan(50)
  expect(narrow).toBeGreaterThan((merged ?? 0) * 1.8)
  expect(endless).toBe(409)
})

test('a block that would stand on two pages moves to the next', () => {
  const sheet = build([90], (rows) => {
    for (let row = 1; row <= 45; row += 1) rows.add([textCell('строка', 'body')])
    rows.line('Подписи', 'section')
    for (let row = 1; row <= 20; row += 1) rows.add([textCell('подпись', 'body')])
    rows.keepTogether(46)
  })
  expect(breaks(sheet)).toEqual([46])
})

test('full pages end where they are full, and rows on top are only repeated where they are needed', () => {
  const long = (count: number): Sheet =>
    build([90], (rows) => {
      rows.add([textCell('Заголовок', 'header')])
      for (let row = 1; row <= count; row += 1) rows.add([textCell('строка', 'body')])
      rows.repeat(1, 1, rows.next - 1)
    })
  expect(breaks(long(120))).toEqual([52, 102])
  expect(long(120).repeat).toEqual({ first: 1, last: 1 })
  expect(long(20).repeat).toBeUndefined()
})
