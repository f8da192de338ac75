// Pairs of message ports whose ends may live in another process or in a page.
import { EventEmitter } from 'node:events'

/** Where the end of a port has gone: a process or a page. */
export interface Elsewhere {
  /** A message for the end that lives there. */
  deliver(id: number, data: unknown): void
  closed(id: number): void
}

let last = 0

export class MessagePortMain
  extends EventEmitter
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  readonly id = ++last
  #peer: MessagePortMain | undefined
  #elsewhere: Elsewhere | undefined
  #isStarted = false
  #isClosed = false
  #waiting: unknown[] = []

  pair(peer: MessagePortMain): void {
    this.#peer = peer
  }

  postMessage(message: unknown): void {
    if (!this.#isClosed) this.#peer?.take(structuredClone(message))
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#waiting.splice(0)) this.take(data)
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#peer?.hearClosed()
  }

  /** The end leaves this process; what is said to it from now on goes there. */
  moveTo(elsewhere: Elsewhere): void {
    if (this.#elsewhere) throw new Error('a port can be handed over once')
    this.#elsewhere = elsewhere
    for (const data of this.#waiting.splice(0)) elsewhere.deliver(this.id, data)
  }

  take(data: unknown): void {
    if (this.#isClosed) return
    if (this.#elsewhere) this.#elsewhere.deliver(this.id, data)
    else if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#waiting.push(data)
  }

  hearClosed(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#elsewhere?.closed(this.id)
    this.emit('close')
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()

  constructor() {
    this.port1.pair(this.port2)
    this.port2.pair(this.port1)
  }
}

/** Main's side of the ports that went to one process or page. */
export class PortsElsewhere {
  readonly #ports = new Map<number, MessagePortMain>()
  readonly #elsewhere: Elsewhere

  constructor(elsewhere: Elsewhere) {
    this.#elsewhere = elsewhere
  }

  /** @returns the numbers by which the ports are known there. */
  hand(ports: readonly Electron.MessagePortMain[]): number[] {
    return ports.map((port) => {
      if (!(port instanceof MessagePortMain)) throw new Error('not a port of the double')
      this.#ports.set(port.id, port)
      return port.id
    })
  }

  /** Only after the message that carries them, or the first data would come before its port. */
  attach(ids: readonly number[]): void {
    for (const id of ids) this.#ports.get(id)?.moveTo(this.#elsewhere)
  }

  said(id: number, data: unknown): void {
    this.#ports.get(id)?.postMessage(data)
  }

  close(id: number): void {
    this.#ports.get(id)?.close()
    this.#ports.delete(id)
  }

  closeAll(): void {
    for (const id of [...this.#ports.keys()]) this.close(id)
  }
}
