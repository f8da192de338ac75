import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../tests/fixtures/formula.ts'
import { figuresOf, monthReport } from '../../tests/fixtures/month-report.ts'
import { showWorkbook } from '../../tests/fixtures/show-sheet.ts'
import type { MonthReport, ProducerMonth } from './month.ts'
import { producerWorkbook, settlementWorkbook } from './settlement.ts'
import { type Cell, cellAddress, type Sheet } from './sheet.ts'

const small = monthReport({ producers: 3, lines: 4, seed: 5 })
const [firstProducer] = small.producers
if (firstProducer === undefined) throw new RangeError('the fixture has no producer')

function only(change: Partial<ProducerMonth>): MonthReport {
  return { ...small, producers: [{ ...(firstProducer as ProducerMonth), ...change }] }
}

/** Every text of one producer's sheet. */
function textsOf(report: MonthReport): string[] {
  const sheet = producerWorkbook(report, report.producers[0]?.producer.code ?? '').sheets[0]
  return (sheet?.rows ?? []).flatMap(({ cells }) =>
    cells.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
  )
}

test('a small month reads as it is kept in review', async () => {
  await expect(showWorkbook(settlementWorkbook(small))).toMatchFileSnapshot('goldens/settlement.txt')
})

test('a preview says so and has no seal', () => {
  const preview = showWorkbook(settlementWorkbook(monthReport({ producers: 2, lines: 2, posted: false })))
  expect(preview).toContain('ПРЕДВАРИТЕЛЬНО, не проведено')
  expect(preview).not.toContain('Контрольный код')
})

test('sheets are named and ordered as the format says', () => {
  const names = settlementWorkbook(small).sheets.map(({ name }) => name)
  expect(names).toEqual(['Сводная', 'Выплаты', 'Партнёры', 'Сверка', '001', '002', '003'])
})

test('a month without anything has sheets without empty tables', () => {
  const empty = { ...small, producers: [], partners: [], partnerAccounts: [], stock: [] }
  const shown = showWorkbook(settlementWorkbook(empty))
  expect(shown).toContain('К выплате в этом месяце никому не причитается.')
  expect(shown).toContain('В этом месяце партнёрам ничего не причитается.')
})

test('a producer without sales gets no empty tables', () => {
  const none = {
    lines: [],
    chargeLines: [],
    deductionLines: [],
    compensationLines: [],
    openingLines: [],
    payoutLines: [],
  }
  const texts = textsOf(only({ ...figuresOf(0, [], none), ...none, goods: [] }))
  expect(texts).toContain('Продаж в этом месяце не было.')
  expect(texts).toContain('К выплате ничего, долгов нет.')
  expect(texts.filter((text) => ['ИТОГО', 'Удержания', 'Выплачено', 'Артикул'].includes(text))).toEqual([])
})

test('a debt is called a debt, and a small balance is carried over', () => {
  expect(
    textsOf(only({ closing: -123_450, payable: 0 }))
      .join('\n')
      .replaceAll('\u00a0', ' '),
  ).toContain(
    'Долг производителя перед ассоциацией: 1 234,50 сом (Одна тысяча двести тридцать четыре сома 50 тыйынов)',
  )
  expect(textsOf(only({ closing: 5_000, payable: 0 })).join('\n')).toContain('переносится на следующий месяц')
})

test('a producer that is not in the month is refused', () => {
  expect(() => producerWorkbook(small, 'нет такого')).toThrow('no producer')
})

/** Cells of a sheet by address; money as tyiyn. */
function cellsOf(sheet: Sheet): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [index, row] of sheet.rows.entries()) {
    let column = 1
    for (const cell of row.cells) {
      cells.set(cellAddress(index + 1, column), cell)
      column += cell.span ?? 1
    }
  }
  return cells
}

test('every formula gives the figure that is stored beside it', () => {
  const months = fc.record({
    producers: fc.integer({ min: 0, max: 12 }),
    lines: fc.integer({ min: 0, max: 25 }),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(months, (options) => {
      for (const sheet of settlementWorkbook(monthReport(options)).sheets) {
        const cells = cellsOf(sheet)
        for (const [address, cell] of cells) {
          if (!('formula' in cell) || cell.formula === undefined) continue
          // In whole tyiyn the rounding of formulas has nothing to do, and sums are exact.
          const value = evaluate(cell.formula, (at) => cells.get(at)?.value ?? '')
          expect({ sheet: sheet.name, address, value }).toEqual({
            sheet: sheet.name,
            address,
            value: cell.value,
          })
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('every total of the summary is the sum of its column, and every column of figures has one', () => {
  const report = monthReport({ producers: 30, lines: 10 })
  const [summary] = settlementWorkbook(report).sheets
  const totals = summary?.rows.find(({ cells }) => cells[0]?.value === 'ИТОГО')?.cells.slice(1, -1)
  const { totals: figures } = report
  expect(totals?.map(({ value }) => value)).toEqual([
    figures.opening,
    figures.sales,
    figures.returns,
    figures.commission,
    figures.due,
    figures.compensation,
    figures.charges + figures.deductions,
    figures.payouts,
    figures.closing,
    figures.payable,
  ])
})
