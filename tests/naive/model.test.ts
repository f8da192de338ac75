import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBook } from '../../app/import/read.ts'
import type { Book, SheetKey } from '../../domain/book/sheets.ts'
import { bookArbitrary } from './books.ts'
import type { NaiveOutcome, NaiveResult } from './model.ts'
import { runModel } from './model.ts'
import type { NaiveMonth } from './months.ts'
import { SPOILERS, spoiltBookArbitrary } from './mutations.ts'

const DATA = new URL('../data/', import.meta.url)

async function bookOf(name: string): Promise<Book> {
  const bytes = await readFile(new URL(name, DATA))
  const { book, issues } = await readBook([{ name, bytes }])
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  if (!book) throw new Error(`${name} could not be read`)
  return book
}

function accepted(outcome: NaiveOutcome): NaiveResult {
  if (outcome.refusal) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome
}

interface Expected {
  months: NaiveMonth[]
  stock: Record<string, number>
}

describe('the naive model', () => {
  it.each([
    ['golden-1/book.xlsx', 'golden-1/expected.json'],
    ['golden-2/book.xlsx', 'golden-2/expected.json'],
    ['golden-3/book.xlsx', 'golden-3/expected.json'],
    ['golden-4/book.xlsx', 'golden-4/expected.json'],
    ['association-2026.xlsx', 'association-2026.expected.json'],
  ])('gives for %s what was worked out elsewhere', async (book, file) => {
    const expected: Expected = JSON.parse(await readFile(new URL(file, DATA), 'utf8'))
    const { months, stock } = accepted(runModel(await bookOf(book)))
    expect(months).toEqual(expected.months)
    expect(stock).toEqual(expected.stock)
  })

  it('accepts every book of the builder, and its own sums agree', () => {
    fc.assert(
      fc.property(bookArbitrary(), ({ book, today }) => {
        const { months, balances, stock } = accepted(runModel(book, { today }))
        const last = months.at(-1)
        const closings = last?.producers.map(({ code, closing }) => [`producer:${code}`, closing]) ?? []
        const owed = Object.entries(balances).filter(([account]) => account.startsWith('producer:'))
        if (last)
          expect(Object.fromEntries(closings.filter(([, closing]) => closing !== 0))).toEqual(
            Object.fromEntries(owed),
          )
        const debits = Object.entries(balances).filter(([account]) =>
          /^(?:cash|bank|loss|customer:)/.test(account),
        )
        const credits = Object.entries(balances).filter(
          ([account]) => !/^(?:cash|bank|loss|customer:)/.test(account),
        )
        const sum = (entries: [string, number][]): number =>
          entries.reduce((left, [, value]) => left + value, 0)
        expect(sum(debits)).toBe(sum(credits))
        expect(Object.values(stock).every((quantity) => quantity > 0)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('refuses a book with one thing wrong for that reason and at that row', () => {
    fc.assert(
      fc.property(spoiltBookArbitrary(), ({ bad }) => {
        const { refusal } = runModel(bad.book, { today: bad.today })
        expect({ what: bad.what, code: refusal?.code }).toEqual({ what: bad.what, code: bad.code })
        if (bad.row !== undefined) expect(refusal).toEqual({ sheet: bad.sheet, row: bad.row, code: bad.code })
      }),
      { numRuns: 300 },
    )
  })
})

describe('the builder of books', () => {
  it('fills every sheet and every way of reckoning', () => {
    const books = fc.sample(bookArbitrary(), { numRuns: 60, seed: 7 }).map((generated) => generated.book)
    for (const sheet of Object.keys(books[0] ?? {}) as SheetKey[]) {
      expect({ sheet, isFilled: books.some((book) => book[sheet].length > 0) }).toEqual({
        sheet,
        isFilled: true,
      })
    }
    const methods = new Set(books.flatMap((book) => book.terms.map((row) => row.values.method)))
    expect(methods.size).toBe(4)
    const parts = books.flatMap((book) => accepted(runModel(book)).parts)
    expect(parts.some((part) => part.commission < 0)).toBe(true)
    expect(parts.some((part) => part.partner > part.commission && part.commission > 0)).toBe(true)
    expect(parts.some((part) => part.amount === 0)).toBe(true)
  })

  it('can spoil a book in every one of its ways', () => {
    const books = fc.sample(bookArbitrary(), { numRuns: 30, seed: 7 })
    for (const spoiler of SPOILERS) {
      const isAble = books.some((good) => spoiler.spoil(good, 0) !== undefined)
      expect({ what: spoiler.what, isAble }).toEqual({ what: spoiler.what, isAble: true })
    }
  })
})
