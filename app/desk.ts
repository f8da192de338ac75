/** The ledger that a shell has open, or why it has none; and all that puts another one in its place. */
import { Gate } from '../db/sqlite/gate.ts'
import { addMonths, monthOf } from '../domain/dates.ts'
import { EsepError, type Notice, notice } from '../domain/error.ts'
import type { LedgerStatus } from '../domain/views.ts'
import { copyIfChanged, copyNamed } from './copies.ts'
import type { CopyManifest } from './copy-file.ts'
import { type DemoWork, demoClock, fillDemoLedger } from './demo/demo-ledger.ts'
import { numberOfFault, traceOfFault } from './fault.ts'
import { noteInJournal } from './journal.ts'
import { type Actor, type Clock, closeLedger, type Ledger, openLedger } from './ledger.ts'
import type { Log } from './log.ts'
import { makeLedgerAt } from './new-ledger.ts'
import { currentFile, demoPlace, ownPlace, type Place } from './place.ts'
import { restoreCopy } from './restore.ts'

export interface DeskOptions {
  readonly clock: Clock
  readonly log: Log
  /** The program's own folder, where the demo association lives too. */
  readonly home: string
  /** The association's own ledger, in the program's folder unless another place is named. */
  readonly place?: Place
}

export class Desk {
  readonly #clock: Clock
  readonly #log: Log
  readonly #own: Place
  readonly #demo: Place
  #place: Place
  #ledger: Ledger | undefined
  #problem: Notice | null = null
  /** One exchange of ledgers at a time. */
  readonly #exchanges = new Gate()
  /** While the ledger is away to be exchanged, calls wait for the one that comes. */
  #away: Promise<unknown> | undefined

  constructor({ clock, log, home, place }: DeskOptions) {
    this.#clock = clock
    this.#log = log
    this.#own = place ?? ownPlace(home)
    this.#demo = demoPlace(home)
    this.#place = this.#own
  }

  /** The open ledger. @throws EsepError why there is none. */
  async ledger(): Promise<Ledger> {
    while (this.#away) await this.#away
    if (this.#ledger) return this.#ledger
    const { code, data } = this.#problem ?? notice('ledger_missing', { file: '' })
    throw new EsepError(code, data)
  }

  /** The open ledger, if there is one. */
  async ledgerIfAny(): Promise<Ledger | undefined> {
    while (this.#away) await this.#away
    return this.#ledger
  }

  get problem(): Notice | null {
    return this.#problem
  }

  get isDemo(): boolean {
    return this.#place === this.#demo
  }

  get state(): LedgerStatus['state'] {
    if (this.#ledger) return 'open'
    const code = this.#problem?.code
    if (code === undefined) return 'none'
    return code === 'ledger_busy' ? 'busy' : code === 'ledger_newer' ? 'newer' : 'damaged'
  }

  /** The file in use, also one that cannot be opened; undefined before the first run. */
  get file(): string | undefined {
    return this.#ledger?.connection.file ?? this.#fileInUse()
  }

  /** Opens the ledger of the place if it is not open; what stands in the way is kept to be told. */
  open(): Promise<void> {
    return this.#exchange(async () => undefined)
  }

  /**
   * Makes a ledger where there is none, and opens it; whatever fails or is cancelled leaves nothing.
   * @throws EsepError `ledger_exists`, and what the body throws.
   */
  make<T>(body: (ledger: Ledger) => Promise<T>): Promise<T> {
    return this.#exchanges.run(async () => {
      if (this.state !== 'none') throw new EsepError('ledger_exists', { file: this.file ?? '' })
      const result = await makeLedgerAt(this.#place, this.#clock, body)
      await this.#open()
      return result
    })
  }

  /** Opens the invented association, made when it is not there yet: a year of work that ends with last month. */
  async openDemo(work: DemoWork = {}): Promise<void> {
    await this.#exchanges.run(async () => {
      if (currentFile(this.#demo) !== undefined) return
      const options = { until: addMonths(monthOf(this.#clock.today()), -1) }
      const clock = demoClock(options)
      await makeLedgerAt(this.#demo, clock, (ledger) => fillDemoLedger(ledger, clock, options, work))
    })
    await this.#moveTo(this.#demo)
  }

  /** Back to the association's own ledger. */
  leaveDemo(): Promise<void> {
    return this.#moveTo(this.#own)
  }

  /**
   * Puts a listed copy in place of the ledger, which stays beside it.
   * @throws EsepError `copy_missing`, `copy_damaged`; then the ledger is as it was.
   */
  restore(name: string, actor: Actor): Promise<void> {
    return this.#exchange(async () => {
      const file = this.#fileInUse()
      if (file === undefined) throw new EsepError('copy_missing', { name })
      const copy = copyNamed(file, name)
      await this.#close()
      await restoreCopy(copy, this.#place, this.#clock)
    }).then(async () => noteInJournal(await this.ledger(), actor, 'restore', name))
  }

  /** The last thing a shell does. @returns the copy made of it; a copy that fails is logged and stops nobody. */
  close(): Promise<CopyManifest | undefined> {
    return this.#exchanges.run(async () => {
      if (!this.#ledger) return undefined
      try {
        return await copyIfChanged(this.#ledger, 'close')
      } catch (error) {
        this.#log.error(
          'copy_failed',
          error instanceof EsepError ? { code: error.code } : traceOfFault(error),
        )
        return undefined
      } finally {
        await this.#close()
      }
    })
  }

  #moveTo(place: Place): Promise<void> {
    return this.#exchange(async () => {
      if (this.#place === place) return
      if (this.#ledger && !this.isDemo) await copyIfChanged(this.#ledger, 'close')
      await this.#close()
      this.#place = place
    })
  }

  /** Whatever the act does and however it ends, afterwards the ledger of the place is open if it can be. */
  #exchange(act: () => Promise<void>): Promise<void> {
    return this.#exchanges.run(async () => {
      const done = this.#actAndOpen(act)
      this.#away = done.catch(() => undefined)
      try {
        await done
      } finally {
        this.#away = undefined
      }
    })
  }

  async #actAndOpen(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } finally {
      await this.#open()
    }
  }

  async #close(): Promise<void> {
    const ledger = this.#ledger
    this.#ledger = undefined
    if (ledger) await closeLedger(ledger)
  }

  async #open(): Promise<void> {
    if (this.#ledger) return
    this.#problem = null
    try {
      const file = currentFile(this.#place)
      if (file === undefined) return
      this.#ledger = await openLedger(file, this.#clock)
    } catch (error) {
      this.#problem = this.#problemOf(error)
    }
  }

  #problemOf(error: unknown): Notice {
    if (error instanceof EsepError) return { code: error.code, data: error.data }
    const id = numberOfFault(error)
    this.#log.error('fault', { id, path: 'open', ...traceOfFault(error) })
    return notice('internal', { id })
  }

  #fileInUse(): string | undefined {
    try {
      return currentFile(this.#place)
    } catch {
      return undefined
    }
  }
}
