/** Months: settled in order, closed, reopened (rules.md sections 7 and 8). */

import { allAccounts, allProducers, allRules } from '../db/queries/catalogues.ts'
import { documentById, draftsBetween } from '../db/queries/documents.ts'
import {
  allMonths,
  balancesBefore,
  deleteMonth,
  firstMonth,
  lastSettledMonth,
  monthRow,
  settlementsOf,
  snapshotBefore,
  sumsOfMonth,
  writeMonth,
  writeSnapshots,
} from '../db/queries/months.ts'
import type { ProducerTable, RuleTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { addMonths, firstDay, lastDay, type Month } from '../domain/dates.ts'
import { documentNumber } from '../domain/documents/document.ts'
import type { Settlement } from '../domain/documents/settlement.ts'
import { EsepError } from '../domain/error.ts'
import { sum } from '../domain/money.ts'
import type { Figure } from '../domain/registers.ts'
import { reversed } from '../domain/registers.ts'
import type { Figures } from '../domain/reports/month.ts'
import {
  type Deduction,
  type DeductionRule,
  deductionsOf,
  figuresOf,
  type MonthSums,
  ruleFits,
  totalsOf,
} from '../domain/settlement.ts'
import type { Catalogue } from './catalogue.ts'
import { type Actor, change, type Ledger, type Work } from './ledger.ts'
import { organisationOf } from './organisation.ts'
import { Poster } from './post.ts'
import { postingOf } from './reverse.ts'

/** One producer's month as worked out: what a settlement freezes. */
export interface WorkedOut {
  readonly producer: ProducerTable
  readonly figures: Figures
  readonly deductions: readonly Deduction[]
}

/**
 * Checks that a month may be settled now.
 * @throws EsepError naming what stands before it.
 */
export function checkSettleable(reader: Reader, month: Month, today: string): void {
  if (monthRow.get(reader, { month })) throw new EsepError('month_already_settled', { month })
  checkOrder(reader, month)
  const last = lastDay(month)
  if (today < last) throw new EsepError('month_not_over', { month, last })
  const drafts = draftsBetween.all(reader, { from: firstDay(month), to: last })
  if (drafts.length > 0) throw new EsepError('month_has_drafts', { month, count: drafts.length })
}

/** Every calendar month settles in order, from that of the first document but openings. */
export function checkOrder(reader: Reader, month: Month): void {
  const first = firstMonth.get(reader, {})?.month ?? null
  if (first === null || month < first) throw new EsepError('nothing_to_settle', { month, first: first ?? '' })
  const last = lastSettledMonth.get(reader, {})
  const next = last ? addMonths(last.month, 1) : first
  if (month > next) throw new EsepError('month_before_open', { month, before: next })
}

/** The figures of every producer with any, by code (rules.md section 7); reads nothing but stored sums. */
export function workOut(reader: Reader, catalogue: Catalogue, month: Month): WorkedOut[] {
  const end = lastDay(month)
  const sums = sumsByProducer(reader, month)
  const rules = allRules
    .all(reader, {})
    .filter(({ from_date, until_date }) => from_date <= end && (until_date ?? end) >= end)
  const minimum_tyiyn = Number(catalogue.setting('minimum_payout', end) || 0)
  const worked: WorkedOut[] = []
  for (const producer of allProducers.all(reader, {}).sort((a, b) => compareCodes(a.code, b.code))) {
    const own = rulesFor(producer, rules)
    const month_sums = sums.get(producer.id)
    if (!month_sums) continue
    const deductions = deductionsOf(month_sums, own)
    const taken_tyiyn = sum(deductions.map(({ amount_tyiyn }) => amount_tyiyn))
    worked.push({ producer, figures: figuresOf(month_sums, taken_tyiyn, minimum_tyiyn), deductions })
  }
  return worked
}

export const compareCodes = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0

/** @throws EsepError `rules_clash` where two rules of one name fit one producer on one day. */
function rulesFor(producer: ProducerTable, rules: readonly RuleTable[]): DeductionRule[] {
  const member = { id: producer.id, taxStatus: producer.tax_status, organisation: producer.organisation }
  const own = rules.map(deductionRule).filter((rule) => ruleFits(rule, member))
  const names = new Set<string>()
  for (const { name } of own) {
    if (names.has(name)) throw new EsepError('rules_clash', { rule: name, producer: producer.code })
    names.add(name)
  }
  return own
}

const deductionRule = (row: RuleTable): DeductionRule => ({
  id: row.id,
  name: row.name,
  base: row.base,
  rate_bp: row.rate_bp,
  amount_tyiyn: row.amount_tyiyn,
  taxStatus: row.tax_status,
  organisation: row.organisation,
  producer: row.producer_id,
})

/** Which way a figure counts: the account's credits, or its debits. */
const SIGN: Readonly<Record<Figure, 1 | -1>> = {
  opening: 1,
  sales: 1,
  returns: -1,
  commission: -1,
  compensation: 1,
  charges: -1,
  deductions: -1,
  payouts: -1,
  '': 1,
}

/** Sums of the month by producer; only producers with a balance or a move. */
function sumsByProducer(reader: Reader, month: Month): Map<number, MonthSums> {
  const producers = producerAccounts(reader)
  const sums = new Map<number, { -readonly [K in keyof MonthSums]: number }>()
  const of = (producer: number) => {
    let own = sums.get(producer)
    if (!own) {
      own = {
        before: 0,
        opening: 0,
        sales: 0,
        returns: 0,
        commission: 0,
        compensation: 0,
        charges: 0,
        payouts: 0,
      }
      sums.set(producer, own)
    }
    return own
  }
  for (const { account_id, balance_tyiyn } of openingBalances(reader, month)) {
    const producer = producers.get(account_id)
    if (producer !== undefined && balance_tyiyn !== 0) of(producer).before = balance_tyiyn
  }
  for (const { account_id, figure, amount_tyiyn } of sumsOfMonth.all(reader, { month })) {
    const producer = producers.get(account_id)
    if (producer === undefined || amount_tyiyn === 0 || figure === '' || figure === 'deductions') continue
    of(producer)[figure] = SIGN[figure] * amount_tyiyn
  }
  return sums
}

export function producerAccounts(reader: Reader): Map<number, number> {
  const accounts = new Map<number, number>()
  for (const { id, key } of allAccounts.all(reader, {})) {
    if (key.startsWith('producer:')) accounts.set(id, Number(key.slice(9)))
  }
  return accounts
}

export function openingBalances(
  reader: Reader,
  month: Month,
): { account_id: number; balance_tyiyn: number }[] {
  return balancesBefore.all(reader, { month, snapshot: snapshotBefore.get(reader, { month })?.month ?? '' })
}

/**
 * Settles a month: one settlement a producer with any figure, numbered by code, then the month's own entry.
 * @throws EsepError of {@link checkSettleable}
 */
export function settleMonth(ledger: Ledger, month: Month, actor: Actor): Promise<void> {
  return change(ledger, actor, (work) => settleIn(work, month))
}

export function settleIn(work: Work, month: Month): void {
  const { writer, chain, ledger } = work
  checkSettleable(writer, month, ledger.clock.today())
  const last_seq = chain.seq
  const worked = workOut(writer, ledger.catalogue, month)
  const poster = new Poster(work)
  for (const { producer, figures, deductions } of worked) {
    const { id, name_fold, ...details } = producer
    poster.postSettlement({
      id: `settlement ${month} ${id} ${last_seq}`,
      kind: 'settlement',
      date: lastDay(month),
      producer: id,
      month,
      lastSeq: last_seq,
      details,
      figures,
      deductions: [...deductions],
    })
  }
  poster.flush()
  const totals = totalsOf(worked.map(({ figures }) => figures))
  const organisation = organisationOf(ledger.catalogue, lastDay(month))
  const seq = chain.append('month', month, {
    action: 'settled',
    lastSeq: last_seq,
    month,
    organisation: { ...organisation },
    totals: { ...totals },
  })
  chain.flush()
  writeMonth(writer, { month, status: 'settled', seq, last_seq })
  writeSnapshots(writer, month, lastDay(month), snapshotBefore.get(writer, { month })?.month ?? '')
}

/**
 * Reopens the last settled month, closed or not: its settlements are reversed on their own date.
 * @throws EsepError `month_not_settled`, `month_not_last_settled`, `reason_required`
 */
export function reopenMonth(ledger: Ledger, month: Month, reason: string, actor: Actor): Promise<void> {
  return change(ledger, actor, (work) => {
    const { writer, chain } = work
    if (reason.trim() === '') throw new EsepError('reason_required', {})
    const row = monthRow.get(writer, { month })
    if (!row) throw new EsepError('month_not_settled', { month })
    const last = lastSettledMonth.get(writer, {})
    if (last && last.month !== month)
      throw new EsepError('month_not_last_settled', { month, last: last.month })
    const poster = new Poster(work)
    for (const settlement of settlementsOf.all(writer, { date: lastDay(month) })) {
      const original = documentById.get(writer, { id: settlement.id })
      if (!original) continue
      const input = {
        id: `reopening of ${original.uuid}`,
        kind: 'reversal' as const,
        date: original.date,
        reverses: original.id,
        reason,
      }
      poster.postReversal(original, input, reversed(postingOf(writer, original)))
    }
    poster.flush()
    chain.append('month', month, { action: 'reopened', month, reason: reason.trim() })
    deleteMonth(writer, month)
  })
}

/** Marks settled months up to this one as put away; `app/close.ts` has checked the ledger and copied it. */
export function markClosed(work: Work, month: Month): void {
  for (const row of allMonths.all(work.writer, {})) {
    if (row.month > month || row.status === 'closed') continue
    work.chain.append('month', row.month, { action: 'closed', month: row.month })
    writeMonth(work.writer, { ...row, status: 'closed' })
  }
}

/** A frozen settlement as it was posted. */
export interface FrozenSettlement {
  readonly id: number
  readonly number: string
  readonly hash: Uint8Array
  readonly input: Settlement
}

export function frozenSettlements(reader: Reader, month: Month): FrozenSettlement[] {
  return settlementsOf.all(reader, { date: lastDay(month) }).map((row) => ({
    id: row.id,
    number: documentNumber('settlement', row.year, row.number),
    hash: row.hash,
    input: JSON.parse(row.input) as Settlement,
  }))
}
