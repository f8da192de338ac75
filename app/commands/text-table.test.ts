import { expect, test } from 'vitest'
import { moneyColumn, textTable } from './text-table.ts'

test('columns are as wide as they need to be, numbers on the right, sums under a line', () => {
  const rows = [
    { name: 'Мёд горный, разнотравье', amount: 123_450 },
    { name: 'Соль', amount: -500 },
  ]
  const table = textTable(
    [
      { heading: 'Товар', of: ({ name }) => name, widest: 12, foot: 'ИТОГО' },
      moneyColumn('Сумма', rows, ({ amount }) => amount),
    ],
    rows,
  )
  expect(table.replaceAll('\u00a0', ' ').split('\n')).toEqual([
    'Товар            Сумма',
    '──────────────────────',
    'Мёд горный,…  1 234,50',
    'Соль             −5,00',
    '──────────────────────',
    'ИТОГО         1 229,50',
  ])
})

test('without rows the headings stand', () => {
  expect(textTable([{ heading: 'Товар', of: String }], [])).toBe('Товар\n─────')
})
