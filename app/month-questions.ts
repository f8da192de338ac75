/** What the bookkeeper is asked to look at before a month is settled: nothing here refuses anything. */
import { draftsBetween } from '../db/queries/documents.ts'
import {
  dueBetween,
  figureBetween,
  papersTwice,
  producersOfDocument,
  ratesBetween,
} from '../db/queries/month-view.ts'
import { firstMonth } from '../db/queries/months.ts'
import { addMonths, firstDay, lastDay, type Month } from '../domain/dates.ts'
import type { Figures } from '../domain/reports/month.ts'
import { SETTLE_QUESTIONS, type SettlementView, type SettleQuestion } from '../domain/views.ts'
import { groupBy } from './catalogue.ts'
import { kept } from './kept.ts'
import type { Ledger } from './ledger.ts'
import { stockRowsOn } from './lists/stock.ts'
import { producerAccounts } from './months.ts'

export interface AskedFigures {
  readonly producer: number
  readonly figures: Figures
}

export interface MonthQuestions {
  readonly ofProducer: ReadonlyMap<number, readonly SettleQuestion[]>
  readonly counts: SettlementView['questions']
}

/** How many months back «usual» looks. */
const MEMORY = 3

export function questionsOf(ledger: Ledger, month: Month, rows: readonly AskedFigures[]): MonthQuestions {
  const { ofProducer, counts } = kept(ledger, `questions ${month} ${ledger.clock.today()}`, () =>
    questionsOfEntries(ledger, month, rows),
  )
  // Drafts are no entries of the chain: they come and go without one.
  const drafts = draftsBetween.all(ledger.connection, spanOf(month)).length
  const all = new Map(drafts > 0 ? [...counts, ['drafts_left' as const, drafts]] : counts)
  const found = SETTLE_QUESTIONS.flatMap((question) => {
    const count = all.get(question)
    return count === undefined ? [] : [{ question, count }]
  })
  return { ofProducer, counts: found }
}

function questionsOfEntries(ledger: Ledger, month: Month, rows: readonly AskedFigures[]) {
  const ofProducer = new Map<number, SettleQuestion[]>()
  const counts = new Map<SettleQuestion, number>()
  const ask = (question: SettleQuestion, producers: Iterable<number>, count?: number): void => {
    const asked = [...new Set(producers)]
    for (const producer of asked) ofProducer.set(producer, [...(ofProducer.get(producer) ?? []), question])
    const number = count ?? asked.length
    if (number > 0) counts.set(question, number)
  }
  ask(
    'negative_balance',
    those(rows, ({ closing }) => closing < 0),
  )
  ask('rate_unlike_rest', ratesUnlikeRest(ledger, month))
  ask('sum_unlike_before', sumsUnlikeBefore(ledger, month, rows))
  const twice = papersTwice.all(ledger.connection, spanOf(month))
  ask(
    'double_import',
    twice.flatMap(({ ids }) => producersOf(ledger, ids)),
    twice.length,
  )
  const expired = expiredOwners(ledger, month)
  ask('expired_goods', expired, expired.length)
  const deducted = onceDeducted(ledger, month)
  ask(
    'deduction_not_given_back',
    those(rows, ({ due }) => due < 0).filter((producer) => deducted.has(producer)),
  )
  return { ofProducer, counts }
}

const spanOf = (month: Month) => ({ from: firstDay(month), to: lastDay(month) })

const those = (rows: readonly AskedFigures[], fits: (figures: Figures) => boolean): number[] =>
  rows.filter(({ figures }) => fits(figures)).map(({ producer }) => producer)

type Rate = ReturnType<typeof ratesBetween.all>[number]
const rateKey = ({ method, rate }: Rate): string => `${method} ${rate}`

/**
 * Producers sold at a method and rate that is neither the association's most usual of the month nor one they had in the
 * months before; who has no months before is held against the one that most of this month's goods were sold at.
 */
function ratesUnlikeRest({ connection }: Ledger, month: Month): number[] {
  const now = ratesBetween.all(connection, spanOf(month))
  const before = ratesBetween.all(connection, {
    from: firstDay(addMonths(month, -MEMORY)),
    to: lastDay(addMonths(month, -1)),
  })
  const usual = mostUsual(now)
  const history = groupBy(before, ({ producer_id }) => producer_id ?? 0)
  const unlike: number[] = []
  for (const [producer, rates] of groupBy(now, ({ producer_id }) => producer_id ?? 0)) {
    const own = new Set((history.get(producer) ?? rates.slice(0, 1)).map(rateKey))
    if (rates.some((rate) => rateKey(rate) !== usual && !own.has(rateKey(rate)))) unlike.push(producer)
  }
  return unlike
}

function mostUsual(rates: readonly Rate[]): string {
  const sums = new Map<string, number>()
  for (const rate of rates) sums.set(rateKey(rate), (sums.get(rateKey(rate)) ?? 0) + rate.amount_tyiyn)
  const [first] = [...sums].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? ''
}

/** More than three times, or less than a third, of the mean of the last three months. */
function sumsUnlikeBefore(ledger: Ledger, month: Month, rows: readonly AskedFigures[]): number[] {
  const { connection } = ledger
  const start = firstMonth.get(connection, {})?.month ?? month
  const first = [addMonths(month, -MEMORY), start].sort().at(-1) ?? month
  if (first >= month) return []
  const months = monthsBetween(first, month)
  const accounts = producerAccounts(connection)
  const before = new Map<number, number>()
  for (const row of dueBetween.all(connection, { first, last: addMonths(month, -1) }))
    before.set(accounts.get(row.account_id) ?? 0, row.amount_tyiyn)
  return rows
    .filter(({ producer, figures }) => {
      const sum = before.get(producer) ?? 0
      // The mean is sum / months: compared in whole numbers.
      const now = figures.due * months
      return sum > 0 && (now > 3 * sum || 3 * now < sum)
    })
    .map(({ producer }) => producer)
}

function monthsBetween(first: Month, end: Month): number {
  let count = 0
  for (let month = first; month < end; month = addMonths(month, 1)) count += 1
  return count
}

function producersOf({ connection }: Ledger, ids: string): number[] {
  return ids
    .split(',')
    .flatMap((id) => producersOfDocument.all(connection, { document: Number(id) }))
    .flatMap(({ producer_id }) => producer_id ?? [])
}

/** The owner of each lot whose last good day was over at the end of the month, or is over today. */
function expiredOwners(ledger: Ledger, month: Month): number[] {
  const day = [lastDay(month), ledger.clock.today()].sort()[0] ?? ''
  return stockRowsOn(ledger, day)
    .filter(({ expires }) => expires !== '' && expires < day)
    .map(({ productId }) => ledger.catalogue.product(productId).producer ?? 0)
}

function onceDeducted({ connection }: Ledger, month: Month): ReadonlySet<number> {
  const accounts = producerAccounts(connection)
  const rows = figureBetween.all(connection, { figure: 'deductions', after: '', before: month })
  return new Set(
    rows
      .filter(({ amount_tyiyn }) => amount_tyiyn < 0)
      .map(({ account_id }) => accounts.get(account_id) ?? 0),
  )
}
