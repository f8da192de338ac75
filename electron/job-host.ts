/** Main's part of a job: only it can start a process, so it starts one for the core and hands over a line to it. */
import path from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'

const ENTRY = path.join(import.meta.dirname, 'job-process.js')

export class JobHost {
  readonly #jobs = new Map<number, UtilityProcess>()
  readonly #ended: (id: number) => void

  /** @param ended is told of every job's process that is gone. */
  constructor(ended: (id: number) => void) {
    this.#ended = ended
  }

  /** @returns the core's end of the line. */
  start(id: number, memory_mb: number): MessagePortMain {
    const child = utilityProcess.fork(ENTRY, [], {
      serviceName: 'Esep job',
      stdio: 'ignore',
      // A switch of Chromium's: Node's own would not reach the engine in such a process.
      execArgv: [`--js-flags=--max-old-space-size=${memory_mb}`],
    })
    this.#jobs.set(id, child)
    child.on('exit', () => {
      this.#jobs.delete(id)
      this.#ended(id)
    })
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage(null, [port1])
    return port2
  }

  end(id: number): void {
    this.#jobs.get(id)?.kill()
  }

  endAll(): void {
    for (const child of this.#jobs.values()) child.kill()
  }
}
