/**
 * A bookkeeper who does anything at all, by hand: posts, reverses, corrects, settles and reopens, with dates gone by,
 * lots of their own choice and answers now given and now forgotten. Most of it is right, some of it is refused.
 */
import fc from 'fast-check'
import { addTerms } from '../../app/catalogues.ts'
import { correctDocument, discardDraft, postDocument } from '../../app/documents.ts'
import { BOOKKEEPER, change, type Ledger } from '../../app/ledger.ts'
import { reopenMonth, settleMonth } from '../../app/months.ts'
import { reverseDocument } from '../../app/reverse.ts'
import type { Book } from '../../domain/book/sheets.ts'
import { addDays, addMonths, lastDay, monthOf } from '../../domain/dates.ts'
import type { DocumentInput, InputFor } from '../../domain/documents/registry.ts'
import type { StillClock } from '../fixtures/ledger.ts'
import { type Picks, picksOf } from '../naive/recipe.ts'

const FIRST_DAY = '2026-01-01'

const rows = <T>(list: readonly T[]) => list.map((values, index) => ({ row: index + 2, values }))

/** Two owners, two partners' shares, every method of commission, a set, goods without a price and without a net price. */
export const START_BOOK: Book = {
  settings: rows([
    { parameter: 'Организация', value: 'Ассоциация' },
    { parameter: 'Схема', value: 'процент' },
    { parameter: 'Ставка', value: '12,5' },
    { parameter: 'Округление наличных', value: '01.02.2026' },
    { parameter: 'Минимальная выплата', value: '50' },
  ]),
  partners: rows([{ code: 'КМЦ', name: 'КМЦ «Дайры»' }]),
  locations: rows([
    {
      code: 'А',
      name: 'Магазин',
      type: 'shop' as const,
      partner: 'КМЦ',
      share: 1000,
      shareBase: 'sale' as const,
    },
    {
      code: 'Б',
      name: 'Ярмарка',
      type: 'fair' as const,
      partner: 'КМЦ',
      share: 3333,
      shareBase: 'commission' as const,
    },
    { code: 'В', name: 'Склад', type: 'warehouse' as const },
  ]),
  producers: rows([
    { code: '001', name: 'Айша', taxStatus: 'farmer' as const },
    { code: '002', name: 'Бакыт', payoutMethod: 'bank' as const, organisation: 'КМЦ' },
  ]),
  products: rows([
    { article: 'Т1', name: 'Ковёр', producer: '001', unit: 'шт', price: 10_001, net: 7000 },
    { article: 'Т2', name: 'Мёд', producer: '002', unit: 'кг', price: 333, net: 100 },
    { article: 'Т3', name: 'Курут', producer: '001', unit: 'шт', shelfLifeDays: 9 },
    { article: 'Т4', name: 'Шапка', producer: '002', unit: 'шт', price: 25_050, net: 26_000 },
  ]),
  sets: rows([
    { setArticle: 'Н1', name: 'Набор', price: 19_999, article: 'Т1', quantity: 2000 },
    { setArticle: 'Н1', name: 'Набор', price: 19_999, article: 'Т2', quantity: 333 },
  ]),
  terms: rows([
    { from: FIRST_DAY, article: 'Т2', method: 'percent_of_difference' as const, rate: 3333 },
    { from: FIRST_DAY, article: 'Т4', method: 'difference' as const },
    { from: '2026-01-20', article: 'Т1', location: 'Б', method: 'fixed_per_unit' as const, fixed: 777 },
  ]),
  rules: rows([
    { name: 'Налог', base: 'due' as const, rate: 333, from: FIRST_DAY },
    { name: 'Взнос', base: 'fixed' as const, amount: 101, taxStatus: 'farmer' as const, from: FIRST_DAY },
  ]),
  openingBalances: rows([
    { date: FIRST_DAY, producer: '001', amount: 12_345 },
    { date: FIRST_DAY, account: 'customer' as const, who: 'Кафе', amount: 700 },
  ]),
  openingStock: rows([
    { date: FIRST_DAY, location: 'А', article: 'Т1', quantity: 9000, received: '2025-12-01' },
    { date: FIRST_DAY, location: 'А', article: 'Т2', quantity: 7777, expires: '2026-01-25' },
    { date: FIRST_DAY, location: 'Б', article: 'Т4', quantity: 5000 },
  ]),
  receipts: rows([
    { date: FIRST_DAY, number: '1', location: 'А', article: 'Т1', quantity: 5000, net: 6500 },
    { date: FIRST_DAY, number: '2', location: 'Б', article: 'Т2', quantity: 3333, made: FIRST_DAY },
    {
      date: FIRST_DAY,
      number: '3',
      location: 'А',
      article: 'Т3',
      quantity: 6000,
      price: 999,
      made: FIRST_DAY,
    },
  ]),
  transfers: [],
  sales: [],
  customerReturns: [],
  producerReturns: [],
  writeOffs: [],
  repricings: [],
  charges: [],
  payouts: [],
  money: [],
  stockCounts: [],
}

export interface Walk {
  readonly ledger: Ledger
  readonly clock: StillClock
  /** Counts up, so that every document has an id of its own. */
  steps: number
  /** The last document that was posted by hand. */
  last: DocumentInput | undefined
}

export interface WalkStep {
  readonly act: Act
  readonly picks: readonly number[]
}

type Make = (walk: Walk, picks: Picks) => DocumentInput | undefined

function idsOf(walk: Walk, sql: string, ...values: (string | number)[]): number[] {
  return [...walk.ledger.connection.scan<[number]>(sql, values)].map(([id]) => id)
}

const idOf = (walk: Walk, sql: string, picks: Picks): number => picks.from(idsOf(walk, sql)) ?? 1

const place = (walk: Walk, picks: Picks): number => idOf(walk, 'SELECT id FROM location ORDER BY id', picks)
const goods = (walk: Walk, picks: Picks): number =>
  idOf(walk, "SELECT id FROM product WHERE components = '[]' ORDER BY id", picks)

function quantityOf(walk: Walk, picks: Picks, product: number): number {
  const [unit] =
    [...walk.ledger.connection.scan<[string]>('SELECT unit FROM product WHERE id = ?', [product])][0] ?? []
  if (unit === 'кг') return 1 + picks.below(2500)
  // Now and then a part of a piece, which is refused.
  return picks.chance(3) ? 500 : 1000 * (1 + picks.below(3))
}

/** Mostly one of the last days, sometimes long ago or tomorrow. */
function dayOf(walk: Walk, picks: Picks): string {
  const today = walk.clock.day
  if (picks.chance(3)) return addDays(today, 1)
  const day = addDays(today, -picks.below(picks.chance(30) ? 45 : 8))
  return day < FIRST_DAY ? FIRST_DAY : day
}

function headOf(walk: Walk, picks: Picks) {
  walk.steps += 1
  const date = dayOf(walk, picks)
  const late = picks.chance(15) ? { paperDate: addDays(date, -picks.below(20)) } : {}
  const answers = { expired_lot: 'уценка', negative_commission: '', payout_over_balance: '' }
  return { id: `step-${walk.steps}`, date, ...late, ...(picks.chance(80) ? { confirmed: answers } : {}) }
}

/** A lot picked by hand: mostly one that stands there, sometimes any at all. */
function lotOf(walk: Walk, picks: Picks, location: number, product: number): { lot?: number } {
  if (picks.chance(65)) return {}
  const there = 'SELECT lot_id FROM stock_balance WHERE location_id = ? AND product_id = ? ORDER BY lot_id'
  const anywhere = 'SELECT id FROM lot WHERE product_id = ? ORDER BY id'
  const ids = picks.chance(85) ? idsOf(walk, there, location, product) : idsOf(walk, anywhere, product)
  const lot = picks.from(ids)
  return lot === undefined ? {} : { lot }
}

function linesOf<T>(picks: Picks, make: () => T): [T, ...T[]] {
  return picks.chance(30) ? [make(), make()] : [make()]
}

const receipt: Make = (walk, picks) => {
  const head = headOf(walk, picks)
  const producer = idOf(walk, 'SELECT id FROM producer ORDER BY id', picks)
  const own = `SELECT id FROM product WHERE producer_id = ${producer} ORDER BY id`
  const line = () => {
    const product = picks.chance(97) ? idOf(walk, own, picks) : goods(walk, picks)
    return {
      product,
      quantity_milli: quantityOf(walk, picks, product),
      ...(picks.chance(30) ? { price_tyiyn: picks.below(30_000) } : {}),
      ...(picks.chance(40) ? { net_tyiyn: picks.below(20_000) } : {}),
      ...(picks.chance(40) ? { made: addDays(head.date, -picks.below(10)) } : {}),
      ...(picks.chance(30) ? { expires: addDays(head.date, picks.below(30)) } : {}),
    }
  }
  return { ...head, kind: 'receipt', location: place(walk, picks), producer, lines: linesOf(picks, line) }
}

const transfer: Make = (walk, picks) => {
  const [head, from, to] = [headOf(walk, picks), place(walk, picks), place(walk, picks)]
  return { ...head, kind: 'transfer', from, to, lines: linesOf(picks, () => taken(walk, picks, from)) }
}

function taken(walk: Walk, picks: Picks, location: number) {
  const there = `SELECT DISTINCT product_id FROM stock_balance WHERE location_id = ${location} ORDER BY 1`
  const product = picks.chance(95) ? idOf(walk, there, picks) : goods(walk, picks)
  return {
    product,
    quantity_milli: quantityOf(walk, picks, product),
    ...lotOf(walk, picks, location, product),
  }
}

const sale: Make = (walk, picks) => {
  const [head, location] = [headOf(walk, picks), place(walk, picks)]
  const customer = picks.chance(25)
    ? { customer: idOf(walk, 'SELECT id FROM customer ORDER BY id', picks) }
    : {}
  const whole = picks.chance(20) ? { discount: discountOf(picks) } : {}
  const line = () => {
    const set = picks.chance(15)
      ? idsOf(walk, "SELECT id FROM product WHERE components <> '[]'")[0]
      : undefined
    const what = set === undefined ? taken(walk, picks, location) : { product: set, quantity_milli: 1000 }
    return {
      ...what,
      ...(picks.chance(30) ? { price_tyiyn: picks.below(20_000) } : {}),
      ...(picks.chance(30) ? { discount: discountOf(picks) } : {}),
      payment: picks.of(['cash', 'card', 'qr', 'bank', 'wallet', 'credit'] as const),
    }
  }
  return { ...head, kind: 'sale', location, ...customer, ...whole, lines: linesOf(picks, line) }
}

const discountOf = (picks: Picks) =>
  picks.chance(50) ? { rate_bp: picks.below(10_001) } : { amount_tyiyn: picks.below(700) }

const customerReturn: Make = (walk, picks) => {
  const head = headOf(walk, picks)
  const standing = `SELECT id FROM document d WHERE kind = 'sale' AND reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) ORDER BY id`
  const sold = picks.from(idsOf(walk, standing))
  if (sold === undefined) return undefined
  const line = () => {
    const of = `SELECT coalesce(set_id, product_id) FROM document_line WHERE document_id = ${sold} ORDER BY line, part`
    const components = `SELECT product_id FROM document_line WHERE document_id = ${sold} ORDER BY line, part`
    const product = idOf(walk, picks.chance(70) ? of : components, picks)
    return {
      sale: sold,
      product,
      quantity_milli: quantityOf(walk, picks, product),
      ...(picks.chance(15) ? { location: place(walk, picks) } : {}),
      ...(picks.chance(15) ? { payment: picks.of(['cash', 'bank'] as const) } : {}),
    }
  }
  return { ...head, kind: 'customer_return', lines: linesOf(picks, line) }
}

/** A sale that the ledger does not hold. */
const foreignReturn: Make = (walk, picks) => {
  const head = headOf(walk, picks)
  const lot = idOf(walk, 'SELECT id FROM lot ORDER BY id', picks)
  const [product = 1] = idsOf(walk, 'SELECT product_id FROM lot WHERE id = ?', lot)
  const quantity_milli = quantityOf(walk, picks, product)
  const location = place(walk, picks)
  const line = { product, lot, price_tyiyn: picks.below(9999), quantity_milli, location }
  return { ...head, kind: 'customer_return', lines: [line] }
}

const producerReturn: Make = (walk, picks) => {
  const [head, location] = [headOf(walk, picks), place(walk, picks)]
  return {
    ...head,
    kind: 'producer_return',
    location,
    lines: linesOf(picks, () => taken(walk, picks, location)),
  }
}

const bearerOf = (picks: Picks) => picks.of(['association', 'producer'] as const)

const writeOff: Make = (walk, picks) => {
  const [head, location] = [headOf(walk, picks), place(walk, picks)]
  const line = () => ({ ...taken(walk, picks, location), bearer: bearerOf(picks) })
  return { ...head, kind: 'write_off', location, lines: linesOf(picks, line) }
}

const stockCount: Make = (walk, picks) => {
  const [head, location] = [headOf(walk, picks), place(walk, picks)]
  const line = () => {
    const product = goods(walk, picks)
    const counted_milli = picks.chance(20) ? 0 : quantityOf(walk, picks, product) * (1 + picks.below(3))
    return { product, counted_milli, bearer: bearerOf(picks) }
  }
  return { ...head, kind: 'stock_count', location, lines: linesOf(picks, line) }
}

const repricing: Make = (walk, picks) => {
  const line = () => ({
    product: idOf(walk, 'SELECT id FROM product ORDER BY id', picks),
    price_tyiyn: picks.below(30_000),
  })
  return { ...headOf(walk, picks), kind: 'repricing', lines: linesOf(picks, line) }
}

const signed = (picks: Picks, most: number): number => picks.below(most) * (picks.chance(25) ? -1 : 1)
const member = (walk: Walk, picks: Picks): number => idOf(walk, 'SELECT id FROM producer ORDER BY id', picks)

const charge: Make = (walk, picks) => {
  const line = () => ({
    producer: member(walk, picks),
    what: picks.of(['упаковка', 'Налог']),
    amount_tyiyn: signed(picks, 999),
  })
  return { ...headOf(walk, picks), kind: 'charge', lines: linesOf(picks, line) }
}

const payout: Make = (walk, picks) => {
  const way = () => (picks.chance(50) ? { method: picks.of(['cash', 'bank', 'wallet'] as const) } : {})
  const line = () => ({ producer: member(walk, picks), amount_tyiyn: signed(picks, 9999), ...way() })
  return { ...headOf(walk, picks), kind: 'payout', lines: linesOf(picks, line) }
}

const money: Make = (walk, picks) => {
  type Account = InputFor<'money'>['lines'][number]['from']
  const accounts: readonly [Account, ...Account[]] = [
    { account: 'cash' },
    { account: 'bank' },
    { account: 'customer', id: 1 },
    { account: 'partner', id: 1 },
    { account: 'charges', what: 'Налог' },
    { account: 'loss' },
  ]
  const line = () => ({ from: picks.of(accounts), to: picks.of(accounts), amount_tyiyn: signed(picks, 9999) })
  return { ...headOf(walk, picks), kind: 'money', lines: linesOf(picks, line) }
}

const opening: Make = (walk, picks) => {
  const product = goods(walk, picks)
  const lot = { location: place(walk, picks), product, quantity_milli: quantityOf(walk, picks, product) }
  const balance = { account: 'producer' as const, id: member(walk, picks), amount_tyiyn: signed(picks, 9999) }
  return { ...headOf(walk, picks), kind: 'opening', lots: [lot], balances: [balance] }
}

const MAKES = {
  receipt,
  transfer,
  sale,
  customerReturn,
  foreignReturn,
  producerReturn,
  writeOff,
  stockCount,
  repricing,
  charge,
  payout,
  money,
  opening,
} as const satisfies Record<string, Make>

type Kind = keyof typeof MAKES
type Deed = 'reverse' | 'correct' | 'settle' | 'reopen' | 'lotTerms' | 'wait' | 'repeat'
type Act = Kind | Deed

const WEIGHTS: Readonly<Record<Act, number>> = {
  receipt: 6,
  transfer: 6,
  sale: 14,
  customerReturn: 10,
  foreignReturn: 1,
  producerReturn: 2,
  writeOff: 4,
  stockCount: 4,
  repricing: 2,
  charge: 2,
  payout: 4,
  money: 2,
  opening: 2,
  reverse: 16,
  correct: 3,
  settle: 5,
  reopen: 3,
  lotTerms: 2,
  wait: 8,
  repeat: 2,
}

export const walkArbitrary = (maxLength: number): fc.Arbitrary<WalkStep[]> =>
  fc.array(
    fc.record({
      act: fc.oneof(
        ...(Object.keys(WEIGHTS) as Act[]).map((act) => ({
          arbitrary: fc.constant(act),
          weight: WEIGHTS[act],
        })),
      ),
      picks: fc.array(fc.nat({ max: 9999 }), { minLength: 24, maxLength: 24 }),
    }),
    { minLength: 1, maxLength, size: 'max' },
  )

/** A document of any kind, as a step of the walk would make it. */
export function anyDocument(walk: Walk, { act, picks }: WalkStep): DocumentInput | undefined {
  return MAKES[isPaper(act) ? act : 'sale'](walk, picksOf(picks))
}

function reverse(walk: Walk, picks: Picks): Promise<unknown> {
  const all = idsOf(walk, 'SELECT id FROM document ORDER BY id DESC')
  // Mostly one of the newest: what nothing stands on yet.
  const document = picks.from(picks.chance(70) ? all.slice(0, 8) : all) ?? 0
  walk.steps += 1
  const id = `step-${walk.steps}`
  if (picks.chance(80)) return reverseDocument(walk.ledger, { id, document, reason: 'ошибка' }, BOOKKEEPER)
  return correct(walk, document, id)
}

async function correct(walk: Walk, document: number, id: string): Promise<void> {
  const request = { document, reason: 'ошибка', reversalId: id, draftId: `${id}-draft` }
  const { draft } = await correctDocument(walk.ledger, request, BOOKKEEPER)
  // A draft keeps its month from settling: it is posted as it is, or thrown away.
  const copy = {
    ...(draft.input as unknown as DocumentInput),
    confirmed: { expired_lot: 'x', negative_commission: '', payout_over_balance: '' },
  }
  await postDocument(walk.ledger, copy, BOOKKEEPER).catch(() => undefined)
  await discardDraft(walk.ledger, draft.id, BOOKKEEPER)
}

const lastSettled = (walk: Walk): string | undefined =>
  [...walk.ledger.connection.scan<[string | null]>('SELECT max(month) FROM month')][0]?.[0] ?? undefined

function settle(walk: Walk, picks: Picks): Promise<void> {
  const last = lastSettled(walk)
  const month = last === undefined ? monthOf(FIRST_DAY) : addMonths(last, picks.chance(90) ? 1 : 2)
  if (picks.chance(75) && walk.clock.day < lastDay(month)) walk.clock.day = lastDay(month)
  return settleMonth(walk.ledger, month, BOOKKEEPER)
}

function lotTerms(walk: Walk, picks: Picks): Promise<unknown> {
  const terms = {
    from_date: dayOf(walk, picks),
    lot_id: idOf(walk, 'SELECT id FROM lot ORDER BY id', picks),
    product_id: null,
    producer_id: null,
    location_id: null,
    method: picks.of(['percent_of_sale', 'difference', 'percent_of_difference'] as const),
    rate_bp: picks.below(10_001),
    fixed_tyiyn: null,
  }
  return change(walk.ledger, BOOKKEEPER, (work) => addTerms(work, terms))
}

function correctOne(walk: Walk, picks: Picks): Promise<void> {
  walk.steps += 1
  return correct(walk, idOf(walk, 'SELECT id FROM document ORDER BY id DESC', picks), `step-${walk.steps}`)
}

/** What a step does that makes no paper of its own. */
const DEEDS: Readonly<Record<Deed, (walk: Walk, picks: Picks) => Promise<unknown>>> = {
  reverse,
  correct: correctOne,
  settle,
  reopen: (walk) => reopenMonth(walk.ledger, lastSettled(walk) ?? '2026-01', 'ошибка', BOOKKEEPER),
  lotTerms,
  wait: async (walk, picks) => {
    walk.clock.day = addDays(walk.clock.day, picks.below(12))
  },
  repeat: async (walk) => walk.last && postDocument(walk.ledger, walk.last, BOOKKEEPER),
}

const isPaper = (act: Act): act is Kind => Object.hasOwn(MAKES, act)

/** Does one step. @throws EsepError where the ledger refuses it. */
export async function takeStep(walk: Walk, { act, picks }: WalkStep): Promise<void> {
  if (!isPaper(act)) {
    await DEEDS[act](walk, picksOf(picks))
    return
  }
  const input = MAKES[act](walk, picksOf(picks))
  if (!input) return
  await postDocument(walk.ledger, input, BOOKKEEPER)
  walk.last = input
}
