/** The figures of one producer's month, each from what it is made of (rules.md section 7). */

import { allRules } from '../../db/queries/catalogues.ts'
import { movesOfFigure, productOfLine } from '../../db/queries/explain.ts'
import { monthRow } from '../../db/queries/months.ts'
import { addMonths, firstDay, lastDay } from '../../domain/dates.ts'
import type { ExplainedPart, Explanation } from '../../domain/explanation.ts'
import type { Ledger } from '../ledger.ts'
import { explainGoods } from './goods.ts'
import {
  explainedLine,
  explanation,
  type FigureKey,
  figurePart,
  figureRef,
  type ProducerMonthRef,
  partsBy,
  rowOf,
} from './parts.ts'

export interface FigureOfMonth extends ProducerMonthRef {
  readonly figure: FigureKey
}

/** @throws EsepError `unknown_producer` */
export function explainFigure(ledger: Ledger, ref: FigureOfMonth): Explanation {
  ledger.catalogue.producer(ref.producer)
  const told = BY_FIGURE[ref.figure](ledger, ref)
  return { ...told, title: `#${ref.figure}`, amount: rowOf(ledger, ref)?.figures[ref.figure] ?? 0 }
}

const BY_FIGURE: Readonly<Record<FigureKey, (ledger: Ledger, ref: FigureOfMonth) => Explanation>> = {
  opening: explainOpening,
  sales: explainGoods,
  returns: explainGoods,
  commission: explainGoods,
  due: (ledger, ref) =>
    explainSum(ledger, ref, [
      ['sales', 1],
      ['returns', -1],
      ['commission', -1],
    ]),
  compensation: explainMoves,
  charges: explainMoves,
  deductions: explainDeductions,
  payouts: explainMoves,
  closing: (ledger, ref) => explainSum(ledger, ref, CLOSING),
  payable: explainPayable,
}

type Signed = readonly (readonly [FigureKey, 1 | -1])[]

/** closing = opening + sales − returns − commission + compensation − charges − deductions − payouts */
const CLOSING: Signed = [
  ['opening', 1],
  ['sales', 1],
  ['returns', -1],
  ['commission', -1],
  ['compensation', 1],
  ['charges', -1],
  ['deductions', -1],
  ['payouts', -1],
]

function explainSum(ledger: Ledger, ref: FigureOfMonth, figures: Signed): Explanation {
  const row = rowOf(ledger, ref)
  const parts = figures.flatMap(([figure, sign]) => figurePart(ref, row?.figures, figure, sign))
  return explanation({ parts })
}

/** The balance of the month before, and opening documents dated in this one. */
function explainOpening(ledger: Ledger, ref: FigureOfMonth): Explanation {
  const lines = explainMoves(ledger, ref).lines
  const opened = lines.reduce((sum, { amount }) => sum + amount, 0)
  const before = (rowOf(ledger, ref)?.figures.opening ?? 0) - opened
  const documents = opened === 0 ? [] : [{ label: '#opening_documents', amount: opened }]
  return explanation({ parts: [...beforeParts(ledger, ref, before), ...documents], lines })
}

/** In an open month the one before shows deductions that are not taken before it is settled. */
function beforeParts(ledger: Ledger, { producer, month }: FigureOfMonth, before: number): ExplainedPart[] {
  if (before === 0) return []
  const ref = { producer, month: addMonths(month, -1) }
  const row = rowOf(ledger, ref)
  if (!row) return [{ label: '#balance_before', amount: before }]
  const { closing, deductions } = row.figures
  const settled = monthRow.get(ledger.connection, { month: ref.month }) !== undefined
  const untaken = settled || deductions === 0 ? [] : [{ label: '#not_deducted_yet', amount: deductions }]
  return [{ label: '#closing_before', amount: closing, ref: figureRef(ref, 'closing') }, ...untaken]
}

/** Payable is closing where it reaches the minimum payout, else nothing, and the balance goes on. */
function explainPayable(ledger: Ledger, ref: FigureOfMonth): Explanation {
  const figures = rowOf(ledger, ref)?.figures
  const kept = (figures?.payable ?? 0) - (figures?.closing ?? 0)
  const label = kept > 0 ? '#debt_carried_over' : '#below_minimum'
  return explanation({
    parts: [...figurePart(ref, figures, 'closing'), ...(kept === 0 ? [] : [{ label, amount: kept }])],
  })
}

/** Which side of the producer's account raises the figure. */
const RAISED_BY: Readonly<Partial<Record<FigureKey, 'credit' | 'debit'>>> = {
  opening: 'credit',
  compensation: 'credit',
  charges: 'debit',
  payouts: 'debit',
}

type Move = ReturnType<typeof movesOfFigure.all>[number]

function explainMoves(ledger: Ledger, { producer, month, figure }: FigureOfMonth): Explanation {
  const span = { producer, from: firstDay(month), to: lastDay(month) }
  const rows = movesOfFigure.all(ledger.connection, { ...span, figure }).map((move) => {
    const onDebit = move.debit_key.startsWith('producer:')
    const raises = RAISED_BY[figure] === (onDebit ? 'debit' : 'credit')
    const other = onDebit ? move.credit_key : move.debit_key
    return {
      move,
      what: whatOf(ledger, move, other),
      amount: raises ? move.amount_tyiyn : -move.amount_tyiyn,
    }
  })
  return explanation({
    parts: partsBy(
      rows,
      ({ what }) => what,
      ({ amount }) => amount,
    ),
    lines: rows.map(({ move, what, amount }) => explainedLine(move, what, null, amount)),
  })
}

/** A kind of charge by its name, a loss by the product, else the account on the other side. */
function whatOf({ connection, catalogue }: Ledger, { id, line }: Move, other: string): string {
  if (other.startsWith('charges:')) return other.slice('charges:'.length)
  if (other !== 'loss') return `#${other}`
  const product = productOfLine.get(connection, { document: id, line })
  return product ? catalogue.product(product.product_id).name : '#loss'
}

/** Rule by rule; the settlement is the paper that took them. */
function explainDeductions(ledger: Ledger, ref: FigureOfMonth): Explanation {
  const row = rowOf(ledger, ref)
  const rules = new Map(allRules.all(ledger.connection, {}).map((rule) => [rule.id, rule]))
  const parts = (row?.deductions ?? []).map(({ rule, name, amount_tyiyn, base_tyiyn }): ExplainedPart => {
    const own = rules.get(rule)
    const rated = own && own.base !== 'fixed' ? { base: base_tyiyn, rate: own.rate_bp } : {}
    return { label: name, amount: amount_tyiyn, ...rated }
  })
  const settlement = row?.settlement
  const date = lastDay(ref.month)
  const lines = settlement
    ? parts.map(({ label, amount }) => ({
        document: settlement.id,
        number: settlement.number,
        kind: 'settlement' as const,
        date,
        text: label,
        quantity: null,
        amount,
      }))
    : []
  return explanation({ parts, lines })
}
