/** A small association for tests of the screens: one shop, two producers, a few goods. */
import { fold } from '../../domain/fold.ts'
import type { LedgerStatus, ListPage, MonthSpine, ProductChoice, ProductFacts } from '../../domain/views.ts'
import type { Answers } from './fake-core.ts'

const BARCODES = ['4701234500015', '4701234500022', '4701234500039', '4701234500046']
const NAMES = [
  'Варенье из сосновых шишек 250 г',
  'Варенье облепиховое 250 г',
  'Мыло «Шакар» 80 г',
  'Мёд в сотах',
]

const producer = { id: 1, code: '001', name: 'Группа «Бугу эне»' }

export const GOODS: readonly ProductChoice[] = NAMES.map((name, index) => ({
  id: index + 1,
  code: `001-0${index + 1}`,
  name,
  unit: name === 'Мёд в сотах' ? 'кг' : 'шт',
  barcode: BARCODES[index] ?? '',
  producer,
  price: 30_000 - 1000 * index,
  stock: 12_000,
  isSet: false,
}))

const STATUS: LedgerStatus = {
  state: 'open',
  organisation: 'Ассоциация «Одно село»',
  today: '2026-09-14',
  month: '2026-09',
  seal: '7f3a91c2aa',
  lastCopy: '2026-09-14T03:15:00.000Z',
  drafts: 2,
  expiring: 6,
  demo: false,
  language: 'ru',
  problem: null,
}

const SPINE: MonthSpine = {
  month: '2026-09',
  status: 'open',
  steps: [
    { step: 'receipts', state: 'done', missing: 0 },
    { step: 'sales', state: 'now', missing: 2 },
    { step: 'stock', state: 'later', missing: 0 },
    { step: 'settlement', state: 'later', missing: 0 },
    { step: 'payouts', state: 'later', missing: 0 },
    { step: 'closing', state: 'later', missing: 0 },
  ],
  previous: '2026-08',
  next: null,
}

function facts(id: number): ProductFacts {
  const found = GOODS.find((product) => product.id === id)
  if (!found) throw new TypeError(`no product ${id}`)
  return {
    ...found,
    priceSince: '2026-06-01',
    priceBefore: 28_000,
    stockByPlace: [{ location: 'Магазин', quantity: 12_000 }],
    lots: [{ id: 1, name: 'ПР-2026-000318/1', expires: '2027-03-31', available: 12_000 }],
    soldLastMonth: 41_000,
    producerBalance: 941_250,
    terms: { method: 'percent_of_sale', rate: 2000, since: '2026-03-01', level: 'producer', before: null },
  }
}

export const page = <Row>(rows: readonly Row[]): ListPage<Row> => ({
  rows,
  total: rows.length,
  totals: {},
})

/** What every screen asks; tests add their own areas. */
export const SHOP: Answers = {
  ledger: { status: () => STATUS },
  months: { spine: () => SPINE },
  places: { all: () => [{ id: 1, code: 'М', name: 'Магазин, Бишкек' }] },
  producers: {
    search: () => [producer],
    list: () => page([]),
  },
  customers: { search: () => [] },
  products: {
    search: ({ text, limit }) => searchGoods(text).slice(0, limit),
    facts: ({ product }) => facts(product),
  },
}

function searchGoods(text: string): ProductChoice[] {
  const wanted = fold(text)
  const exact = GOODS.filter(({ barcode, code }) => barcode === text || code === text)
  return exact.length > 0 ? exact : GOODS.filter(({ name }) => fold(name).includes(wanted))
}
