import { describe, expect, it } from 'vitest'
import { isTotalRow, mapHeadings, sheetOfName } from './headings.ts'
import type { RawCell } from './raw-cell.ts'
import { type ColumnSpec, SHEETS, type SheetKey } from './sheets.ts'

const row = (...texts: readonly string[]): RawCell[] => texts.map((text) => ({ kind: 'text', text }))
const keys = Object.keys(SHEETS) as SheetKey[]

function fieldOf(sheet: SheetKey, heading: string): string | undefined {
  return mapHeadings(sheet, row(heading)).columns[0]?.field
}

describe('headings', () => {
  it.each([
    ['Кол-во', 'quantity'],
    ['К-во', 'quantity'],
    ['КОЛИЧЕСТВО', 'quantity'],
    ['Количество, шт.', 'quantity'],
    ['арт.', 'article'],
    ['Артикул (код)', 'article'],
    ['цена', 'price'],
    ['Цена, сом', 'price'],
    ['Цена (сом)', 'price'],
    ['Цена,\u00a0сом.', 'price'],
    ['Цена\nсом', 'price'],
    ['Сумма, KGS', 'amount'],
    ['№', 'number'],
    [' Дата ', 'date'],
    ['Дата*', 'date'],
    ['Дата бумаги', 'paperDate'],
    ['Скидка', 'discount'],
  ])('«%s» of sales is %s', (heading, field) => {
    expect(fieldOf('sales', heading)).toBe(field)
  })

  it.each([
    ['Скидка %', 'a discount in percent is not one in som'],
    ['№ п/п', 'the number of a row is not that of a document'],
    ['Количество, кг', 'kilograms are not units of the product'],
    ['Цена за кг', ''],
    ['', ''],
  ])('«%s» of sales is not known: %s', (heading) => {
    expect(fieldOf('sales', heading)).toBeUndefined()
  })

  it.each([
    ['producers', 'Айылный  аймак', 'aymak'],
    ['products', 'Срок годности дней', 'shelfLifeDays'],
    ['products', 'Ед.изм.', 'unit'],
    ['products', 'Штрих-код', 'barcode'],
    ['products', 'Наименование (кырг)', 'nameKy'],
    ['products', 'Производитель (код)', 'producer'],
    ['locations', 'Доля партнера, %', 'share'],
    ['writeOffs', 'за чей счет', 'bearer'],
  ] as const)('of %s, «%s» is %s', (sheet, heading, field) => {
    expect(fieldOf(sheet, heading)).toBe(field)
  })

  it.each(keys)('every heading and variant of %s leads to one column', (key) => {
    const columns: readonly ColumnSpec[] = SHEETS[key].columns
    for (const column of columns) {
      for (const heading of [column.heading, ...(column.variants ?? [])]) {
        expect([heading, fieldOf(key, heading)]).toEqual([heading, column.field])
      }
    }
  })

  it('tells columns, repeated, unknown and missing ones apart', () => {
    const { columns, repeated, unknown, missing } = mapHeadings(
      'repricings',
      row('№ п/п', 'Дата', '', 'Арт', 'дата'),
    )
    expect(columns).toEqual([
      { column: 1, heading: 'Дата', field: 'date' },
      { column: 3, heading: 'Арт', field: 'article' },
    ])
    expect(repeated).toEqual([{ column: 4, heading: 'дата' }])
    expect(unknown).toEqual([{ column: 0, heading: '№ п/п' }])
    expect(missing).toEqual(['Цена'])
  })
})

describe('sheets', () => {
  it.each(keys)('%s is found by its name', (key) => {
    expect(sheetOfName(SHEETS[key].name)).toBe(key)
    expect(sheetOfName(` ${SHEETS[key].name.toUpperCase().replaceAll('Ё', 'Е')} `)).toBe(key)
  })

  it('is as loose with names as with headings', () => {
    expect(sheetOfName('удержания правила')).toBe('rules')
    expect(sheetOfName('Возвраты_покупателей')).toBe('customerReturns')
    expect(sheetOfName('Продажи 2026')).toBeUndefined()
    expect(sheetOfName('')).toBeUndefined()
  })
})

describe('lines of totals', () => {
  it.each(['Итого', 'ИТОГО:', 'итого за март', 'Всего', 'Жалпы', 'Жалпы: 5', ' Итого'])(
    '«%s» is one',
    (text) => {
      expect(isTotalRow([undefined, ...row('', text, '5')])).toBe(true)
    },
  )

  it.each(['Итоговый мёд', 'Жалпыев', 'в итого', '007'])('«%s» is none', (text) => {
    expect(isTotalRow(row(text, 'Итого'))).toBe(false)
  })
})
