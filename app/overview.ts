/** What is left to do before the month can be closed, and how it stands. */
import { salesByDay } from '../db/queries/month-view.ts'
import { addDays, addMonths, firstDay, lastDay, type Month } from '../domain/dates.ts'
import { type Notice, notice } from '../domain/error.ts'
import type { MonthStep, OverviewView, StockListRow } from '../domain/views.ts'
import { producerBalances } from './balances.ts'
import { newestCopy } from './copies.ts'
import { kept } from './kept.ts'
import { type Ledger, look } from './ledger.ts'
import { newestDrafts } from './lists/documents.ts'
import { stockRowsOn } from './lists/stock.ts'
import { type MonthState, spineOf, stateOfMonth } from './month-spine.ts'

const MOST_DRAFTS = 10
const MOST_EXPIRING = 10
/** How many days before its last good day a lot is worth a look. */
export const SOON_DAYS = 14

/** Without a month: the first that is not closed. */
export function overview(ledger: Ledger, asked?: Month): Promise<OverviewView> {
  return look(ledger, () => {
    const state = stateOfMonth(ledger, asked)
    const before = salesOf(ledger, addMonths(state.month, -1))
    const now = salesOf(ledger, state.month)
    const balances = [...producerBalances(ledger).values()]
    const owed = balances.filter((balance) => balance > 0)
    return {
      spine: spineOf(state),
      today: ledger.clock.today(),
      left: leftOf(state),
      owed: sum(owed),
      owedProducers: owed.length,
      debts: 0 - sum(balances.filter((balance) => balance < 0)),
      sales: sum([...now.values()]),
      salesBefore: sum([...before.values()]),
      salesByDay: dayByDay(state.month, now, before),
      drafts: newestDrafts(ledger, ledger.connection, MOST_DRAFTS),
      expiring: expiringRows(ledger).slice(0, MOST_EXPIRING),
      lastCopy: lastCopyOf(ledger),
    }
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((left, right) => left + right, 0)

/** By day of the month, from 1. */
function salesOf(ledger: Ledger, month: Month): ReadonlyMap<number, number> {
  return kept(ledger, `sales by day ${month}`, () => {
    const rows = salesByDay.all(ledger.connection, { from: firstDay(month), to: lastDay(month) })
    return new Map(rows.map(({ date, amount_tyiyn }) => [Number(date.slice(8)), amount_tyiyn]))
  })
}

function dayByDay(
  month: Month,
  now: ReadonlyMap<number, number>,
  before: ReadonlyMap<number, number>,
): OverviewView['salesByDay'] {
  const days = Math.max(...[month, addMonths(month, -1)].map((each) => Number(lastDay(each).slice(8))))
  return Array.from({ length: days }, (_, index) => ({
    day: index + 1,
    now: now.get(index + 1) ?? 0,
    before: before.get(index + 1) ?? 0,
  }))
}

/** On hand now with a last good day that is over or near, the nearest first. */
function expiringRows(ledger: Ledger): StockListRow[] {
  const soon = addDays(ledger.clock.today(), SOON_DAYS)
  return stockRowsOn(ledger, ledger.clock.today())
    .filter(({ expires }) => expires !== '' && expires <= soon)
    .sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : 0))
}

type Left = { readonly step: MonthStep; readonly notice: Notice }

/** In the order in which it is done; empty for a month that is closed. */
function leftOf(state: MonthState): Left[] {
  const { month, status } = state
  if (status === 'closed') return []
  const left: Left[] = []
  const say = (wanted: boolean, step: MonthStep, what: Notice): void => {
    if (wanted) left.push({ step, notice: what })
  }
  const open = status === 'open'
  for (const step of ['receipts', 'sales', 'stock', 'settlement', 'payouts'] as const)
    say(state.drafts[step] > 0, step, notice('left_drafts', { month, count: state.drafts[step] }))
  say(open && state.receipts === 0, 'receipts', notice('left_no_receipts', { month }))
  say(open && state.sales === 0, 'sales', notice('left_no_sales', { month }))
  say(open && state.uncounted > 0, 'stock', notice('left_uncounted', { month, count: state.uncounted }))
  if (open && state.isOver) say(true, 'settlement', notice('left_settle', { month }))
  else say(open, 'settlement', notice('left_not_over', { month, last: state.last }))
  const unpaid = { month, count: state.unpaid, amount_tyiyn: state.unpaidAmount }
  say(state.unpaid > 0, 'payouts', notice('left_unpaid', unpaid))
  say(!open, 'closing', notice('left_close', { month }))
  return left
}

/** A ledger in memory has nowhere to be copied to. */
const lastCopyOf = ({ connection: { file } }: Ledger): string =>
  file === ':memory:' ? '' : (newestCopy(file)?.moment ?? '')
