import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBook } from '../../app/import/read.ts'
import { readBookApart } from '../../app/import/read-apart.ts'
import { forkedJobs } from '../../app/jobs.ts'
import { columnLetters } from '../../domain/book/raw-cell.ts'
import type { SheetKey } from '../../domain/book/sheets.ts'

const bytesOf = (path: string): Uint8Array => readFileSync(`${import.meta.dirname}/../data/${path}`)

async function read(path: string) {
  return readBook([{ name: path, bytes: bytesOf(path) }])
}

/** Counted in the files by another program. */
const ROWS: Readonly<Record<string, Partial<Record<SheetKey, number>>>> = {
  'golden-1/book.xlsx': { settings: 2, producers: 12, products: 22, receipts: 96, sales: 232, payouts: 12 },
  'golden-2/book.xlsx': { settings: 2, producers: 12, products: 27, receipts: 96, sales: 209, payouts: 12 },
  'golden-3/book.xlsx': {
    terms: 10,
    producers: 12,
    products: 25,
    receipts: 96,
    sales: 209,
    producerReturns: 5,
  },
  'golden-4/book.xlsx': {
    openingBalances: 5,
    openingStock: 2,
    receipts: 8,
    sales: 16,
    money: 3,
    stockCounts: 4,
  },
  'association-2026.xlsx': {
    producers: 75,
    products: 208,
    receipts: 1258,
    sales: 4294,
    transfers: 1036,
    payouts: 363,
  },
  'retail-40k.xlsx': { producers: 75, products: 3127, receipts: 3127, sales: 39_147 },
}

describe('the books of the project', () => {
  it.each(Object.entries(ROWS))('%s is read without an error, row by row', async (path, rows) => {
    const { book, issues } = await read(path)
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const [key, count] of Object.entries(rows))
      expect([key, book[key as SheetKey].length]).toEqual([key, count])
  })

  it('typed by people says what it means', async () => {
    const { book, issues, skipped } = await read('golden-3/book.xlsx')
    expect(issues.map(({ code }) => code)).toEqual(['sheet_skipped'])
    expect(skipped).toEqual(['Заметки'])
    expect(book.terms[0]).toEqual({
      row: 4,
      values: { from: '2026-01-01', method: 'percent_of_sale', rate: 1750 },
    })
    expect(book.products[2]).toMatchObject({
      row: 6,
      values: { article: '002-1', price: 280_000, net: 196_000 },
    })
    expect(book.sales[0]).toEqual({
      row: 2,
      values: {
        date: '2026-03-01',
        number: 'Р9',
        location: 'BISH',
        article: '006-1',
        quantity: 4000,
        price: 252_300,
        discount: { rate: 1000 },
        payment: 'cash',
      },
    })
    expect(book.charges[1]).toMatchObject({ values: { amount: 7435 } })
    expect(book.repricings[0]).toMatchObject({ row: 4, values: { price: 225_837 } })
  })

  it('with corners is read to the corners', async () => {
    const { book } = await read('golden-4/book.xlsx')
    expect(book.sales[1]?.values.discount).toEqual({ rate: 725 })
    expect(book.sales[2]?.values.discount).toEqual({ amount: 1 })
    expect(book.openingBalances[1]?.values).toEqual({ date: '2026-05-01', producer: '04', amount: -4000 })
    expect(book.openingBalances[4]?.values).toMatchObject({ account: 'customer', who: 'Отель «Ак-Кеме»' })
    expect(book.money.map(({ values: { from, to } }) => [from, to])).toEqual([
      [{ account: 'customer', who: 'Отель «Ак-Кеме»' }, { account: 'bank' }],
      [{ account: 'cash' }, { account: 'partner', who: 'КМЦ' }],
      [{ account: 'cash' }, { account: 'bank' }],
    ])
  })

  it('warns where digits are lost, and names the cell', async () => {
    const { issues } = await read('retail-40k.xlsx')
    expect(issues.map(({ code, sheet, row, column, cell }) => [code, sheet, row, column, cell])).toEqual([
      ['digits_lost', 'Товары', 3127, 'E', '0,001'],
      ['digits_lost', 'Продажи', 11_294, 'F', '0,001'],
    ])
  })

  it('tells where its columns stand', async () => {
    const { sheets } = await read('golden-4/book.xlsx')
    const sales = sheets.find(({ key }) => key === 'sales')
    expect(sales?.columns.map(({ column, field }) => columnLetters(column) + field)).toEqual([
      'Adate',
      'Bnumber',
      'Clocation',
      'Darticle',
      'Equantity',
      'Fdiscount',
      'Gprice',
      'HpaperDate',
      'Ipayment',
      'Jcustomer',
    ])
  })

  it('of forty thousand lines is read in a process of its own within 5 seconds, the same as here', async () => {
    const file = { name: 'retail-40k.xlsx', bytes: bytesOf('retail-40k.xlsx') }
    const start = performance.now()
    const apart = await readBookApart(forkedJobs(), [file])
    expect(performance.now() - start).toBeLessThan(5000)
    expect(apart).toEqual(await readBook([file]))
  })
})
