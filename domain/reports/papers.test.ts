import { expect, test } from 'vitest'
import { monthReport } from '../../tests/fixtures/month-report.ts'
import { salesReport, statementReport, stockReport } from '../../tests/fixtures/other-reports.ts'
import { showWorkbook } from '../../tests/fixtures/show-sheet.ts'
import { countWorkbook } from './count.ts'
import { salesWorkbook } from './sales.ts'
import { statementWorkbook } from './statement.ts'
import { stockWorkbook } from './stock.ts'

const month = monthReport({ producers: 3, lines: 4, seed: 5 })
const stock = stockReport(month)

test('the small papers read as they are kept in review', async () => {
  const papers = [
    stockWorkbook(stock),
    stockWorkbook(stockReport(month, 'producer')),
    countWorkbook(stock),
    statementWorkbook(statementReport(month)),
    salesWorkbook(salesReport(month, 'product')),
    salesWorkbook(salesReport(month, 'day')),
  ]
  await expect(papers.map((paper) => showWorkbook(paper)).join('\n\n')).toMatchFileSnapshot(
    'goldens/papers.txt',
  )
})

test('a count sheet does not tell how much there should be', () => {
  const told = stock.rows.map((row) => ({ ...row, quantity: 987_654_321, value: 123_456_789 }))
  const shown = showWorkbook(countWorkbook({ ...stock, rows: told }))
  expect(shown.replaceAll(' ', '')).not.toMatch(/987654|1234567,89/)
})

test('a count sheet has one row an article, however many lots there are', () => {
  const [first] = stock.rows
  const rows = first ? [first, { ...first, lot: 'другая' }] : []
  const [sheet] = countWorkbook({ ...stock, rows }).sheets
  expect(sheet?.rows.filter(({ cells }) => cells[1]?.value === first?.article)).toHaveLength(1)
})

test.each([
  [0, 'взаимной задолженности нет'],
  [123_450, 'Должник: Ассоциация «Одно село — один продукт»; в пользу: Группа'],
  [-123_450, 'тыйынов). Должник: Группа «Мээрим»; в пользу: Ассоциация «Одно село — один продукт».'],
])('a balance of %i is told in words', (closing, words) => {
  expect(showWorkbook(statementWorkbook({ ...statementReport(month), closing }))).toContain(words)
})
