import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Book, type BookRow, type ColumnSpec, SHEETS, type SheetKey } from '../domain/book/sheets.ts'
import { bookWorkbook, templateWorkbook } from '../domain/book/template.ts'
import { readBook } from './import/read.ts'
import { drawWorkbook } from './xlsx.ts'

const created = '2026-10-01T06:00:00.000Z'
const KEYS = Object.keys(SHEETS) as SheetKey[]

/** Texts as people type them: the reader trims them and passes over rows that begin with «Итого». */
const typed = fc
  .string({ unit: fc.constantFrom(...'абвгҮөң АБ019-/.,«»&<>=+@"\''), minLength: 1, maxLength: 12 })
  .map((text) => `т${text}ю`.replace(/\s+/g, ' '))
const code = fc.oneof(
  typed,
  fc.constantFrom('007', '1E5', '00', '12345678901234567890', '=1+1', '+996 555 000000'),
)
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })

function valueFor({ type, words }: ColumnSpec): fc.Arbitrary<unknown> {
  switch (type) {
    case 'code':
      return code
    case 'text':
      return typed
    case 'date':
      return day.map((date) => date.toISOString().slice(0, 10))
    case 'money':
      return amount
    case 'quantity':
      return fc.integer({ min: 1, max: 1_000_000_000 })
    case 'rate':
      return fc.integer({ min: 0, max: 10_000 })
    case 'count':
      return fc.integer({ min: 1, max: 5_000 })
    case 'discount':
      return fc.oneof(
        fc.record({ amount: fc.nat(1_000_000) }),
        fc.record({ rate: fc.integer({ min: 0, max: 10_000 }) }),
      )
    case 'account':
      return fc.oneof(
        fc.constantFrom({ account: 'cash' }, { account: 'bank' }, { account: 'loss' }),
        fc.record({ account: fc.constantFrom('partner', 'customer', 'charges'), who: typed }),
      )
    case 'word':
      return fc.constantFrom(...Object.values(words ?? {}))
  }
}

function rowsOf(columns: readonly ColumnSpec[]): fc.Arbitrary<BookRow[]> {
  const required = columns.filter((column) => column.required).map(({ field }) => field)
  const fields = Object.fromEntries(columns.map((column) => [column.field, valueFor(column)]))
  const values = fc.record(fields, { requiredKeys: required })
  return fc
    .array(values, { maxLength: 4 })
    .map((rows) => rows.map((each, index) => ({ row: index + 2, values: each }) as unknown as BookRow))
}

const books = fc.record(
  Object.fromEntries(KEYS.map((key) => [key, rowsOf(SHEETS[key].columns)])),
) as unknown as fc.Arbitrary<Book>

const read = async (bytes: Uint8Array) => await readBook([{ name: 'Книга.xlsx', bytes }])

test('a book that is written reads back as the same book', async () => {
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      fc.pre(KEYS.some((key) => book[key].length > 0))
      const reading = await read(await drawWorkbook(bookWorkbook(book), { created }))
      expect(reading.issues.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(reading.book).toEqual(book)
    }),
    { numRuns: 30 },
  )
})

test('the template has every sheet and column, and nothing in them', async () => {
  const { book, sheets, skipped, issues } = await read(await drawWorkbook(templateWorkbook(), { created }))
  expect(sheets.map(({ key }) => key).toSorted()).toEqual(KEYS.toSorted())
  for (const { key, columns } of sheets)
    expect([key, columns.length]).toEqual([key, SHEETS[key].columns.length])
  expect(skipped).toEqual(['Как заполнять'])
  expect(Object.values(book).flat()).toEqual([])
  expect(issues.map(({ code }) => code)).not.toContain('column_skipped')
})
