/** What explanations are put together of. */
import type { Month } from '../../domain/dates.ts'
import { type DocumentKind, documentNumber } from '../../domain/documents/document.ts'
import type { ExplainedLine, ExplainedPart, Explanation, FigureRef } from '../../domain/explanation.ts'
import type { Figures } from '../../domain/reports/month.ts'
import type { Ledger } from '../ledger.ts'
import { figuresOfMonth, type ProducerFigures } from '../month-figures.ts'

export type FigureKey = keyof Figures

export interface ProducerMonthRef {
  readonly producer: number
  readonly month: Month
}

const EMPTY: Explanation = {
  title: '',
  amount: 0,
  unit: 'money',
  parts: [],
  rules: [],
  partners: [],
  lines: [],
}

export const explanation = (told: Partial<Explanation>): Explanation => ({ ...EMPTY, ...told })

export const figureRef = ({ producer, month }: ProducerMonthRef, figure: FigureKey): FigureRef => ({
  kind: 'producer_month',
  producer,
  month,
  figure,
})

/** The producer's row of the month; undefined for one without any figure. */
export function rowOf(ledger: Ledger, { producer, month }: ProducerMonthRef): ProducerFigures | undefined {
  return figuresOfMonth(ledger, month).find((row) => row.producer.id === producer)
}

/** A figure as a part of another one, with its sign there. */
export function figurePart(
  ref: ProducerMonthRef,
  figures: Figures | undefined,
  figure: FigureKey,
  sign: 1 | -1 = 1,
): ExplainedPart[] {
  const amount = figures?.[figure] ?? 0
  return amount === 0 ? [] : [{ label: `#${figure}`, amount: sign * amount, ref: figureRef(ref, figure) }]
}

interface Source {
  readonly id: number
  readonly kind: DocumentKind
  readonly year: number
  readonly number: number
  readonly date: string
}

export const explainedLine = (
  { id, kind, year, number, date }: Source,
  text: string,
  quantity: number | null,
  amount: number,
): ExplainedLine => ({
  document: id,
  number: documentNumber(kind, year, number),
  kind,
  date,
  text,
  quantity,
  amount,
})

/** Amounts of equal labels added up, in the order in which they first come. */
export function partsBy<T>(
  rows: readonly T[],
  labelOf: (row: T) => string,
  amountOf: (row: T) => number,
): ExplainedPart[] {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(labelOf(row), (sums.get(labelOf(row)) ?? 0) + amountOf(row))
  return [...sums].map(([label, amount]) => ({ label, amount }))
}
