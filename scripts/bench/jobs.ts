/** The jobs of one scale, ours and raw in turns. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BOOKKEEPER, closeLedger, type Ledger, openLedger } from '../../app/ledger.ts'
import { monthReport } from '../../app/month-report.ts'
import { reopenMonth } from '../../app/months.ts'
import { stockReport } from '../../app/stock-report.ts'
import { drawWorkbook } from '../../app/xlsx.ts'
import { settlementWorkbook } from '../../domain/reports/settlement.ts'
import { civilMonth, participantOf, prepare } from './adapter.ts'
import { CLOCK } from './build.ts'
import { inTurns, median, type Times, timed } from './measure.ts'
import type { Participant } from './participant.ts'
import { RawLedger } from './raw.ts'
import { buildRaw } from './raw-schema.ts'
import { milliseconds, type Row } from './table.ts'
import { events, masters, newSales, SCALES } from './workload.ts'

export type ScaleName = keyof typeof SCALES

const MONTH = 202_512
const PAST_DAY = 20_250_715
/** Some producer with about as many lines as the others. */
const PRODUCER = 38

/** Medians by job, so that scales can be held against each other. */
export type Medians = ReadonlyMap<string, readonly [ours: number, raw: number]>

export async function benchScale(
  folder: string,
  scale: ScaleName,
): Promise<{ rows: Row[]; medians: Medians }> {
  mkdirSync(folder, { recursive: true })
  const own = mkdtempSync(path.join(folder, 'run-'))
  const ledger = await openLedger(await prepare(own, scale, { topUp: true }), CLOCK)
  const raw = new RawLedger(prepareRaw(own, scale))
  try {
    return await new ScaleBench(scale, ledger, raw).run()
  } finally {
    raw.close()
    await closeLedger(ledger)
    rmSync(own, { recursive: true })
  }
}

function prepareRaw(dir: string, scale: ScaleName): string {
  const built = path.join(dir, '..', `raw-${scale}.sqlite`)
  if (!existsSync(built)) {
    const unfinished = `${built}.unfinished`
    rmSync(unfinished, { force: true })
    buildRaw(unfinished, masters(SCALES[scale]), events(SCALES[scale]))
    renameSync(unfinished, built)
  }
  const file = path.join(dir, `raw-${scale}.sqlite`)
  copyFileSync(built, file)
  return file
}

class ScaleBench {
  readonly #scale: ScaleName
  readonly #ledger: Ledger
  readonly #both: readonly Participant[]
  readonly #rows: Row[] = []
  readonly #medians = new Map<string, readonly [number, number]>()

  constructor(scale: ScaleName, ledger: Ledger, raw: RawLedger) {
    this.#scale = scale
    this.#ledger = ledger
    this.#both = [participantOf(ledger), raw]
  }

  /** Reading before posting, because what is posted would be read too; drawing last, because it leaves much to clean up. */
  async run(): Promise<{ rows: Row[]; medians: Medians }> {
    await this.#settle()
    await this.#compare('J4 stock now', 1.3, 30, (participant) => participant.stockNow())
    await this.#compare('J4 stock on a past day', 1.3, 30, (participant) => participant.stockAsOf(PAST_DAY))
    await this.#compare('J5 statement', 2, 300, (participant) => participant.statement(PRODUCER, MONTH))
    await this.#postSales()
    const sales = newSales(SCALES[this.#scale], 1667, 500)
    await this.#compare('J2 import 5,000 lines', 2, 5, (participant) => participant.importSales(sales))
    await this.#report()
    await this.#workbook()
    return { rows: this.#rows, medians: this.#medians }
  }

  #compare(
    job: string,
    limit: number,
    runs: number,
    act: (participant: Participant) => unknown,
    after?: (participant: number) => unknown,
  ): Promise<void> {
    const jobs = this.#both.map((participant) => () => act(participant))
    return inTurns(jobs, { runs, ...(after ? { after } : {}) }).then((times) => this.#add(job, limit, times))
  }

  /** Settled for good, and opened again outside the time. */
  #settle(): Promise<void> {
    const reopen = (participant: number) =>
      participant === 0 ? reopenMonth(this.#ledger, civilMonth(MONTH), 'проба', BOOKKEEPER) : undefined
    return this.#compare('J3 settle a month', 1.5, 15, (participant) => participant.settle(MONTH), reopen)
  }

  /** In blocks, so that neither pays for the other's writes: every sale is a commit of its own. */
  async #postSales(): Promise<void> {
    const [blocks, size] = [12, 100]
    const sales = newSales(SCALES[this.#scale], (blocks + 1) * size, 99)
    const times: number[][] = this.#both.map(() => [])
    for (let block = 0; block <= blocks; block += 1) {
      for (const [index, participant] of this.#both.entries()) {
        for (const sale of sales.slice(block * size, (block + 1) * size)) {
          const spent = await timed(() => participant.postSale(sale))
          if (block > 0) times[index]?.push(spent)
        }
      }
    }
    this.#add('J1 post a sale of 3 lines', 2.2, times)
  }

  async #report(): Promise<void> {
    const today = this.#ledger.clock.today()
    const [times = []] = await inTurns([() => stockReport(this.#ledger, { date: today, by: 'lot' })], {
      runs: 5,
    })
    this.#tell('stock report by lot, with names and order', null, median(times))
  }

  async #workbook(): Promise<void> {
    const draw = async () => {
      const report = await monthReport(this.#ledger, '2025-11')
      await drawWorkbook(settlementWorkbook(report), { created: '2026-01-01T00:00:00.000Z' })
    }
    const [times = []] = await inTurns([draw], { runs: 3 })
    this.#tell('settlement workbook of 75 producers', 1500, median(times))
  }

  /** A time that stands for itself; the ratio is seconds. */
  #tell(job: string, limit_ms: number | null, spent: number): void {
    const limit = limit_ms === null ? null : limit_ms / 1000
    this.#rows.push({
      job: `${job}, ${this.#scale}`,
      ours: milliseconds(spent),
      raw: '',
      ratio: spent / 1000,
      limit,
    })
  }

  #add(job: string, limit: number, [ours = [], raw = []]: Times): void {
    const pair = [median(ours), median(raw)] as const
    this.#medians.set(job, pair)
    this.#rows.push({
      job: `${job}, ${this.#scale}`,
      ours: milliseconds(pair[0]),
      raw: milliseconds(pair[1]),
      ratio: pair[0] / pair[1],
      limit,
    })
  }
}
