/** How procedures are made: what each declares, how refusals travel, and the log of slow calls. */
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { EsepError, type Notice, notice } from '../../domain/error.ts'
import type { Context, Role } from '../context.ts'
import { numberOfFault, traceOfFault } from '../fault.ts'

export interface Meta {
  readonly kind: 'read' | 'write' | 'admin'
  /** The least that whoever calls it must be. */
  readonly role: Role
}

/** What a failed call gives the screen: the notice, and the line of the document it speaks of, counted from 1. */
export interface RpcProblem extends Notice {
  readonly line?: number
}

/** Any code by which tRPC's client does not try again: a refused import must not start anew by itself. */
const REFUSED = -32_022 as const

const t = initTRPC.context<Context>().meta<Meta>().create({ errorFormatter: refusal })

interface Failed {
  readonly error: TRPCError
  readonly ctx: Context | undefined
  readonly path: string | undefined
}

function refusal({ error, ctx, path = '' }: Failed) {
  const problem = problemOf(error, ctx, path)
  return { code: REFUSED, message: problem.code, data: problem }
}

function problemOf(error: TRPCError, ctx: Context | undefined, path: string): RpcProblem {
  const { cause } = error
  if (cause instanceof EsepError) {
    const { code, data, line } = cause
    return line === undefined ? { code, data } : { code, data, line }
  }
  if (cause instanceof z.ZodError) return inputProblem(cause)
  if (OF_THE_CALLER.has(error.code)) return notice('invalid_input', { path: '', problem: error.code })
  const id = numberOfFault(cause ?? error)
  ctx?.log.error('fault', { id, path, ...traceOfFault(cause ?? error) })
  return notice('internal', { id })
}

/** What tRPC itself finds wrong with a call before any of our code sees it. */
const OF_THE_CALLER = new Set<TRPCError['code']>([
  'BAD_REQUEST',
  'PARSE_ERROR',
  'NOT_FOUND',
  'METHOD_NOT_SUPPORTED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
])

function inputProblem({ issues }: z.ZodError): Notice {
  const [first] = issues
  return notice('invalid_input', { path: first?.path.join('.') ?? '', problem: first?.message ?? '' })
}

const ORDER: readonly Role[] = ['viewer', 'chair', 'bookkeeper']
const SLOW_MS = 100

const watched = t.procedure.use(async ({ ctx, meta, path, next }) => {
  const needed = meta?.role ?? 'bookkeeper'
  if (ORDER.indexOf(ctx.role) < ORDER.indexOf(needed)) throw new EsepError('not_allowed', { role: needed })
  const started = performance.now()
  const result = await next()
  const took_ms = Math.round(performance.now() - started)
  if (took_ms >= SLOW_MS) ctx.log.info('slow', { path, ms: took_ms })
  // Refusals are the caller's business: over HTTP they must not read as a breakdown of the server.
  if (!result.ok && result.error.cause instanceof EsepError) {
    const { cause } = result.error
    throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT', message: cause.code, cause })
  }
  return result
})

const onLedger = watched.use(async ({ ctx, next }) => next({ ctx: { ledger: await ctx.desk.ledger() } }))

/** The input of a procedure that needs none. */
export const nothing = z.void()

export const createRouter = t.router
export const createCallerFactory = t.createCallerFactory

/** Looks at the open ledger, as `ctx.ledger`. */
export const read = onLedger.meta({ kind: 'read', role: 'viewer' })
/** Posts into the open ledger, or keeps a draft in it. */
export const write = onLedger.meta({ kind: 'write', role: 'bookkeeper' })
/** Changes what holds for the whole ledger: settings, months, users. */
export const admin = onLedger.meta({ kind: 'admin', role: 'bookkeeper' })
/** Works without an open ledger too: the first run, copies. */
export const shellRead = watched.meta({ kind: 'read', role: 'viewer' })
export const shellAdmin = watched.meta({ kind: 'admin', role: 'bookkeeper' })
