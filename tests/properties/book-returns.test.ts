import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../app/ledger.ts'
import type { Book, RowValues } from '../../domain/book/sheets.ts'
import { takeIn, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { START_BOOK } from './walk.ts'

type Return = RowValues<'customerReturns'>

/** Two sales of one number, each of one carpet and one set; the goods come back later. */
function bookWith(returns: readonly Return[]): Book {
  const sold = { number: '7', location: 'А' }
  const sales: RowValues<'sales'>[] = ['2026-01-10', '2026-01-12'].flatMap((date) => [
    { ...sold, date, article: 'Т1', quantity: 1000 },
    { ...sold, date, article: 'Н1', quantity: 1000 },
  ])
  const numbered = <T>(list: readonly T[]) => list.map((values, index) => ({ row: index + 2, values }))
  return { ...START_BOOK, sales: numbered(sales), customerReturns: numbered(returns) }
}

/** Day of the sale and article of every part that came back, in the order it was entered. */
const sourcesIn = (ledger: Ledger): object[] =>
  ledger.connection.all(
    `SELECT s.date, p.article, l.quantity_milli AS q, l.set_id IS NOT NULL AS ofSet FROM document_line l
     JOIN document s ON s.id = l.source_document_id JOIN product p ON p.id = l.product_id ORDER BY l.document_id, l.line, l.part`,
    [],
  )

const sourcesOf = (returns: readonly Return[]): Promise<object[]> =>
  withLedger('2026-01-20', async (ledger) => {
    await takeInWhole(ledger, bookWith(returns))
    return sourcesIn(ledger)
  })

const carpet = (date: string, more: Partial<Return> = {}): Return => {
  return { date, number: 'В1', sale: '7', article: 'Т1', quantity: 1000, ...more }
}
const set = (date: string): Return => ({ ...carpet(date), article: 'Н1' })

const CARPET = { article: 'Т1', q: 1000, ofSet: 0 }
const ofSet = (date: string) => [
  { date, article: 'Т1', q: 2000, ofSet: 1 },
  { date, article: 'Т2', q: 333, ofSet: 1 },
]

describe('a return whose number several sales have', () => {
  it('takes the earliest with something left, from paper to paper and within one', async () => {
    const [first, second] = ['2026-01-10', '2026-01-12']
    expect(await sourcesOf([set('2026-01-13'), { ...set('2026-01-14'), number: 'В2' }])).toEqual([
      ...ofSet(first),
      ...ofSet(second),
    ])
    expect(await sourcesOf([set('2026-01-13'), set('2026-01-13')])).toEqual([
      ...ofSet(first),
      ...ofSet(second),
    ])
  })

  it('takes no sale that has components of the set left, but no whole one', async () => {
    const component: Return = { ...carpet('2026-01-13'), article: 'Т2', quantity: 1 }
    expect(await sourcesOf([component, set('2026-01-14')])).toEqual([
      { date: '2026-01-10', article: 'Т2', q: 1, ofSet: 1 },
      ...ofSet('2026-01-12'),
    ])
  })

  it('takes the one of the day that it names, and of its own day an earlier one first', async () => {
    const named = carpet('2026-01-13', { saleDate: '2026-01-12' })
    expect(await sourcesOf([named])).toEqual([{ date: '2026-01-12', ...CARPET }])
    expect(await sourcesOf([carpet('2026-01-12')])).toEqual([{ date: '2026-01-10', ...CARPET }])
    const own = carpet('2026-01-12', { saleDate: '2026-01-12' })
    expect(await sourcesOf([own])).toEqual([{ date: '2026-01-12', ...CARPET }])
    expect(await sourcesOf([carpet('2026-01-10')])).toEqual([{ date: '2026-01-10', ...CARPET }])
  })

  it('is refused where it is larger than what that sale has left, though others have more', async () => {
    await withLedger('2026-01-20', async (ledger) => {
      const { written, issues } = await takeIn(ledger, bookWith([carpet('2026-01-13', { quantity: 5000 })]))
      expect(written).toBe(false)
      expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
        { code: 'return_exceeds_sale', sheet: 'Возвраты покупателей', row: 2 },
      ])
    })
  })
})
