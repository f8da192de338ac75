import { describe, expect, it } from 'vitest'
import { exportBook } from '../../app/export-book.ts'
import { importBook } from '../../app/import/post-book.ts'
import { readBook } from '../../app/import/read.ts'
import { BOOKKEEPER } from '../../app/ledger.ts'
import { dumpOf, takeIn, withLedger } from '../fixtures/ledger.ts'
import { bookOf, ID, post, refusal, SHOP, withShop } from './shop.ts'

const csv = (name: string, ...rows: readonly string[]) => ({
  name: `${name}.csv`,
  bytes: new TextEncoder().encode(rows.join('\n')),
})

const charges = bookOf({ charges: [{ date: '2026-03-05', producer: '1', kind: 'Упаковка', amount: 5 }] })

describe('a ledger book', () => {
  it('is told shape and references of every row together, what follows from a torn row marked', async () => {
    const reading = await readBook([
      csv('Места', 'Код;Наименование;Тип', 'А;Магазин;магазин'),
      csv('Производители', 'Код;Наименование', '1;Айша'),
      csv('Товары', 'Артикул;Наименование;Производитель;Ед.;Цена', 'мёд;Мёд;1;кг;сто', 'шапка;Шапка;1;шт;50'),
      csv(
        'Приход',
        'Дата;Место;Артикул;Количество',
        '01.03.2026;А;мёд;1',
        '01.03.2026;Ы;шапка;1',
        '99.03.2026;А;шапка;1',
      ),
    ])
    await withLedger('2026-03-31', async (ledger) => {
      const before = dumpOf(ledger)
      const { written, issues } = await importBook(ledger, reading, { actor: BOOKKEEPER, files: [] })
      expect(written).toBe(false)
      expect(issues.map(({ code, sheet, row, follows }) => [code, sheet, row, follows])).toEqual([
        ['not_a_number', 'Товары', 2, undefined],
        ['not_a_date', 'Приход', 4, undefined],
        ['unknown_product', 'Приход', 2, true],
        ['unknown_location', 'Приход', 3, undefined],
      ])
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('says a setting once and a set in every row alike', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const parameter = 'Организация'
      const alike = [
        { parameter, value: 'А' },
        { parameter, value: 'А' },
      ]
      expect((await takeIn(ledger, bookOf({ settings: alike }))).written).toBe(true)
      const settings = [
        { parameter, value: 'А' },
        { parameter, value: 'Б' },
      ]
      const set = { setArticle: 'два', name: 'Два', price: 100, quantity: 1000 }
      const sets = [
        { ...set, article: 'войлок' },
        { ...set, article: 'мёд', price: 200 },
      ]
      const { issues } = await takeIn(ledger, bookOf({ settings, sets }))
      expect(issues.map(({ code, sheet, row, data }) => [code, sheet, row, data])).toEqual([
        ['code_repeated', 'Настройки', 3, { code: parameter, row: 2 }],
        ['value_differs', 'Наборы', 3, { heading: 'Цена', stored: '1,00', way: 'Артикул набора' }],
      ])
    })
  })

  it('that is not wanted any more leaves nothing', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const before = dumpOf(ledger)
      const cancelled = takeIn(ledger, charges, { signal: AbortSignal.abort() })
      expect(await refusal(cancelled)).toEqual({ code: 'cancelled', data: {} })
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('given twice at once is refused, not taken twice', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const files = ['а', 'б'].map((name) => ({ name, sha256: 'the same bytes' }))
      const reading = { book: charges, issues: [], sheets: [], skipped: [] }
      const twice = importBook(ledger, reading, { actor: BOOKKEEPER, files })
      expect(await refusal(twice)).toMatchObject({ code: 'import_repeated', data: { file: 'б' } })
    })
  })
})

describe('the whole ledger as a book', () => {
  it('says where a choice made by hand has no column, and keeps the account a payout left from', async () => {
    await withShop('2026-03-31', async (ledger) => {
      const place = { location: ID.shop } as const
      const honey = { product: ID.honey, quantity_milli: 1000 }
      const more = { kind: 'receipt', date: '2026-03-02', producer: ID.aisha, ...place }
      await post(ledger, { ...more, lines: [{ ...honey, expires: '2026-09-01' }] })
      const felt = { product: ID.felt, quantity_milli: 1000, lot: 2 }
      await post(ledger, { kind: 'sale', date: '2026-03-03', ...place, lines: [felt] })
      const { number } = await post(ledger, {
        kind: 'sale',
        date: '2026-03-03',
        ...place,
        lines: [{ ...honey, lot: 1 }],
      })
      await post(ledger, {
        kind: 'payout',
        date: '2026-03-04',
        lines: [{ producer: ID.aisha, amount_tyiyn: 100 }],
      })
      await takeIn(ledger, bookOf({ producers: [{ code: '1', name: 'Айша', payoutMethod: 'bank' }] }))
      const { book, left } = await exportBook(ledger)
      expect(left).toEqual([{ code: 'book_loses_choice', data: { number } }])
      expect(book.payouts.map(({ values }) => values.method)).toEqual(['cash'])
      expect(book.sets).toEqual(SHOP.sets)
    })
  })
})
