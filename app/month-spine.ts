/** How far a month is: receipts, sales, stock, settlement, payouts, closing. */
import { draftsBetween } from '../db/queries/documents.ts'
import { countedPlaces, countsByKind } from '../db/queries/month-view.ts'
import { firstDay, lastDay, type Month } from '../domain/dates.ts'
import type { DocumentKind } from '../domain/documents/document.ts'
import { MONTH_STEPS, type MonthSpine, type MonthStep } from '../domain/views.ts'
import { kept } from './kept.ts'
import { type Ledger, look } from './ledger.ts'
import { type MonthPlace, placeOfMonth } from './month-goal.ts'
import { offersOf } from './month-payouts.ts'

/** Which step a kind of document belongs to. */
const STEP_OF: Readonly<Record<DocumentKind, MonthStep>> = {
  opening: 'receipts',
  receipt: 'receipts',
  repricing: 'receipts',
  sale: 'sales',
  customer_return: 'sales',
  transfer: 'stock',
  producer_return: 'stock',
  write_off: 'stock',
  stock_count: 'stock',
  charge: 'settlement',
  money: 'settlement',
  settlement: 'settlement',
  payout: 'payouts',
}

/** What is counted of a month to know how far it is. */
export interface MonthState extends MonthPlace {
  readonly last: string
  readonly isOver: boolean
  readonly drafts: Readonly<Record<MonthStep, number>>
  readonly draftCount: number
  readonly receipts: number
  readonly sales: number
  readonly uncounted: number
  readonly unpaid: number
  readonly unpaidAmount: number
}

/** Without a month: the first that is not closed. */
export function monthSpine(ledger: Ledger, asked?: Month): Promise<MonthSpine> {
  return look(ledger, () => spineOf(stateOfMonth(ledger, asked)))
}

export function stateOfMonth(ledger: Ledger, asked?: Month): MonthState {
  const place = placeOfMonth(ledger, asked)
  const { month, status } = place
  const span = { from: firstDay(month), to: lastDay(month) }
  const drafts = Object.fromEntries(MONTH_STEPS.map((step) => [step, 0])) as Record<MonthStep, number>
  const all = draftsBetween.all(ledger.connection, span)
  for (const { kind } of all) drafts[STEP_OF[kind]] += 1
  const counts = kept(ledger, `counts ${month}`, () => {
    const byKind = new Map(countsByKind.all(ledger.connection, span).map((row) => [row.kind, row.count]))
    const places = countedPlaces.all(ledger.connection, span)
    return {
      receipts: byKind.get('receipt') ?? 0,
      sales: byKind.get('sale') ?? 0,
      uncounted: places.filter(({ counted }) => counted === 0).length,
    }
  })
  const due = status === 'open' ? [] : offersOf(ledger, month).filter(({ offer }) => offer > 0)
  return {
    ...place,
    ...counts,
    last: span.to,
    isOver: ledger.clock.today() >= span.to,
    drafts,
    draftCount: all.length,
    unpaid: due.length,
    unpaidAmount: due.reduce((sum, { offer }) => sum + offer, 0),
  }
}

export function spineOf(state: MonthState): MonthSpine {
  const { month, status, previous, next, drafts } = state
  const missing: Readonly<Record<MonthStep, number>> = {
    receipts: drafts.receipts,
    sales: drafts.sales,
    stock: status === 'open' ? drafts.stock + state.uncounted : 0,
    settlement: status === 'open' ? state.draftCount : 0,
    payouts: state.unpaid,
    closing: 0,
  }
  const first = MONTH_STEPS.find((step) => !isDone(step, state))
  const steps = MONTH_STEPS.map((step) => ({
    step,
    state: isDone(step, state) ? ('done' as const) : step === first ? ('now' as const) : ('later' as const),
    missing: missing[step],
  }))
  return { month, status, steps, previous, next }
}

/** What is behind a settled month is done, whatever it was. */
function isDone(step: MonthStep, state: MonthState): boolean {
  const { status, drafts, receipts, sales, isOver } = state
  const settled = status !== 'open'
  const done: Readonly<Record<MonthStep, () => boolean>> = {
    receipts: () => settled || (drafts.receipts === 0 && receipts + sales > 0),
    sales: () => settled || (drafts.sales === 0 && sales > 0 && isOver),
    stock: () => settled || (drafts.stock === 0 && state.uncounted === 0 && receipts + sales > 0),
    settlement: () => settled,
    payouts: () => settled && state.unpaid === 0,
    closing: () => status === 'closed',
  }
  return done[step]()
}
