/** What a month's settlement says: worked out for an open month, frozen for a settled one (rules.md section 7). */

import { chainHead, entryBySeq } from '../db/queries/chain.ts'
import { accountMovesBetween, goodsLinesBetween } from '../db/queries/month-report.ts'
import { monthRow } from '../db/queries/months.ts'
import type { ProducerTable } from '../db/schema.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { firstDay, lastDay, type Month } from '../domain/dates.ts'
import { documentNumber } from '../domain/documents/document.ts'
import type {
  AccountLine,
  Figures,
  MonthReport,
  ProducerDetails,
  ProducerMonth,
  SettlementLine,
} from '../domain/reports/month.ts'
import { type Deduction, totalsOf } from '../domain/settlement.ts'
import { groupBy } from './catalogue.ts'
import { sealOf } from './chain.ts'
import { type Ledger, look } from './ledger.ts'
import { monthControls } from './month-controls.ts'
import { goodsOfMonth } from './month-goods.ts'
import { type GoodsLine, type Span, signed } from './month-lines.ts'
import { partnersOfMonth } from './month-partners.ts'
import { checkOrder, frozenSettlements, workOut } from './months.ts'
import { type Names, named, namesAsOf, namesNow } from './names.ts'
import { organisationOf } from './organisation.ts'

/** A producer's month before its lines are added. */
interface Head {
  readonly producer: ProducerTable
  readonly figures: Figures
  readonly deductions: readonly Deduction[]
  readonly number: string
  readonly seal: string
}

interface Settled {
  readonly seal: string
  readonly organisation: MonthReport['organisation']
}

/** @throws EsepError `month_before_open`, `nothing_to_settle` for a month whose turn has not come. */
export function monthReport(ledger: Ledger, month: Month): Promise<MonthReport> {
  return look(ledger, () => reportOf(ledger, month))
}

function reportOf(ledger: Ledger, month: Month): MonthReport {
  const reader = ledger.connection
  const row = monthRow.get(reader, { month })
  if (!row) checkOrder(reader, month)
  const lastSeq = row?.last_seq ?? chainHead.get(reader, {})?.seq ?? 0
  const span: Span = { month, from: firstDay(month), to: lastDay(month), lastSeq }
  const names = row ? namesAsOf(reader, lastSeq) : namesNow(reader)
  const settled = row ? settledMonth(reader, row.seq) : undefined
  const heads = settled ? frozenHeads(reader, month, names) : workedHeads(ledger, month)
  const lines = goodsLinesBetween.all(reader, span)
  const goods = goodsOfMonth(reader, span, names)
  const producers = producerMonths(reader, span, names, heads, lines, goods.byProducer)
  const partners = partnersOfMonth(reader, span, names, lines)
  const totals = totalsOf(producers)
  return {
    month,
    posted: settled !== undefined,
    seal: settled?.seal ?? '',
    organisation: settled?.organisation ?? organisationOf(ledger.catalogue, lastDay(month)),
    producers,
    partners: partners.shares,
    partnerAccounts: partners.accounts,
    totals,
    controls: monthControls(reader, span, {
      posted: settled !== undefined,
      totals,
      lines,
      partners: partners.shares,
    }),
    stock: goods.control,
  }
}

function settledMonth(reader: Reader, seq: number): Settled {
  const entry = entryBySeq.get(reader, { seq })
  if (!entry?.content) throw new Error(`no entry ${seq} of a settled month`)
  const { organisation } = JSON.parse(entry.content) as Settled
  return { seal: sealOf(entry.hash), organisation }
}

function workedHeads(ledger: Ledger, month: Month): Head[] {
  const worked = workOut(ledger.connection, ledger.catalogue, month)
  return worked.map((own) => ({ ...own, number: '', seal: '' }))
}

/** The producer's details are those of the settlement, whatever they are now. */
function frozenHeads(reader: Reader, month: Month, names: Names): Head[] {
  return frozenSettlements(reader, month).map(({ number, hash, input }) => ({
    producer: { ...named(names.producers, input.producer), ...(input.details as Partial<ProducerTable>) },
    figures: input.figures,
    deductions: input.deductions,
    number,
    seal: sealOf(hash),
  }))
}

function producerMonths(
  reader: Reader,
  span: Span,
  names: Names,
  heads: readonly Head[],
  lines: readonly GoodsLine[],
  goods: ReadonlyMap<number, ProducerMonth['goods']>,
): ProducerMonth[] {
  const linesOf = groupBy(lines, ({ producer_id }) => producer_id ?? 0)
  const movesOf = groupBy(accountMovesBetween.all(reader, span), ({ producer_id }) => producer_id)
  return heads.map(({ producer, figures, deductions, number, seal }) => {
    const moves = movesOf.get(producer.id) ?? []
    const of = (figure: string) => moves.filter((move) => move.figure === figure).map(accountLine)
    return {
      ...figures,
      producer: producerDetails(producer),
      number,
      seal,
      lines: (linesOf.get(producer.id) ?? []).map((line) => settlementLine(line, names)),
      chargeLines: of('charges'),
      deductionLines: deductions.map(({ name, amount_tyiyn }) => ({
        date: span.to,
        document: number,
        what: name,
        note: '',
        amount: amount_tyiyn,
      })),
      compensationLines: of('compensation'),
      openingLines: of('opening'),
      payoutLines: of('payouts'),
      goods: goods.get(producer.id) ?? [],
    }
  })
}

function settlementLine(line: GoodsLine, names: Names): SettlementLine {
  const product = named(names.products, line.product_id)
  const { quantity_milli, discount_tyiyn, amount_tyiyn, commission_tyiyn, partner_tyiyn } = signed(line)
  return {
    date: line.date,
    document: documentNumber(line.kind, line.year, line.number),
    figure: line.kind === 'sale' ? 'sales' : 'returns',
    article: product.article,
    name: product.name,
    unit: product.unit,
    quantity: quantity_milli,
    price: line.price_tyiyn ?? 0,
    discount: discount_tyiyn,
    amount: amount_tyiyn,
    method: line.method ?? 'percent_of_sale',
    rate: line.method === 'fixed_per_unit' ? 0 : line.rate,
    commission: commission_tyiyn,
    partner: partner_tyiyn,
    due: amount_tyiyn - commission_tyiyn,
  }
}

type AccountMove = ReturnType<typeof accountMovesBetween.all>[number]

/** Which side of the producer's account raises the figure. */
const RAISES: Readonly<Record<string, 'credit' | 'debit'>> = {
  opening: 'credit',
  compensation: 'credit',
  charges: 'debit',
  payouts: 'debit',
}

function accountLine(move: AccountMove): AccountLine {
  const onDebit = move.debit_key.startsWith('producer:')
  const other = onDebit ? move.credit_key : move.debit_key
  const raises = RAISES[move.figure] === (onDebit ? 'debit' : 'credit')
  const { lines } = JSON.parse(move.input) as { lines?: { note?: string; reason?: string }[] }
  const line = lines?.[move.line - 1]
  return {
    date: move.date,
    document: documentNumber(move.kind, move.year, move.number),
    what: other.startsWith('charges:') ? other.slice(8) : other,
    note: line?.note ?? line?.reason ?? '',
    amount: raises ? move.amount_tyiyn : -move.amount_tyiyn,
  }
}

export function producerDetails(row: ProducerTable): ProducerDetails {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    organisation: row.organisation,
    leader: row.leader,
    oblast: row.oblast,
    district: row.district,
    village: row.village,
    phone: row.phone,
    inn: row.inn,
    passport: row.passport,
    taxStatus: row.tax_status,
    payoutMethod: row.payout_method,
    details: row.details,
    joined: row.joined,
  }
}
