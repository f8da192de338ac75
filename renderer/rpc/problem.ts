/** What a failed call says: the notice of the core, or that the core cannot be reached. */
import { isTRPCClientError } from '@trpc/client'
import type { Notice } from '../../domain/error.ts'

/** `line` counts from 1, as refusals of the ledger do. */
export interface Refusal extends Notice {
  readonly line?: number
}

/** The refusal in an error; undefined when the core did not answer at all. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!isTRPCClientError(error)) return undefined
  const data: unknown = error.data
  return isRefusal(data) ? data : undefined
}

function isRefusal(data: unknown): data is Refusal {
  return typeof data === 'object' && data !== null && 'code' in data && 'data' in data
}

/** Whether asking again may help: the core was not reached, so nothing was decided. */
export const isLost = (error: unknown): boolean => refusalOf(error) === undefined && !isAborted(error)

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
