/** Serves the procedures over a port: queries, mutations, and subscriptions that end when nobody wants them. */
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getErrorShape,
  getTRPCErrorFromUnknown,
  type inferRouterContext,
  type TRPCError,
  transformTRPCResponse,
} from '@trpc/server'
import type { TRPCResponseMessage } from '@trpc/server/rpc'
import { z } from 'zod'
import type { Port } from './port.ts'

const id = z.int().nonnegative()
const request = z.discriminatedUnion('method', [
  z.object({
    id,
    method: z.literal('call'),
    type: z.enum(['query', 'mutation', 'subscription']),
    path: z.string().max(200),
    input: z.unknown(),
  }),
  z.object({ id, method: z.literal('stop') }),
])

type Call = Extract<z.infer<typeof request>, { method: 'call' }>

/** Answers every message of the port with the router's procedures; what is no request is not answered. */
export function servePort<R extends AnyTRPCRouter>(
  port: Port,
  router: R,
  context: inferRouterContext<R>,
): void {
  const running = new Map<number, AbortController>()
  port.onClose(() => {
    for (const call of running.values()) call.abort()
  })
  port.onMessage((message) => {
    const { success, data } = request.safeParse(message)
    if (!success) return
    if (data.method === 'stop') {
      running.get(data.id)?.abort()
      return
    }
    if (running.has(data.id)) return
    const abort = new AbortController()
    running.set(data.id, abort)
    void new Answering(port, router, context, data, abort.signal).run().finally(() => running.delete(data.id))
  })
}

class Answering<R extends AnyTRPCRouter> {
  readonly #port: Port
  readonly #router: R
  readonly #context: inferRouterContext<R>
  readonly #call: Call
  readonly #signal: AbortSignal

  constructor(port: Port, router: R, context: inferRouterContext<R>, call: Call, signal: AbortSignal) {
    this.#port = port
    this.#router = router
    this.#context = context
    this.#call = call
    this.#signal = signal
  }

  async run(): Promise<void> {
    const { path, type, input, id } = this.#call
    try {
      const result: unknown = await callTRPCProcedure({
        router: this.#router,
        ctx: this.#context,
        path,
        type,
        getRawInput: async () => input,
        signal: this.#signal,
        batchIndex: 0,
      })
      if (type === 'subscription') await this.#stream(result)
      else this.#send({ id, result: { type: 'data', data: result } })
    } catch (error) {
      this.#refuse(getTRPCErrorFromUnknown(error))
    }
  }

  async #stream(result: unknown): Promise<void> {
    const { id } = this.#call
    if (!isAsyncIterable(result)) throw new TypeError('a subscription is a stream')
    for await (const data of result) {
      // Leaving the loop ends the generator, which undoes what it had begun.
      if (this.#signal.aborted) return
      this.#send({ id, result: { type: 'data', data } })
    }
    this.#send({ id, result: { type: 'stopped' } })
  }

  #refuse(error: TRPCError): void {
    const { id, type, path, input } = this.#call
    const { _config: config } = this.#router._def
    this.#send({ id, error: getErrorShape({ config, error, type, path, input, ctx: this.#context }) })
  }

  /** Whoever has stopped listening is told nothing more. */
  #send(message: TRPCResponseMessage): void {
    if (!this.#signal.aborted) this.#port.post(transformTRPCResponse(this.#router._def._config, message))
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
