// utilityProcess: a process of Node's with a parent port.
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { FromChild, ToChild } from './child.ts'
import { PortsElsewhere } from './ports.ts'
import { done } from './record.ts'

const SHIM = new URL('./child.ts', import.meta.url).href

/** Every one that runs, by the name of its service. */
export const running = new Map<string, UtilityProcess>()

let lastFavour = 0

export class UtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stdout' | 'stderr'>
{
  readonly stdout = null
  readonly stderr = null
  readonly #child: ChildProcess
  readonly #ports: PortsElsewhere
  readonly #favours = new Map<number, (answer: unknown) => void>()

  static fork(file: string, args: string[] = [], options: Electron.ForkOptions = {}): UtilityProcess {
    const { serviceName = '', execArgv = [] } = options
    done.push({ what: 'fork', name: serviceName, args, flags: execArgv })
    return new UtilityProcess(file, args, options)
  }

  constructor(
    file: string,
    args: string[],
    { serviceName = '', execArgv = [], stdio }: Electron.ForkOptions,
  ) {
    super()
    const streams = stdio === 'ignore' ? 'ignore' : 'inherit'
    this.#child = fork(file, args, {
      serialization: 'advanced',
      // Node takes the engine's flags as they are; Electron passes them on inside a switch of its own.
      execArgv: ['--import', SHIM, ...execArgv.map((flag) => flag.replace('--js-flags=', ''))],
      stdio: ['ignore', streams, streams, 'ipc'],
    })
    this.#ports = new PortsElsewhere({
      deliver: (port, data) => this.#send({ port, data }),
      closed: (port) => this.#send({ closed: port }),
    })
    running.set(serviceName, this)
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.#hear(message as FromChild))
    this.#child.on('exit', (code) => {
      if (running.get(serviceName) === this) running.delete(serviceName)
      this.#ports.closeAll()
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    if (this.#takesFavour(message)) return
    const ports = this.#ports.hand(transfer)
    this.#send({ message, ports })
    this.#ports.attach(ports)
  }

  kill(): boolean {
    return this.#child.kill()
  }

  /** Asks main for a favour as the process would. @returns the answer main sends it. */
  favour(favour: object): Promise<unknown> {
    lastFavour -= 1
    const id = lastFavour
    return new Promise((resolve) => {
      this.#favours.set(id, resolve)
      this.emit('message', { kind: 'favour', id, favour })
    })
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  #takesFavour(message: unknown): boolean {
    const { id = 0, answer } = (message ?? {}) as { id?: number; answer?: unknown }
    const take = this.#favours.get(id)
    this.#favours.delete(id)
    take?.(answer)
    return take !== undefined
  }

  #send(message: ToChild): void {
    if (this.#child.connected) this.#child.send(message)
  }

  #hear(message: FromChild): void {
    if ('message' in message) this.emit('message', message.message)
    else if ('closed' in message) this.#ports.close(message.closed)
    else this.#ports.said(message.port, message.data)
  }
}
