/** F7, «why this figure»: what can be asked about, and what is answered. Plain JSON, as domain/views.ts. */
import type { CivilDate, Month } from './dates.ts'
import type { DocumentKind } from './documents/document.ts'
import type { Figures } from './reports/month.ts'
import type { TermsView } from './views.ts'

/** A figure that can be asked about. */
export type FigureRef =
  | {
      readonly kind: 'producer_month'
      readonly producer: number
      readonly month: Month
      readonly figure: keyof Figures
    }
  | { readonly kind: 'balance'; readonly producer: number }
  | {
      readonly kind: 'stock'
      readonly location: number | null
      readonly product: number
      readonly lot?: number | undefined
      readonly date: CivilDate
    }
  | {
      readonly kind: 'document_line'
      readonly document: number
      readonly line: number
      readonly part: number
    }

/**
 * One step to the moves behind a figure, one more to the document. A title or label that begins with `#` is a key of the
 * interface texts (`#sales`, `#kind.transfer`); any other is a name of the ledger's own: a product, a kind of charge, a rule.
 */
export interface Explanation {
  readonly title: string
  readonly amount: number
  readonly unit: 'money' | 'quantity'
  /** How it is made: parts that add up to it; a part may be asked about in turn. Empty where the lines say it all. */
  readonly parts: readonly ExplainedPart[]
  /** By which terms of commission: method, rate, since when; each line is rounded by itself. */
  readonly rules: readonly ExplainedRule[]
  /** What of the commission is passed on to partners. */
  readonly partners: readonly ExplainedShare[]
  readonly lines: readonly ExplainedLine[]
}

export interface ExplainedPart {
  readonly label: string
  readonly amount: number
  readonly ref?: FigureRef
  /** Of a deduction worked out by a rate, in basis points. */
  readonly base?: number
  readonly rate?: number
}

export interface ExplainedShare {
  readonly name: string
  readonly rate: number
  readonly of: 'sale' | 'commission'
  readonly share: number
}

export interface ExplainedRule {
  readonly terms: TermsView
  readonly base: number
  readonly result: number
  readonly lines: number
}

export interface ExplainedLine {
  readonly document: number
  readonly number: string
  readonly kind: DocumentKind
  readonly date: CivilDate
  readonly text: string
  readonly quantity: number | null
  readonly amount: number
}
