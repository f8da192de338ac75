/** tRPC over a message channel: the desktop window speaks with the core process through its bridge. */
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import type { TRPCResponseMessage } from '@trpc/server/rpc'

/** The least a channel must do. */
export interface Port {
  post: (message: unknown) => void
  onMessage: (listener: (message: unknown) => void) => void
  onCore?: ((listener: (state: 'up' | 'down') => void) => void) | undefined
}

interface Waiting {
  readonly take: (message: TRPCResponseMessage) => void
  readonly fail: (error: Error) => void
}

export function portLink<Router extends AnyTRPCRouter>(port: Port): TRPCLink<Router> {
  const waiting = new Map<number, Waiting>()
  let last = 0
  port.onMessage((message) => {
    if (isAnswer(message)) waiting.get(Number(message.id))?.take(message)
  })
  port.onCore?.((state) => {
    if (state === 'down') for (const call of waiting.values()) call.fail(new Error('core down'))
  })
  return () =>
    ({ op }) =>
      observable((observer) => {
        last += 1
        const id = last
        const forget = () => waiting.delete(id)
        const stop = () => {
          if (forget()) port.post({ id, method: 'stop' })
        }
        waiting.set(id, {
          fail: (error) => {
            forget()
            observer.error(TRPCClientError.from(error))
          },
          take: (message) => {
            if ('error' in message) {
              forget()
              observer.error(TRPCClientError.from({ error: message.error }))
            } else if (message.result.type === 'stopped') {
              forget()
              observer.complete()
            } else if (message.result.type === 'data') {
              observer.next({ result: { type: 'data', data: message.result.data } })
              if (op.type === 'subscription') return
              forget()
              observer.complete()
            }
          },
        })
        op.signal?.addEventListener('abort', stop, { once: true })
        port.post({ id, method: 'call', type: op.type, path: op.path, input: op.input })
        return stop
      })
}

function isAnswer(message: unknown): message is TRPCResponseMessage {
  return typeof message === 'object' && message !== null && 'id' in message
}
