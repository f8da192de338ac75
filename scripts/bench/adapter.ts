/**
 * The program as a benchmark's participant: every job goes through the doors that the screens and commands use.
 * A harness from outside may bring its own workload: a `lib/gen.mjs` beside the folder of its script.
 */
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { postDocument, postDocuments } from '../../app/documents.ts'
import { BOOKKEEPER, change, closeLedger, type Ledger, look, openLedger } from '../../app/ledger.ts'
import { settleIn } from '../../app/months.ts'
import { accountOf } from '../../app/statement-report.ts'
import { holdingsAsOf } from '../../app/stock-report.ts'
import { stockNow } from '../../db/queries/stock.ts'
import { firstDay, lastDay } from '../../domain/dates.ts'
import { fold } from '../../domain/fold.ts'
import { buildLedger, CLOCK, civil, saleInput, type Workload } from './build.ts'
import { events, type Masters, masters, type NewSale, SCALES, type WorkEvent } from './workload.ts'

export interface Participant {
  postSale(sale: NewSale): Promise<unknown>
  importSales(sales: readonly NewSale[]): Promise<unknown>
  settle(month: number): Promise<unknown>
  stockNow(): Promise<readonly unknown[]>
  stockAsOf(day: number): Promise<readonly unknown[]>
  statement(producer: number, month: number): Promise<{ readonly rows: readonly unknown[] }>
  search(text: string): Promise<readonly unknown[]>
  close(): Promise<void>
}

export async function open(file: string): Promise<Participant> {
  const ledger = await openLedger(file, CLOCK)
  return {
    postSale: (sale) => postDocument(ledger, saleInput(randomUUID(), sale), BOOKKEEPER),
    importSales: (sales) =>
      postDocuments(
        ledger,
        sales.map((sale) => saleInput(randomUUID(), sale)),
        BOOKKEEPER,
      ),
    settle: (month) => settleAndUndo(ledger, civilMonth(month)),
    stockNow: () => look(ledger, () => stockNow.all(ledger.connection, {})),
    stockAsOf: (day) => look(ledger, () => holdingsAsOf(ledger.connection, civil(day))),
    statement: (producer, month) => look(ledger, () => statementOf(ledger, producer, civilMonth(month))),
    search: (text) => look(ledger, () => ledger.connection.all(SEARCH, [fold(text)])),
    close: () => closeLedger(ledger),
  }
}

const civilMonth = (month: number): string => civil(month * 100 + 1).slice(0, 7)

/** What a search box asks. */
const SEARCH = 'SELECT id, name FROM product WHERE instr(name_fold, ?) LIMIT 50'

/**
 * Settles the month and takes it back: the harness settles one month again and again and then posts into it, which a
 * ledger refuses. All the work is done but the last write to the disk.
 */
const settleAndUndo = (ledger: Ledger, month: string): Promise<void> =>
  change(
    ledger,
    BOOKKEEPER,
    (work) => settleIn(work, month),
    () => false,
  )

function statementOf(ledger: Ledger, producer: number, month: string) {
  const account = accountOf(ledger.connection, producer, firstDay(month), lastDay(month))
  return { opening: account.opening, rows: account.lines }
}

/** A ledger with the scale's work in it. It is built once beside the runs' own folders, then copied. */
export async function prepare(dir: string, scale: string, { topUp = false } = {}): Promise<string> {
  const built = path.join(dir, '..', `esep-${scale}${topUp ? '-top' : ''}.sqlite`)
  if (!existsSync(built)) {
    mkdirSync(path.dirname(built), { recursive: true })
    // A name of its own until it is whole: an interrupted run leaves nothing that looks built.
    const unfinished = `${built}.unfinished`
    for (const end of ['', '-wal']) rmSync(unfinished + end, { force: true })
    await buildLedger(unfinished, { ...(await workloadOf(scale)), topUp })
    renameSync(unfinished, built)
  }
  const file = path.join(dir, `esep-${scale}.sqlite`)
  copyFileSync(built, file)
  return file
}

interface ForeignWorkload {
  masters(scale: string): Masters
  events(scale: string): Iterable<WorkEvent>
}

async function workloadOf(scale: string): Promise<Omit<Workload, 'topUp'>> {
  const foreign = path.join(path.dirname(process.argv[1] ?? ''), '..', 'lib', 'gen.mjs')
  if (existsSync(foreign)) {
    const generator = (await import(pathToFileURL(foreign).href)) as ForeignWorkload
    return { masters: generator.masters(scale), events: generator.events(scale) }
  }
  const own = SCALES[scale as keyof typeof SCALES]
  return { masters: masters(own), events: events(own) }
}
