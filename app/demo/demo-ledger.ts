/** The demo association's year as the bookkeeper would have lived it: a book a month, settled, paid, and on. */
import { hash } from 'node:crypto'
import type { Book } from '../../domain/book/sheets.ts'
import { type Canonical, canonical } from '../../domain/canonical.ts'
import { addMonths, type CivilDate, lastDay, type Month } from '../../domain/dates.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { EsepError } from '../../domain/error.ts'
import type { MonthReport } from '../../domain/reports/month.ts'
import { postDocuments } from '../documents.ts'
import { importBook } from '../import/post-book.ts'
import { BOOKKEEPER, type Clock, change, type Ledger, look } from '../ledger.ts'
import { monthReport } from '../month-report.ts'
import { markClosed, settleMonth } from '../months.ts'
import { namesNow } from '../names.ts'
import { type DemoOptions, makeDemoBook, monthOfBook } from './demo-book.ts'

/** A clock that stands where it is put; every moment asked for is a minute later, so that the content never varies. */
export class DemoClock implements Clock {
  #day: CivilDate
  #minutes = 0

  constructor(day: CivilDate) {
    this.#day = day
  }

  /** Nine in the morning in Bishkek. */
  goTo(day: CivilDate): void {
    this.#day = day
    this.#minutes = 0
  }

  today(): CivilDate {
    return this.#day
  }

  now(): string {
    const minutes = this.#minutes
    this.#minutes += 1
    const hour = String(3 + Math.floor(minutes / 60)).padStart(2, '0')
    return `${this.#day}T${hour}:${String(minutes % 60).padStart(2, '0')}:00.000Z`
  }
}

export interface DemoWork {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Fills an empty ledger, opened with the same clock. Every month but the last is settled, paid and closed.
 * @throws EsepError `cancelled`
 */
export async function fillDemoLedger(
  ledger: Ledger,
  clock: DemoClock,
  options: DemoOptions,
  { signal, onProgress }: DemoWork = {},
): Promise<void> {
  const book = makeDemoBook(options)
  const { until, months: total = 12 } = options
  for (let done = 0; done < total; done += 1) {
    onProgress?.(done, total)
    const month = addMonths(until, done + 1 - total)
    clock.goTo(dayAfter(month, 1))
    await takeIn(ledger, monthOfBook(book, month, done === 0), month, signal)
    if (month !== until) await settleAndPay(ledger, clock, month)
  }
}

/** So many days into the month after. */
const dayAfter = (month: Month, day: number): CivilDate =>
  `${addMonths(month, 1)}-${String(day).padStart(2, '0')}`

async function takeIn(
  ledger: Ledger,
  book: Book,
  month: Month,
  signal: AbortSignal | undefined,
): Promise<void> {
  const sha256 = hash('sha256', canonical(book as unknown as Canonical), 'hex')
  const reading = { book, issues: [], sheets: [], skipped: [] }
  const files = [{ name: `Книга учёта ${month}.xlsx`, sha256 }]
  const result = await importBook(ledger, reading, {
    actor: BOOKKEEPER,
    files,
    ...(signal ? { signal } : {}),
  })
  const wrong = result.issues.find(({ severity }) => severity === 'error')
  if (wrong) throw new EsepError(wrong.code, wrong.data)
}

async function settleAndPay(ledger: Ledger, clock: DemoClock, month: Month): Promise<void> {
  clock.goTo(dayAfter(month, 3))
  await settleMonth(ledger, month, BOOKKEEPER)
  const report = await monthReport(ledger, month)
  clock.goTo(dayAfter(month, 6))
  const ids = await look(ledger, () => idsByCode(ledger))
  const documents = [...payouts(report, ids, clock.today()), ...remittances(report, ids, clock.today())]
  if (documents.length > 0) await postDocuments(ledger, documents, BOOKKEEPER)
  // Invented figures need no copy, which closing a real month demands.
  await change(ledger, BOOKKEEPER, (work) => markClosed(work, month))
}

interface Ids {
  readonly producers: ReadonlyMap<string, number>
  readonly partners: ReadonlyMap<string, number>
}

function idsByCode({ connection }: Ledger): Ids {
  const names = namesNow(connection)
  const byCode = (rows: Iterable<{ id: number; code: string }>) =>
    new Map([...rows].map(({ code, id }) => [code, id]))
  return { producers: byCode(names.producers.values()), partners: byCode(names.partners.values()) }
}

/** The payout sheet: a document a way of payment; the cash for it is fetched from the bank first. */
function payouts({ month, producers }: MonthReport, ids: Ids, date: CivilDate): DocumentInput[] {
  const due = Map.groupBy(
    producers.filter(({ payable }) => payable > 0),
    ({ producer }) => producer.payoutMethod || 'cash',
  )
  const cash_tyiyn = (due.get('cash') ?? []).reduce((sum, { payable }) => sum + payable, 0)
  const [cash, bank] = [{ account: 'cash' }, { account: 'bank' }] as const
  const fetched = { from: bank, to: cash, amount_tyiyn: Math.ceil(cash_tyiyn / 100_000) * 100_000 }
  return [
    ...(cash_tyiyn === 0 ? [] : [moneyOf(`demo cash ${month}`, date, [fetched])]),
    ...[...due].map(
      ([method, paid]): DocumentInput => ({
        id: `demo payout ${month} ${method}`,
        kind: 'payout',
        date,
        lines: paid.map(({ producer, payable }) => ({
          producer: ids.producers.get(producer.code) ?? 0,
          amount_tyiyn: payable,
          method,
        })),
      }),
    ),
  ]
}

type MoneyLines = Extract<DocumentInput, { kind: 'money' }>['lines']

const moneyOf = (id: string, date: CivilDate, lines: MoneyLines): DocumentInput => ({
  id,
  kind: 'money',
  date,
  lines,
})

/** Tax withheld goes to the state, and its share to the partner. */
function remittances(
  { month, producers, partnerAccounts }: MonthReport,
  ids: Ids,
  date: CivilDate,
): DocumentInput[] {
  const bank = { account: 'bank' } as const
  const tax_tyiyn = producers
    .flatMap(({ deductionLines }) => deductionLines)
    .reduce((sum, { what, amount }) => (what === TAX ? sum + amount : sum), 0)
  const lines: MoneyLines = []
  if (tax_tyiyn > 0)
    lines.push({ from: bank, to: { account: 'charges', what: TAX }, amount_tyiyn: tax_tyiyn })
  for (const { code, closing } of partnerAccounts) {
    const id = ids.partners.get(code)
    if (closing > 0 && id !== undefined)
      lines.push({ from: bank, to: { account: 'partner', id }, amount_tyiyn: closing })
  }
  return lines.length === 0 ? [] : [moneyOf(`demo remittance ${month}`, date, lines)]
}

const TAX = 'Подоходный налог'

/** The clock of a demo ledger before its first book. */
export function demoClock({ until, months = 12 }: DemoOptions): DemoClock {
  return new DemoClock(lastDay(addMonths(until, -months)))
}
