/** Control totals of a month: two independent ways to each figure (formats.md section 2, «Сверка»). */

import { allAccounts } from '../db/queries/catalogues.ts'
import { pairsBetween } from '../db/queries/month-report.ts'
import { sumsOfMonth } from '../db/queries/months.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import type { Control, Figures, PartnerShare } from '../domain/reports/month.ts'
import { type GoodsLine, type Span, signed } from './month-lines.ts'
import { openingBalances } from './months.ts'

interface Statements {
  readonly posted: boolean
  readonly totals: Figures
  readonly lines: readonly GoodsLine[]
  readonly partners: readonly PartnerShare[]
}

/** Balances of an account: by the stored sums, and by the moves of the month one by one. */
interface Balances {
  readonly opening: number
  readonly stored: number
  readonly moved: number
}

export function monthControls(
  reader: Reader,
  span: Span,
  { posted, totals, lines, partners }: Statements,
): Control[] {
  const balances = balancesOf(reader, span)
  const sumOf = (test: (key: string) => boolean, part: keyof Balances): number =>
    [...balances].reduce((total, [key, own]) => (test(key) ? total + own[part] : total), 0)
  const isProducer = (key: string): boolean => key.startsWith('producer:')
  const sold = lines
    .filter(({ kind }) => kind === 'sale')
    .reduce((total, line) => total + signed(line).amount_tyiyn, 0)
  const back = lines
    .filter(({ kind }) => kind === 'customer_return')
    .reduce((total, line) => total - signed(line).amount_tyiyn, 0)
  const commission = lines.reduce((total, line) => total + signed(line).commission_tyiyn, 0)
  const share = partners.reduce((total, partner) => total + partner.share, 0)
  const income =
    sumOf((key) => key === 'commission', 'stored') - sumOf((key) => key === 'commission', 'opening')
  // A preview's deductions are not in the register yet.
  const pending = posted ? 0 : totals.deductions
  const side = (sign: 1 | -1): number =>
    [...balances.values()].reduce((total, { stored }) => total + Math.max(sign * stored, 0), 0)
  return [
    { key: 'closing', left: totals.closing, right: sumOf(isProducer, 'stored') - pending },
    { key: 'sales', left: totals.sales, right: sold },
    { key: 'returns', left: totals.returns, right: back },
    { key: 'commission', left: totals.commission, right: commission },
    { key: 'payouts', left: totals.payouts, right: payoutsOf(reader, span) },
    { key: 'split', left: sold - back, right: totals.due + share + income },
    { key: 'partners', left: share, right: sharesMoved(reader, span) },
    {
      key: 'cash',
      left: sumOf((key) => key === 'cash', 'stored'),
      right: sumOf((key) => key === 'cash', 'moved'),
    },
    {
      key: 'bank',
      left: sumOf((key) => key === 'bank', 'stored'),
      right: sumOf((key) => key === 'bank', 'moved'),
    },
    { key: 'trial_balance', left: side(1), right: side(-1) },
  ]
}

function balancesOf(reader: Reader, span: Span): Map<string, Balances> {
  const balances = new Map<string, { opening: number; stored: number; moved: number }>()
  const keys = keysOf(reader)
  const of = (id: number) => {
    const key = keys.get(id) ?? ''
    const own = balances.get(key) ?? { opening: 0, stored: 0, moved: 0 }
    balances.set(key, own)
    return own
  }
  for (const { account_id, balance_tyiyn } of openingBalances(reader, span.month)) {
    const own = of(account_id)
    own.opening += balance_tyiyn
    own.stored += balance_tyiyn
    own.moved += balance_tyiyn
  }
  for (const { account_id, amount_tyiyn } of sumsOfMonth.all(reader, { month: span.month }))
    of(account_id).stored += amount_tyiyn
  for (const { debit_id, credit_id, amount_tyiyn } of pairsBetween.all(reader, {
    ...span,
    lastSeq: Number.MAX_SAFE_INTEGER,
  })) {
    of(debit_id).moved -= amount_tyiyn
    of(credit_id).moved += amount_tyiyn
  }
  return balances
}

const keysOf = (reader: Reader): Map<number, string> =>
  new Map(allAccounts.all(reader, {}).map(({ id, key }) => [id, key]))

function payoutsOf(reader: Reader, span: Span): number {
  const keys = keysOf(reader)
  let total = 0
  for (const { debit_id, figure, amount_tyiyn } of pairsBetween.all(reader, span)) {
    if (figure === 'payouts')
      total += keys.get(debit_id)?.startsWith('producer:') ? amount_tyiyn : -amount_tyiyn
  }
  return total
}

/** What the register moved between commission income and partners. */
function sharesMoved(reader: Reader, span: Span): number {
  const keys = keysOf(reader)
  const isPartner = (id: number): boolean => keys.get(id)?.startsWith('partner:') ?? false
  let total = 0
  for (const { debit_id, credit_id, amount_tyiyn } of pairsBetween.all(reader, span)) {
    if (keys.get(debit_id) === 'commission' && isPartner(credit_id)) total += amount_tyiyn
    if (keys.get(credit_id) === 'commission' && isPartner(debit_id)) total -= amount_tyiyn
  }
  return total
}
