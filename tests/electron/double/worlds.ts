// The two worlds of a page, as source text: the isolated one where the preload script runs, and the page's own.
// Functions cross between them by number and values as copies, over events that are handled at once.
import { type Codec, makeCodec } from './codec.ts'

export const SEND = '__double_send'
export const DELIVER = '__double_deliver'

/** What a page sends to main, decoded. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: unknown[]; readonly id: number }
  | { readonly kind: 'port'; readonly port: number; readonly data: unknown }

/** What main sends to a page. */
export type ToPage =
  | {
      readonly kind: 'message'
      readonly channel: string
      readonly args: unknown[]
      readonly ports: readonly number[]
    }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly kind: 'port'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'closed'; readonly port: number }

type Said =
  | { readonly fn: number }
  | { readonly members: readonly (readonly [string, Said])[] }
  | { readonly value: string }

type Call = { readonly id: number; readonly fn: number; readonly args: readonly Said[] }
type Reply =
  | { readonly expose: string; readonly api: Said }
  | { readonly callback: number; readonly args: readonly Said[] }
  | { readonly id: number; readonly later: true }
  | { readonly id: number; readonly value: Said }
  | { readonly id: number; readonly error: string }
  | { readonly settle: number; readonly value?: Said; readonly error?: string }

/** The parts of a page that are used here; the tests are typed for Node. */
interface PageWorld extends EventTarget {
  [name: string]: unknown
}
interface PagePort {
  postMessage(data: unknown): void
  onmessage: (event: { data: unknown }) => void
  close(): void
}
type Listener = (event: object, ...args: unknown[]) => void

type Exposed = (expose: string, api: unknown) => void

/** The isolated end of what is exposed to the page: functions stay here, their calls come over as numbers. */
function exposing(codec: Codec): Exposed {
  const world = globalThis as unknown as PageWorld
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  let last = 0
  const reply = (detail: Reply) =>
    world.dispatchEvent(new CustomEvent('double_out', { detail: JSON.stringify(detail) }))
  const say = (value: unknown): Said => {
    if (typeof value === 'function') {
      last += 1
      functions.set(last, value as (...args: unknown[]) => unknown)
      return { fn: last }
    }
    const isPlain =
      value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    if (isPlain) return { members: Object.entries(value).map(([key, each]) => [key, say(each)]) }
    return { value: codec.encode(value) }
  }
  const hear = (said: Said): unknown => {
    if ('fn' in said) return (...args: unknown[]) => reply({ callback: said.fn, args: args.map(say) })
    if ('members' in said) return Object.fromEntries(said.members.map(([key, each]) => [key, hear(each)]))
    return codec.decode(said.value)
  }
  world.addEventListener('double_in', (event) => {
    const { id, fn, args } = JSON.parse((event as CustomEvent<string>).detail) as Call
    const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
    try {
      const result = functions.get(fn)?.(...args.map(hear))
      if (result instanceof Promise) {
        reply({ id, later: true })
        result.then(
          (value) => reply({ settle: id, value: say(value) }),
          (error) => reply({ settle: id, error: textOf(error) }),
        )
      } else reply({ id, value: say(result) })
    } catch (error) {
      reply({ id, error: textOf(error) })
    }
  })
  return (expose, api) => {
    reply({ expose, api: say(api) })
  }
}

function isolatedWorld(codec: Codec, exposed: Exposed, sendName: string, deliverName: string) {
  const world = globalThis as unknown as PageWorld
  const send = (message: FromPage) => (world[sendName] as (text: string) => void)(codec.encode(message))
  const listeners = new Map<string, Set<Listener>>()
  const invoked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const ports = new Map<number, PagePort>()
  let last = 0
  const takePort = (id: number) => {
    const channel = new MessageChannel()
    const here = channel.port1 as unknown as PagePort
    here.onmessage = ({ data }) => send({ kind: 'port', port: id, data })
    ports.set(id, here)
    return channel.port2
  }
  world[deliverName] = (text: string) => {
    const message = codec.decode(text) as ToPage
    if (message.kind === 'port') ports.get(message.port)?.postMessage(message.data)
    else if (message.kind === 'closed') ports.get(message.port)?.close()
    else if (message.kind === 'answer') {
      const waiting = invoked.get(message.id)
      if (message.error === undefined) waiting?.resolve(message.value)
      else waiting?.reject(new Error(message.error))
    } else {
      const event = { sender: ipcRenderer, ports: message.ports.map(takePort) }
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args)
    }
  }
  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => send({ kind: 'send', channel, args }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1
        invoked.set(last, { resolve, reject })
        send({ kind: 'invoke', channel, args, id: last })
      }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
  }
  const contextBridge = {
    exposeInMainWorld: exposed,
  }
  // A sandboxed preload script is given this much of a require.
  return (name: string) => {
    if (name === 'electron') return { ipcRenderer, contextBridge }
    throw new Error(`module not found: ${name}`)
  }
}

function pageWorld(codec: Codec) {
  const world = globalThis as unknown as PageWorld
  const replies = new Map<number, Reply>()
  const settles = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const callbacks = new Map<number, (...args: unknown[]) => unknown>()
  let last = 0
  const say = (value: unknown): Said => {
    if (typeof value === 'function') {
      last += 1
      callbacks.set(last, value as (...args: unknown[]) => unknown)
      return { fn: last }
    }
    return { value: codec.encode(value) }
  }
  const call = (fn: number, args: unknown[]): unknown => {
    last += 1
    const id = last
    const detail = JSON.stringify({ id, fn, args: args.map(say) } satisfies Call)
    world.dispatchEvent(new CustomEvent('double_in', { detail }))
    const reply = replies.get(id)
    replies.delete(id)
    if (reply && 'later' in reply)
      return new Promise((resolve, reject) => settles.set(id, { resolve, reject }))
    if (reply && 'id' in reply && 'error' in reply) throw new Error(reply.error)
    return reply && 'id' in reply && 'value' in reply ? hear(reply.value) : undefined
  }
  const hear = (said: Said): unknown => {
    if ('fn' in said) return (...args: unknown[]) => call(said.fn, args)
    if ('members' in said)
      return Object.freeze(Object.fromEntries(said.members.map(([key, each]) => [key, hear(each)])))
    return codec.decode(said.value)
  }
  world.addEventListener('double_out', (event) => {
    const reply = JSON.parse((event as CustomEvent<string>).detail) as Reply
    if ('expose' in reply)
      Object.defineProperty(world, reply.expose, { value: hear(reply.api), enumerable: true })
    else if ('callback' in reply) callbacks.get(reply.callback)?.(...reply.args.map(hear))
    else if ('settle' in reply) {
      const waiting = settles.get(reply.settle)
      if (reply.error !== undefined) waiting?.reject(new Error(reply.error))
      else waiting?.resolve(reply.value && hear(reply.value))
    } else replies.set(reply.id, reply)
  })
}

/** Put into every frame's own world before anything else. */
export function pageWorldSource(): string {
  return `(${pageWorld})((${makeCodec})())`
}

/** Put into the isolated world; the preload script runs in the top frame alone, as Electron has it. */
export function isolatedWorldSource(preload: string): string {
  const codec = `(${makeCodec})()`
  const require = `(${isolatedWorld})(${codec}, (${exposing})(${codec}), '${SEND}', '${DELIVER}')`
  return `if (self === top) (function (require, module, exports) {${preload}\n})(${require}, { exports: {} }, {})`
}
