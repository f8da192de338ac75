/** The core process as main sees it: started with a task, given ports, asked for nothing else. */
import path from 'node:path'
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { answerOf } from '../app/answer.ts'
import { CHANNELS } from './bridge.ts'
import type { CoreTask, Favour, FromCore, ToCore } from './core-messages.ts'
import { JobHost } from './job-host.ts'

const ENTRY = path.join(import.meta.dirname, 'core-process.js')

export interface CoreWatcher {
  favour(favour: Favour): Promise<unknown>
  printed?(to: 'stdout' | 'stderr', text: string): void
  /** Said by the core itself before it goes. */
  ended?(status: number): void
  /** The process is gone. */
  gone(code: number): void
}

export class Core {
  readonly #process: UtilityProcess
  readonly #watcher: CoreWatcher
  readonly #jobs: JobHost
  #isGone = false

  constructor(task: CoreTask, watcher: CoreWatcher) {
    this.#watcher = watcher
    this.#process = utilityProcess.fork(ENTRY, [JSON.stringify(task)], {
      serviceName: 'Esep core',
      stdio: 'inherit',
    })
    this.#jobs = new JobHost((id) => this.#post({ kind: 'job_ended', id }))
    this.#process.on('message', (message: FromCore) => this.#hear(message))
    this.#process.on('exit', (code) => {
      this.#isGone = true
      this.#jobs.endAll()
      watcher.gone(code)
    })
  }

  /** Gives the page a line of its own to the core; main does not listen to what goes over it. */
  connect(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#post({ kind: 'page' }, [port1])
    page.postMessage(CHANNELS.port, null, [port2])
  }

  /** Asks it to finish. */
  stop(): void {
    this.#post({ kind: 'stop' })
  }

  kill(): void {
    this.#process.kill()
  }

  #post(message: ToCore, ports: Electron.MessagePortMain[] = []): void {
    if (!this.#isGone) this.#process.postMessage(message, ports)
  }

  #hear(message: FromCore): void {
    if (message.kind === 'start_job') {
      this.#post({ kind: 'job', id: message.id }, [this.#jobs.start(message.id, message.memory_mb)])
    } else if (message.kind === 'end_job') this.#jobs.end(message.id)
    else if (message.kind === 'favour') void this.#favour(message.id, message.favour)
    else if (message.kind === 'print') this.#watcher.printed?.(message.to, message.text)
    else this.#watcher.ended?.(message.status)
  }

  async #favour(id: number, favour: Favour): Promise<void> {
    this.#post({ kind: 'favour_done', id, answer: await answerOf(() => this.#watcher.favour(favour)) })
  }
}
