// Given to the Node that stands in for a utility process: process.parentPort, and ports that came over.
import { EventEmitter } from 'node:events'

export type ToChild =
  | { readonly message: unknown; readonly ports: readonly number[] }
  | { readonly port: number; readonly data: unknown }
  | { readonly closed: number }

export type FromChild =
  | { readonly message: unknown }
  | { readonly port: number; readonly data: unknown }
  | { readonly closed: number }

function say(message: FromChild): void {
  process.send?.(message)
}

class PortHere
  extends EventEmitter
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  readonly #id: number
  #isStarted = false
  #waiting: unknown[] = []

  constructor(id: number) {
    super()
    this.#id = id
  }

  postMessage(data: unknown): void {
    say({ port: this.#id, data })
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#waiting.splice(0)) this.take(data)
  }

  close(): void {
    say({ closed: this.#id })
  }

  take(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#waiting.push(data)
  }
}

const ports = new Map<number, PortHere>()
/** Messages wait here until somebody listens, as Electron's do. */
const waiting: object[] = []

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => say({ message }),
} satisfies Partial<Electron.ParentPort>)

parentPort.on('newListener', (event) => {
  if (event === 'message') queueMicrotask(() => waiting.splice(0).forEach(emitMessage))
})

function emitMessage(event: object): void {
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', event)
  else waiting.push(event)
}

process.on('message', (incoming) => {
  const message = incoming as ToChild
  if ('message' in message) {
    const came = message.ports.map((id) => {
      const port = new PortHere(id)
      ports.set(id, port)
      return port
    })
    emitMessage({ data: message.message, ports: came })
  } else if ('closed' in message) ports.get(message.closed)?.emit('close')
  else ports.get(message.port)?.take(message.data)
})

// A parent that died leaves nobody behind.
process.on('disconnect', () => process.exit())

Object.assign(process, { parentPort })
