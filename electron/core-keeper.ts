/** Keeps a core running for as long as the program is: one that dies is started again and the page is connected anew. */
import type { WebContents } from 'electron'
import { CHANNELS } from './bridge.ts'
import { Core } from './core.ts'
import type { CoreTask, Favour } from './core-messages.ts'

/** So many deaths in so short a time are no accident. */
const MOST_DEATHS = 3
const WITHIN_MS = 60_000
/** Closing makes a verified copy of the ledger, which takes its time on an old disk. */
const STOP_MS = 60_000

export interface CoreCares {
  readonly task: CoreTask
  page(): WebContents | undefined
  favour(favour: Favour): Promise<unknown>
  died(code: number): void
  /** It dies again and again. @returns whether to try once more. */
  givesUp(): Promise<boolean>
}

export class CoreKeeper {
  readonly #cares: CoreCares
  #core: Core | undefined
  #deaths: number[] = []
  #stopped: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined

  constructor(cares: CoreCares) {
    this.#cares = cares
    this.#start()
  }

  /** Called by a page that has just been loaded. */
  connect(page: WebContents): void {
    this.#core?.connect(page)
  }

  /** Ends the core in good order; resolves when its process is gone. */
  stop(): Promise<void> {
    if (!this.#stopped) {
      this.#stopped = Promise.withResolvers<void>()
      if (this.#core) {
        this.#core.stop()
        setTimeout(() => this.#core?.kill(), STOP_MS).unref()
      } else this.#stopped.resolve()
    }
    return this.#stopped.promise
  }

  #start(): void {
    this.#core = new Core(this.#cares.task, {
      favour: (favour) => this.#cares.favour(favour),
      gone: (code) => this.#gone(code),
    })
    const page = this.#page()
    if (page) this.#core.connect(page)
  }

  /** A page that has died itself hears nothing; it connects when it is loaded again. */
  #page(): WebContents | undefined {
    const page = this.#cares.page()
    return page && !page.isDestroyed() && !page.isCrashed() ? page : undefined
  }

  #gone(code: number): void {
    this.#core = undefined
    if (this.#stopped) return this.#stopped.resolve()
    this.#cares.died(code)
    this.#page()?.send(CHANNELS.coreDown)
    const now = performance.now()
    this.#deaths = [...this.#deaths.filter((death) => now - death < WITHIN_MS), now]
    if (this.#deaths.length <= MOST_DEATHS) return this.#start()
    void this.#cares.givesUp().then((again) => {
      this.#deaths = []
      if (again && !this.#stopped) this.#start()
    })
  }
}
