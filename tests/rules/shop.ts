/** A shop to try rules on: two producers, goods by weight and by piece, a set, everything received on 1 March 2026. */
import { postDocument } from '../../app/documents.ts'
import { BOOKKEEPER, type Ledger } from '../../app/ledger.ts'
import type { Posted } from '../../app/post.ts'
import { type Book, SHEETS, type SheetKey } from '../../domain/book/sheets.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { EsepError, type Notice } from '../../domain/error.ts'
import { type StillClock, takeInWhole, withLedger } from '../fixtures/ledger.ts'

const numbered = (list: readonly object[]) => list.map((values, index) => ({ row: index + 2, values }))

/** A book of the sheets given, rows numbered as a sheet would. */
export function bookOf(sheets: { readonly [K in SheetKey]?: readonly Book[K][number]['values'][] }): Book {
  const keys = Object.keys(SHEETS) as SheetKey[]
  return Object.fromEntries(keys.map((key) => [key, numbered(sheets[key] ?? [])])) as unknown as Book
}

export const SHOP = bookOf({
  settings: [
    { parameter: 'Схема', value: 'процент' },
    { parameter: 'Ставка', value: '20' },
  ],
  partners: [{ code: 'К', name: 'КМЦ' }],
  locations: [
    { code: 'А', name: 'Магазин', type: 'shop' },
    { code: 'Б', name: 'Склад', type: 'warehouse' },
  ],
  producers: [
    { code: '1', name: 'Айша' },
    { code: '2', name: 'Бакыт' },
  ],
  products: [
    { article: 'мёд', name: 'Мёд', producer: '1', unit: 'кг', price: 10_000 },
    { article: 'войлок', name: 'Войлок', producer: '2', unit: 'шт', price: 5000 },
    { article: 'шапка', name: 'Шапка', producer: '1', unit: 'шт' },
  ],
  sets: [
    { setArticle: 'набор', name: 'Набор', price: 12_000, article: 'мёд', quantity: 500 },
    { setArticle: 'набор', name: 'Набор', price: 12_000, article: 'войлок', quantity: 1000 },
  ],
  receipts: [
    { date: '2026-03-01', location: 'А', article: 'мёд', quantity: 10_000 },
    { date: '2026-03-01', location: 'А', article: 'войлок', quantity: 10_000 },
  ],
})

/** Ids of what the shop has, in the order of its book. */
export const ID = {
  shop: 1,
  store: 2,
  partner: 1,
  aisha: 1,
  bakyt: 2,
  honey: 1,
  felt: 2,
  hat: 3,
  set: 4,
} as const

export function withShop<T>(
  today: string,
  body: (ledger: Ledger, clock: StillClock) => Promise<T>,
): Promise<T> {
  return withLedger(today, async (ledger, clock) => {
    await takeInWhole(ledger, SHOP)
    return body(ledger, clock)
  })
}

let made = 0

/** Posts by hand under an id of its own; an input may be as wrong as a screen could send it. */
export function post(ledger: Ledger, input: Readonly<Record<string, unknown>>): Promise<Posted> {
  made += 1
  return postDocument(ledger, { id: `test ${made}`, ...input } as unknown as DocumentInput, BOOKKEEPER)
}

/** The refusal, with its code and data; fails where nothing is refused or something breaks. */
export async function refusal(act: Promise<unknown>): Promise<Notice> {
  try {
    await act
  } catch (error) {
    if (error instanceof EsepError) return { code: error.code, data: error.data }
    throw error
  }
  throw new Error('it was not refused')
}
