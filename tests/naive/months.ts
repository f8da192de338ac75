import type { RowValues } from '../../domain/book/sheets.ts'
import { compareText, endOfMonth, halfUp, nextMonth } from './numbers.ts'
import type { Figure, World } from './world.ts'
import { hundredths, pay, refuse, setting } from './world.ts'

/** One producer's month, as the expected files have it; producers without any figure stand there with zeros. */
interface NaiveFigures {
  opening: number
  sales: number
  returns: number
  commission: number
  compensation: number
  charges: number
  payouts: number
  due: number
  deductions: number
  closing: number
  payable: number
}

export interface NaiveMonth {
  month: string
  producers: ({ code: string } & NaiveFigures)[]
  totals: NaiveFigures
  /** The sum of the partners' shares. */
  partner: number
}

const NO_FIGURES: NaiveFigures = {
  opening: 0,
  sales: 0,
  returns: 0,
  commission: 0,
  compensation: 0,
  charges: 0,
  payouts: 0,
  due: 0,
  deductions: 0,
  closing: 0,
  payable: 0,
}

const FIGURE_NAMES = [
  'opening',
  'sales',
  'returns',
  'commission',
  'compensation',
  'charges',
  'payouts',
  'due',
  'deductions',
  'closing',
  'payable',
] as const satisfies readonly (keyof NaiveFigures)[]

/** Credit less debit of an account over the moves that the filter lets through. */
function credited(world: World, account: string, fits: (date: string, figure: Figure) => boolean): bigint {
  let sum = 0n
  for (const move of world.money) {
    if (!fits(move.date, move.figure)) continue
    if (move.credit === account) sum += move.amount
    if (move.debit === account) sum -= move.amount
  }
  return sum
}

type Rule = RowValues<'rules'>
type Producer = RowValues<'producers'>

function rulesFor(world: World, producer: Producer, last: string): Rule[] {
  const fitting: Rule[] = []
  for (const { row, values: rule } of world.book.rules) {
    const own = producer.organisation ?? 'ОСОП'
    const fits =
      rule.from <= last &&
      (rule.until === undefined || rule.until >= last) &&
      (rule.taxStatus === undefined || rule.taxStatus === (producer.taxStatus ?? 'none')) &&
      (rule.organisation === undefined || rule.organisation === own) &&
      (rule.producer === undefined || rule.producer === producer.code)
    if (!fits) continue
    if (fitting.some((other) => other.name === rule.name)) return refuse('rules', row, 'rules_clash')
    fitting.push(rule)
  }
  return fitting
}

function deductionOf(rule: Rule, due: bigint, salesLessReturns: bigint): bigint {
  if (rule.base === 'fixed') return BigInt(rule.amount ?? 0)
  return halfUp(rule.base === 'due' ? due : salesLessReturns, BigInt(rule.rate ?? 0), 10_000n)
}

function settleProducer(world: World, producer: Producer, month: string): NaiveFigures {
  const account = `producer:${producer.code}`
  const last = endOfMonth(month)
  const figure = (name: Figure): bigint =>
    credited(world, account, (date, counted) => date.startsWith(month) && counted === name)
  const before = credited(world, account, (date) => date < `${month}-01`)
  const opening = before + figure('opening')
  const sales = figure('sales')
  const returns = -figure('returns')
  const commission = -figure('commission')
  const due = sales - returns - commission
  const rules = rulesFor(world, producer, last)
  if (due > 0n) {
    for (const rule of rules) {
      pay(world, last, account, `charges:${rule.name}`, deductionOf(rule, due, sales - returns), 'deductions')
    }
  }
  const deductions = -figure('deductions')
  const compensation = figure('compensation')
  const charges = -figure('charges')
  const payouts = -figure('payouts')
  const closing = opening + due + compensation - charges - deductions - payouts
  const minimum = hundredths(setting(world.book, 'минимальная выплата') ?? '0')
  const payable = closing > 0n && closing >= minimum ? closing : 0n
  const all = {
    opening,
    sales,
    returns,
    commission,
    compensation,
    charges,
    payouts,
    due,
    deductions,
    closing,
    payable,
  }
  const figures = { ...NO_FIGURES }
  for (const name of FIGURE_NAMES) figures[name] = Number(all[name])
  return figures
}

function shareOfPartners(world: World, month: string): bigint {
  let share = 0n
  for (const { values } of world.book.partners) {
    share += credited(
      world,
      `partner:${values.code}`,
      (date, figure) => date.startsWith(month) && figure === 'share',
    )
  }
  return share
}

/** Settles and posts one month: the deductions enter the accounts on its last day. */
export function settleMonth(world: World, month: string): NaiveMonth {
  const totals = { ...NO_FIGURES }
  const producers: NaiveMonth['producers'] = []
  const rows = [...world.book.producers].sort((left, right) =>
    compareText(left.values.code, right.values.code),
  )
  for (const { values } of rows) {
    const figures = settleProducer(world, values, month)
    producers.push({ code: values.code, ...figures })
    for (const name of FIGURE_NAMES) totals[name] += figures[name]
  }
  return { month, producers, totals, partner: Number(shareOfPartners(world, month)) }
}

export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}
