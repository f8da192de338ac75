/** One producer's month: its figures and deductions (rules.md section 7). */
import { percentOf, sum, type Tyiyn, whole } from './money.ts'
import type { Figures } from './reports/month.ts'

/** Sums of a producer's moves dated in the month by figure, each as it counts in the figure (payouts positive when paid). */
export interface MonthSums {
  /** Balance before the month. */
  readonly before: number
  readonly opening: number
  readonly sales: number
  readonly returns: number
  readonly commission: number
  readonly compensation: number
  readonly charges: number
  readonly payouts: number
}

export interface DeductionRule {
  readonly id: number
  readonly name: string
  readonly base: 'due' | 'sales' | 'fixed'
  readonly rate_bp: number
  readonly amount_tyiyn: number
  /** Null fits every status, organisation or producer. */
  readonly taxStatus: string | null
  readonly organisation: string | null
  readonly producer: number | null
}

export interface Deduction {
  readonly rule: number
  readonly name: string
  readonly base_tyiyn: number
  readonly amount_tyiyn: number
}

export interface SettledMember {
  readonly id: number
  /** Empty counts as «нет». */
  readonly taxStatus: string
  /** Empty counts as the association's own. */
  readonly organisation: string
}

/** The association's own code as the organisation of a producer. */
export const OWN_ORGANISATION = 'ОСОП'

const fold = (text: string): string => text.trim().toLowerCase()

export function ruleFits(rule: DeductionRule, member: SettledMember): boolean {
  const organisation = member.organisation || OWN_ORGANISATION
  return (
    (rule.taxStatus === null || rule.taxStatus === (member.taxStatus || 'none')) &&
    (rule.organisation === null || fold(rule.organisation) === fold(organisation)) &&
    (rule.producer === null || rule.producer === member.id)
  )
}

/** All rules that fit are added, each half-up; none from a due ≤ 0. */
export function deductionsOf(sums: MonthSums, rules: readonly DeductionRule[]): Deduction[] {
  const due_tyiyn = whole(sums.sales - sums.returns - sums.commission)
  if (due_tyiyn <= 0) return []
  const bases = { due: due_tyiyn, sales: whole(sums.sales - sums.returns), fixed: 0 }
  return rules
    .map(({ id, name, base, rate_bp, amount_tyiyn }) => ({
      rule: id,
      name,
      base_tyiyn: bases[base],
      amount_tyiyn: base === 'fixed' ? amount_tyiyn : percentOf(bases[base], rate_bp),
    }))
    .filter(({ amount_tyiyn }) => amount_tyiyn !== 0)
}

/** The figures of the month with the deductions given; payable is closing where it reaches the minimum payout. */
export function figuresOf(sums: MonthSums, deductions_tyiyn: number, minimumPayout_tyiyn: number): Figures {
  const opening = whole(sums.before + sums.opening)
  const due = whole(sums.sales - sums.returns - sums.commission)
  const closing = sum([opening, due, sums.compensation, -sums.charges, -deductions_tyiyn, -sums.payouts])
  return {
    opening,
    sales: sums.sales,
    returns: sums.returns,
    commission: sums.commission,
    due,
    compensation: sums.compensation,
    charges: sums.charges,
    deductions: deductions_tyiyn,
    payouts: sums.payouts,
    closing,
    payable: payable(closing, minimumPayout_tyiyn),
  }
}

function payable(closing_tyiyn: number, minimumPayout_tyiyn: number): Tyiyn {
  return (closing_tyiyn > 0 && closing_tyiyn >= minimumPayout_tyiyn ? closing_tyiyn : 0) as Tyiyn
}

/** Column totals: the sums of the printed lines. @throws EsepError `amount_too_large` */
export function totalsOf(rows: readonly Figures[]): Figures {
  const total = (key: keyof Figures): number => sum(rows.map((row) => row[key]))
  return {
    opening: total('opening'),
    sales: total('sales'),
    returns: total('returns'),
    commission: total('commission'),
    due: total('due'),
    compensation: total('compensation'),
    charges: total('charges'),
    deductions: total('deductions'),
    payouts: total('payouts'),
    closing: total('closing'),
    payable: total('payable'),
  }
}
