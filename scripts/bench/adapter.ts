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
import { settleIn, settleMonth } from '../../app/months.ts'
import { accountOf } from '../../app/statement-report.ts'
import { holdingsAsOf } from '../../app/stock-report.ts'
import { expectedDigest } from '../../db/migrate.ts'
import { firstDay, lastDay } from '../../domain/dates.ts'
import { fold } from '../../domain/fold.ts'
import { buildLedger, CLOCK, civil, saleInput, type Workload } from './build.ts'
import type { Participant } from './participant.ts'
import { events, type Masters, masters, SCALES, type WorkEvent } from './workload.ts'

/** The harness settles the same month again and again and then posts into it: it is settled and taken back. */
export async function open(file: string): Promise<Participant> {
  const ledger = await openLedger(file, CLOCK)
  return { ...participantOf(ledger), settle: (month) => settleAndUndo(ledger, civilMonth(month)) }
}

export function participantOf(ledger: Ledger): Participant {
  return {
    postSale: (sale) => postDocument(ledger, saleInput(newId(), sale), BOOKKEEPER),
    importSales: (sales) =>
      postDocuments(
        ledger,
        sales.map((sale) => saleInput(newId(), sale)),
        BOOKKEEPER,
      ),
    settle: (month) => settleMonth(ledger, civilMonth(month), BOOKKEEPER),
    stockNow: () => look(ledger, () => ledger.connection.all(STOCK_NOW, [])),
    stockAsOf: (day) => look(ledger, () => holdingsAsOf(ledger.connection, civil(day))),
    statement: (producer, month) => look(ledger, () => statementOf(ledger, producer, civilMonth(month))),
    search: (text) => look(ledger, () => ledger.connection.all(SEARCH, [fold(text)])),
    close: () => closeLedger(ledger),
  }
}

/** A UUIDv7, as the screens make them: ordered by time, so that new ids stand together in their index. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

export const civilMonth = (month: number): string => civil(month * 100 + 1).slice(0, 7)

/** What is on hand with the names a list shows. */
const STOCK_NOW = `SELECT b.location_id, b.product_id, b.lot_id, b.quantity_milli, p.name, p.price_tyiyn, r.name AS producer,
    l.received FROM stock_balance b JOIN product p ON p.id = b.product_id JOIN producer r ON r.id = p.producer_id
    JOIN lot l ON l.id = b.lot_id`

/** What a search box asks. */
const SEARCH = 'SELECT id, name FROM product WHERE instr(name_fold, ?) LIMIT 50'

/** All the work of settling but the last write to the disk. */
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
  const built = path.join(
    dir,
    '..',
    `esep-${scale}${topUp ? '-top' : ''}-${expectedDigest().slice(0, 8)}.sqlite`,
  )
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
