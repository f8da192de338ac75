/** Papers and lists as Excel files, drawn in a process of their own and handed to the user. */
import { chainHead } from '../db/queries/chain.ts'
import { bookWorkbook } from '../domain/book/template.ts'
import type { CivilDate, Month } from '../domain/dates.ts'
import { fileName } from '../domain/reports/file-name.ts'
import { type ListColumn, type ListRow, listWorkbook } from '../domain/reports/list.ts'
import { PAPER_NAMES } from '../domain/reports/paper-names.ts'
import { producerWorkbook, settlementWorkbook } from '../domain/reports/settlement.ts'
import type { Workbook } from '../domain/reports/sheet.ts'
import { statementWorkbook } from '../domain/reports/statement.ts'
import { stockWorkbook } from '../domain/reports/stock.ts'
import type { ListFilter, ListQuery } from '../domain/views.ts'
import { sealOf } from './chain.ts'
import type { Context, GivenFile } from './context.ts'
import { exportBook } from './export-book.ts'
import { noteInJournal } from './journal.ts'
import { type Ledger, look } from './ledger.ts'
import { accountRows } from './lists/account.ts'
import { documentsIn } from './lists/documents.ts'
import { producerRowsFor } from './lists/producers.ts'
import { productRowsFor } from './lists/products.ts'
import { stockRowsFor } from './lists/stock.ts'
import { monthReport } from './month-report.ts'
import { organisationOf } from './organisation.ts'
import { statementReport } from './statement-report.ts'
import { type StockQuestion, stockReport } from './stock-report.ts'

/** What an export has of the world. */
export type ExportContext = Pick<Context, 'actor' | 'clock' | 'files' | 'jobs'> & { readonly ledger: Ledger }

const DRAWING = { timeout_ms: 300_000, memory_mb: 2048 }

async function give(ctx: ExportContext, name: string, workbook: Workbook): Promise<GivenFile> {
  const options = { created: ctx.clock.now() }
  const bytes = await ctx.jobs.run('draw_workbook', { workbook, options }, DRAWING)
  const file = fileName(name, 'xlsx')
  const given = await ctx.files.give({ name: file, bytes })
  if (given.saved) await noteInJournal(ctx.ledger, ctx.actor, 'export', file)
  return given
}

export interface ListExport {
  readonly list: 'documents' | 'stock' | 'producers' | 'products' | 'account'
  readonly title: string
  readonly filter: ListFilter
  readonly sort: ListQuery['sort']
  readonly columns: readonly ListColumn[]
  readonly date?: CivilDate | undefined
}

export async function exportList(ctx: ExportContext, wanted: ListExport): Promise<GivenFile> {
  const { ledger } = ctx
  const today = ctx.clock.today()
  const workbook = await look(ledger, () => {
    const head = chainHead.get(ledger.connection, {})
    return listWorkbook({
      organisation: organisationOf(ledger.catalogue, today),
      title: wanted.title,
      seal: head ? sealOf(head.hash) : '',
      columns: wanted.columns,
      rows: rowsOf(ledger, wanted).map((row) => row as unknown as ListRow),
    })
  })
  return give(ctx, `${wanted.title}-${today}`, workbook)
}

/** Excel has room for more, but not the one who looks at them. */
const MOST_ROWS = 200_000

function rowsOf(ledger: Ledger, { list, filter, sort, date }: ListExport): readonly object[] {
  const query = { filter, sort, page: { offset: 0, limit: MOST_ROWS } }
  const today = ledger.clock.today()
  switch (list) {
    case 'documents':
      return documentsIn(ledger, query).rows
    case 'stock':
      return stockRowsFor(ledger, { ...query, date: date ?? today })
    case 'producers':
      return producerRowsFor(ledger, query)
    case 'products':
      return productRowsFor(ledger, query)
    case 'account': {
      const { producer = 0, from = '1900-01-01', to = today } = filter
      return accountRows(ledger, { producer, from, to }).rows
    }
  }
}

/** The whole settlement, or one producer's part of it. */
export async function exportSettlement(
  ctx: ExportContext,
  { month, producer }: { readonly month: Month; readonly producer?: number | undefined },
): Promise<GivenFile> {
  const report = await monthReport(ctx.ledger, month)
  if (producer === undefined) return give(ctx, PAPER_NAMES.settlement(month), settlementWorkbook(report))
  const { code } = await look(ctx.ledger, () => ctx.ledger.catalogue.producer(producer))
  return give(ctx, PAPER_NAMES.producer(month, code), producerWorkbook(report, code))
}

export async function exportStock(
  ctx: ExportContext,
  { date, location, by }: { date: CivilDate; location?: number | undefined; by: StockQuestion['by'] },
): Promise<GivenFile> {
  const code =
    location === undefined
      ? undefined
      : (await look(ctx.ledger, () => ctx.ledger.catalogue.location(location))).code
  const report = await stockReport(ctx.ledger, {
    date,
    by,
    ...(code === undefined ? {} : { location: code }),
  })
  return give(ctx, PAPER_NAMES.stock(date, code), stockWorkbook(report))
}

export async function exportStatement(
  ctx: ExportContext,
  { producer, from, to }: { producer: number; from: CivilDate; to: CivilDate },
): Promise<GivenFile> {
  const { code } = await look(ctx.ledger, () => ctx.ledger.catalogue.producer(producer))
  const report = await statementReport(ctx.ledger, { producer: code, from, to })
  return give(ctx, PAPER_NAMES.statement(code, from, to), statementWorkbook(report))
}

/** The whole ledger as a ledger book: into an empty ledger it gives the same figures. */
export async function exportLedgerBook(ctx: ExportContext): Promise<GivenFile> {
  const { book } = await exportBook(ctx.ledger)
  return give(ctx, `${PAPER_NAMES.template}-${ctx.clock.today()}`, bookWorkbook(book))
}
