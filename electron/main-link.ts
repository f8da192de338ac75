/** The core's line to main: favours asked and answered, jobs begun, ports handed over. Runs in the core process. */
import { type Answer, outputOf } from '../app/answer.ts'
import { type JobProcess, type Jobs, type JobWatcher, jobsIn } from '../app/jobs.ts'
import type { JobMessage } from '../app/run-job.ts'
import type { Favour, FromCore, ToCore } from './core-messages.ts'

type Port = Electron.MessagePortMain

export interface LinkWatcher {
  /** A page has come. */
  page?(port: Port): void
  stop(): void
}

export class MainLink {
  readonly #parent = process.parentPort
  readonly #favours = new Map<number, (answer: Answer) => void>()
  readonly #jobs = new Map<number, ApartJob>()
  readonly #watcher: LinkWatcher
  #last = 0

  constructor(watcher: LinkWatcher) {
    this.#watcher = watcher
    this.#parent.on('message', ({ data, ports }) => this.#hear(data as ToCore, ports[0]))
  }

  say(message: FromCore): void {
    this.#parent.postMessage(message)
  }

  /** @throws what main refuses with. */
  async ask(favour: Favour): Promise<unknown> {
    const id = this.#next()
    const answered = new Promise<Answer>((resolve) => this.#favours.set(id, resolve))
    this.say({ kind: 'favour', id, favour })
    return outputOf(await answered)
  }

  /** Jobs in processes that main starts: only it can. */
  jobs(): Jobs {
    return jobsIn((memory_mb, watcher) => this.#startJob(memory_mb, watcher))
  }

  #startJob(memory_mb: number, watcher: JobWatcher): JobProcess {
    const id = this.#next()
    const job = new ApartJob(watcher)
    this.#jobs.set(id, job)
    this.say({ kind: 'start_job', id, memory_mb })
    return { send: (message) => job.send(message), end: () => this.say({ kind: 'end_job', id }) }
  }

  #hear(message: ToCore, port: Port | undefined): void {
    if (message.kind === 'page') {
      if (port) this.#watcher.page?.(port)
    } else if (message.kind === 'stop') this.#watcher.stop()
    else if (message.kind === 'favour_done') {
      this.#favours.get(message.id)?.(message.answer)
      this.#favours.delete(message.id)
    } else if (message.kind === 'job') {
      if (port) this.#jobs.get(message.id)?.connect(port)
    } else {
      this.#jobs.get(message.id)?.ended()
      this.#jobs.delete(message.id)
    }
  }

  #next(): number {
    this.#last += 1
    return this.#last
  }
}

/** A job on the other end of a port that is still to come. */
class ApartJob {
  readonly #watcher: JobWatcher
  #port: Port | undefined
  #waiting: JobMessage[] = []

  constructor(watcher: JobWatcher) {
    this.#watcher = watcher
  }

  send(message: JobMessage): void {
    if (this.#port) this.#port.postMessage(message)
    else this.#waiting.push(message)
  }

  connect(port: Port): void {
    this.#port = port
    port.on('message', ({ data }) => this.#watcher.answered(data as Answer))
    port.start()
    for (const message of this.#waiting) port.postMessage(message)
    this.#waiting = []
  }

  ended(): void {
    this.#port?.close()
    this.#watcher.ended()
  }
}
