/**
 * What the screens are shown: plain JSON between the core and the window. Money in tyiyn, quantity in thousandths,
 * rates in basis points, dates `YYYY-MM-DD`, months `YYYY-MM`. The procedures that give them are app/rpc/*.ts.
 */
import type { CivilDate, Month } from './dates.ts'
import type { DocumentKind } from './documents/document.ts'
import type { Notice } from './error.ts'
import type { Figures } from './reports/month.ts'

// ── Lists: one shape for every list of the program ──────────────────────────────────────────────────────────────

export interface ListFilter {
  /** Part of any shown text, folded. */
  readonly text?: string | undefined
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly kinds?: readonly DocumentKind[] | undefined
  readonly producer?: number | undefined
  readonly product?: number | undefined
  readonly location?: number | undefined
  readonly lot?: number | undefined
  readonly status?: 'draft' | 'posted' | 'reversed' | undefined
}

export interface ListQuery {
  readonly filter: ListFilter
  readonly sort: { readonly column: string; readonly descending: boolean }
  readonly page: { readonly offset: number; readonly limit: number }
}

export interface ListPage<Row> {
  readonly rows: readonly Row[]
  /** Rows that fit the filter. */
  readonly total: number
  /** Sums over all rows that fit, by column. */
  readonly totals: Readonly<Record<string, number>>
}

export interface DocumentRow {
  /** `d123` for a posted document, `x<uuid>` for a draft. */
  readonly key: string
  readonly id: number | null
  readonly draft: string | null
  readonly status: 'draft' | 'posted' | 'reversed' | 'reversal'
  readonly kind: DocumentKind
  readonly number: string
  readonly paperNumber: string
  readonly date: CivilDate | ''
  readonly location: string
  /** Producer, customer or partner it is about. */
  readonly who: string
  readonly amount: number
  readonly note: string
}

export interface StockListRow {
  readonly key: string
  readonly location: string
  readonly locationId: number
  readonly producer: string
  readonly article: string
  readonly product: string
  readonly productId: number
  readonly unit: string
  readonly lot: string
  readonly lotId: number
  readonly received: CivilDate
  readonly expires: CivilDate | ''
  readonly quantity: number
  readonly price: number | null
  readonly value: number
}

/** One move of goods: what stands behind a quantity. */
export interface StockMoveRow {
  readonly key: string
  readonly document: number
  readonly number: string
  readonly kind: DocumentKind
  readonly date: CivilDate
  /** A place's name, or `#producer`, `#customer`, `#loss`, `#surplus`: outside of all places. */
  readonly from: string
  readonly to: string
  readonly lot: string
  /** Signed for the place asked about. */
  readonly quantity: number
  readonly after: number
}

export interface ProducerRow {
  readonly key: string
  readonly id: number
  readonly code: string
  readonly name: string
  readonly village: string
  readonly district: string
  readonly phone: string
  readonly payoutMethod: string
  /** Owed now; below zero the producer owes. */
  readonly balance: number
}

export interface ProductRow {
  readonly key: string
  readonly id: number
  readonly article: string
  readonly name: string
  readonly producer: string
  readonly category: string
  readonly unit: string
  readonly barcode: string
  readonly price: number | null
  readonly stock: number
}

/** One line of a producer's account with the balance after it. */
export interface AccountRow {
  readonly key: string
  readonly document: number
  readonly number: string
  readonly kind: DocumentKind
  readonly date: CivilDate
  readonly what: string
  readonly name: string
  readonly debit: number
  readonly credit: number
  readonly balance: number
}

// ── Picking ─────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Choice {
  readonly id: number
  readonly code: string
  readonly name: string
}

export interface ProductChoice extends Choice {
  readonly unit: string
  readonly barcode: string
  readonly producer: Choice | null
  readonly price: number | null
  /** At the place asked about, on the day. */
  readonly stock: number
  readonly isSet: boolean
}

/** What the right side tells of a line's product. */
export interface ProductFacts extends ProductChoice {
  readonly priceSince: CivilDate | ''
  readonly priceBefore: number | null
  readonly stockByPlace: readonly { readonly location: string; readonly quantity: number }[]
  readonly lots: readonly {
    readonly id: number
    readonly name: string
    readonly expires: CivilDate | ''
    readonly available: number
  }[]
  /** Sold last month, in thousandths. */
  readonly soldLastMonth: number
  /** What the association owes its producer now. */
  readonly producerBalance: number
  readonly terms: TermsView | null
}

export interface TermsView {
  readonly method: 'percent_of_sale' | 'difference' | 'percent_of_difference' | 'fixed_per_unit'
  /** Basis points, or tyiyn a unit for `fixed_per_unit`. */
  readonly rate: number
  readonly since: CivilDate | ''
  /** Which level they stand at. */
  readonly level:
    | 'lot'
    | 'product_at_location'
    | 'product'
    | 'producer_at_location'
    | 'producer'
    | 'location'
    | 'association'
  readonly before: number | null
}

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A refusal at a place of the form: `line` counts from 0, `field` is the input's own name; both absent = the whole form. */
export interface FormProblem extends Notice {
  readonly line?: number
  readonly field?: string
  /** May be posted once confirmed (with a reason where it is an expired lot). */
  readonly question?: boolean
}

/** What the document would do if posted now: shown live while it is typed. */
export interface DocumentCheck {
  readonly problems: readonly FormProblem[]
  readonly warnings: readonly FormProblem[]
  readonly lines: readonly CheckedLine[]
  readonly total: number
}

export interface CheckedLine {
  readonly price: number | null
  readonly discount: number
  readonly amount: number
  readonly commission: number
  readonly rate: number
  readonly method: TermsView['method'] | null
  /** Book quantity of a counted line. */
  readonly book: number | null
  readonly lots: readonly { readonly name: string; readonly quantity: number }[]
}

export interface DocumentView {
  readonly id: number
  readonly kind: DocumentKind
  readonly number: string
  readonly status: 'posted' | 'reversed' | 'reversal'
  readonly date: CivilDate
  readonly moment: string
  readonly user: string
  readonly seal: string
  /** As it was entered: fits the form again. */
  readonly input: unknown
  readonly lines: readonly PostedLineView[]
  readonly amount: number
  readonly reverses: { readonly id: number; readonly number: string } | null
  readonly reversedBy: { readonly id: number; readonly number: string } | null
  /** The paper it was imported with: file, sheet, row. */
  readonly origin: string
}

export interface PostedLineView {
  readonly line: number
  readonly part: number
  readonly location: string
  readonly article: string
  readonly product: string
  readonly unit: string
  readonly lot: string
  readonly quantity: number
  readonly price: number | null
  readonly discount: number
  readonly amount: number
  readonly method: TermsView['method'] | null
  readonly rate: number
  readonly commission: number
  readonly partner: number
}

export interface PostedView {
  readonly id: number
  readonly number: string
  readonly warnings: readonly Notice[]
}

/** A draft as it was typed: posting it under its own id uses it up. */
export interface DraftView {
  readonly id: string
  readonly kind: DocumentKind
  readonly input: unknown
  /** When it was kept last, UTC; empty for one that is only made now. */
  readonly updated: string
}

/** «Исправить»: the reversal, and the draft that takes the document's place. */
export interface CorrectionView {
  readonly reversal: PostedView
  readonly draft: DraftView
}

// ── The month ───────────────────────────────────────────────────────────────────────────────────────────────────

export const MONTH_STEPS = ['receipts', 'sales', 'stock', 'settlement', 'payouts', 'closing'] as const
export type MonthStep = (typeof MONTH_STEPS)[number]

/** The top bar: how far the month is, and what each step still lacks. */
export interface MonthSpine {
  readonly month: Month
  readonly status: 'open' | 'settled' | 'closed'
  readonly steps: readonly {
    readonly step: MonthStep
    readonly state: 'done' | 'now' | 'later'
    readonly missing: number
  }[]
  readonly previous: Month | null
  readonly next: Month | null
}

export interface OverviewView {
  readonly spine: MonthSpine
  readonly today: CivilDate
  /** What is left before this month closes. */
  readonly left: readonly { readonly step: MonthStep; readonly notice: Notice }[]
  readonly owed: number
  readonly owedProducers: number
  readonly debts: number
  readonly sales: number
  readonly salesBefore: number
  readonly salesByDay: readonly { readonly day: number; readonly now: number; readonly before: number }[]
  readonly drafts: readonly DocumentRow[]
  readonly expiring: readonly StockListRow[]
  readonly lastCopy: string
}

export const SETTLE_QUESTIONS = [
  'negative_balance',
  'rate_unlike_rest',
  'sum_unlike_before',
  'double_import',
  'drafts_left',
  'expired_goods',
  'deduction_not_given_back',
] as const
export type SettleQuestion = (typeof SETTLE_QUESTIONS)[number]

export interface SettlementRow extends Figures {
  readonly key: string
  readonly producer: Choice
  readonly village: string
  /** Charges and deductions together, as the summary prints them. */
  readonly withheld: number
  readonly number: string
  readonly questions: readonly SettleQuestion[]
}

export interface SettlementView {
  readonly month: Month
  readonly status: 'open' | 'settled' | 'closed'
  readonly seal: string
  readonly sales: number
  readonly rows: readonly SettlementRow[]
  readonly totals: Figures & { readonly withheld: number }
  readonly questions: readonly { readonly question: SettleQuestion; readonly count: number }[]
  /** Why it cannot be settled, closed or reopened now; null when it can. */
  readonly blocked: Notice | null
}

/** What a batch payout offers: payable less what was paid after the month, at most the balance now. */
export interface PayoutOffer {
  readonly producer: Choice
  readonly payable: number
  readonly paidAfter: number
  readonly balance: number
  readonly offer: number
  readonly method: 'cash' | 'bank' | 'wallet'
  readonly details: string
}

// ── The ledger itself ───────────────────────────────────────────────────────────────────────────────────────────

export interface LedgerStatus {
  /** `none`: the first run's three doors. */
  readonly state: 'none' | 'open' | 'busy' | 'damaged' | 'newer'
  readonly organisation: string
  readonly today: CivilDate
  /** The month she works in: the first that is not closed. */
  readonly month: Month
  readonly seal: string
  readonly lastCopy: string
  readonly drafts: number
  readonly expiring: number
  readonly demo: boolean
  readonly language: 'ru' | 'ky' | 'en'
  readonly problem: Notice | null
}

export interface CopyView {
  readonly name: string
  readonly moment: string
  readonly reason: 'close' | 'import' | 'month' | 'migration' | 'manual'
  readonly bytes: number
  readonly documents: number
  /** How many documents were posted since, which a restore would lose; null while the ledger cannot be read. */
  readonly loses: number | null
}

export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'posting' | 'done'
  readonly done: number
  readonly total: number
  readonly result: ImportView | null
}

export interface ImportView {
  readonly written: boolean
  readonly counts: readonly { readonly sheet: string; readonly posted: number; readonly known: number }[]
  readonly catalogues: number
  readonly issues: readonly {
    readonly severity: 'error' | 'warning'
    readonly sheet: string
    readonly row: number | null
    readonly column: string
    readonly cell: string
    readonly sentence: string
  }[]
}
