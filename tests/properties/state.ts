/** Ledgers compared by what they say, whatever documents brought them there. */
import type { Ledger } from '../../app/ledger.ts'
import type { Book, SheetKey } from '../../domain/book/sheets.ts'
import {
  balancesOf,
  type MonthRow,
  monthsOf,
  partnerShareOf,
  settleAll,
  stockOf,
} from '../fixtures/ledger.ts'
import { filledRows } from './compare.ts'

export interface Outcome {
  readonly months: Readonly<Record<string, { rows: MonthRow[]; partner: number }>>
  readonly stock: Record<string, number>
  readonly balances: Record<string, number>
}

/** Settles the months, or those that a book of documents asks for, and gathers every figure there is. */
export async function settledOutcome(ledger: Ledger, months = monthsOf(ledger)): Promise<Outcome> {
  const frozen = await settleAll(ledger, months)
  const entries: [string, { rows: MonthRow[]; partner: number }][] = []
  for (const [month, rows] of frozen) {
    entries.push([month, { rows: filledRows(rows), partner: await partnerShareOf(ledger, month) }])
  }
  return { months: Object.fromEntries(entries), stock: stockOf(ledger), balances: balancesOf(ledger) }
}

/** The registers day by day, without what cancels out: equal nets are equal at any date and in any month. */
export function netOf(ledger: Ledger): Record<string, unknown[]> {
  const { connection } = ledger
  const stock = `SELECT date, place, lot_id, sum(change) AS net FROM (
      SELECT date, to_id AS place, lot_id, quantity_milli AS change FROM stock_move
      UNION ALL SELECT date, from_id, lot_id, -quantity_milli FROM stock_move)
    GROUP BY 1, 2, 3 HAVING net <> 0 ORDER BY 1, 2, 3`
  const money = `SELECT date, key, figure, sum(change) AS net FROM (
      SELECT date, credit_id AS account, figure, amount_tyiyn AS change FROM money_move
      UNION ALL SELECT date, debit_id, figure, -amount_tyiyn FROM money_move)
    JOIN account ON account.id = account GROUP BY 1, 2, 3 HAVING net <> 0 ORDER BY 1, 2, 3`
  const returned = `SELECT source_document_id, source_line, source_part, sum(quantity_milli) AS q, sum(amount_tyiyn) AS a,
      sum(commission_tyiyn) AS c, sum(partner_tyiyn) AS h FROM document_line WHERE source_document_id IS NOT NULL
    GROUP BY 1, 2, 3 HAVING q <> 0 OR a <> 0 OR c <> 0 OR h <> 0 ORDER BY 1, 2, 3`
  const prices =
    'SELECT product_id, from_date, price_tyiyn FROM product_price ORDER BY 1, 2, document_id, line'
  const shelves = 'SELECT location_id, product_id, lot_id, quantity_milli FROM stock_balance ORDER BY 1, 2, 3'
  const questions = { stock, money, returned, prices, shelves }
  return Object.fromEntries(
    Object.entries(questions).map(([what, sql]) => [what, connection.all<unknown>(sql, [])]),
  )
}

interface Dated {
  readonly values: object & { readonly date?: string }
}

/** Rows of whichever sheet; those of a catalogue have no date. */
export const rowsOf = (book: Book, sheet: SheetKey): readonly Dated[] => book[sheet] as readonly Dated[]

/** The book with only those rows of its document sheets that the days let through. */
export function datedRows(book: Book, fits: (date: string) => boolean): Book {
  const entries = (Object.keys(book) as SheetKey[]).map((sheet) => {
    return [sheet, rowsOf(book, sheet).filter(({ values }) => values.date === undefined || fits(values.date))]
  })
  return Object.fromEntries(entries) as Book
}

export function datesOf(book: Book): string[] {
  const rows = (Object.keys(book) as SheetKey[]).flatMap((sheet) => rowsOf(book, sheet))
  return [...new Set(rows.flatMap(({ values }) => (values.date === undefined ? [] : [values.date])))].sort()
}
