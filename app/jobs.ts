import { fork } from 'node:child_process'
import { EsepError, type NoticeCode, type NoticeData } from '../domain/error.ts'
import type { JobInput, JobName, JobOutput } from './job-list.ts'

export interface JobOptions {
  /** Aborting ends the job's process at once; the promise rejects with `cancelled`. */
  readonly signal?: AbortSignal
  readonly timeout_ms?: number
  readonly memory_mb?: number
}

/**
 * Runs a pure function of JSON (and bytes) in a process of its own, so that a foreign file can neither stop nor bring down
 * the one that holds the ledger. Electron supplies another runner: only its main process can start one there.
 */
export interface Jobs {
  /** @throws EsepError what the job refused with, or `cancelled`; JobFailed when its process ended without an answer. */
  run<N extends JobName>(job: N, input: JobInput<N>, options?: JobOptions): Promise<JobOutput<N>>
}

/** The job ran out of time, or its process died, which for these jobs means that it ran out of memory. */
export class JobFailed extends Error {
  readonly reason: 'time' | 'memory'
  /** What was allowed: seconds or megabytes. */
  readonly most: number

  constructor(reason: 'time' | 'memory', most: number) {
    super(`a job ran out of ${reason}`)
    this.name = 'JobFailed'
    this.reason = reason
    this.most = most
  }
}

/** What the job's process answers; the first message to it is `{ job, input }`. */
export type JobAnswer =
  | { readonly output: unknown }
  | { readonly refused: { readonly code: NoticeCode; readonly data: NoticeData[NoticeCode] } }
  | { readonly failed: string }

const TIMEOUT_MS = 30_000
const MEMORY_MB = 512
const ENTRY = `${import.meta.dirname}/job-process.ts`

/** @param entry the program of the job's process, a bundle where there are no sources. */
export function forkedJobs(entry: string = ENTRY): Jobs {
  return {
    async run(job, input, options = {}) {
      // The job list types what goes in and what comes out; the process between them knows only JSON.
      return (await runApart(entry, { job, input }, options)) as JobOutput<typeof job>
    },
  }
}

function runApart(entry: string, message: object, options: JobOptions): Promise<unknown> {
  const { signal, timeout_ms = TIMEOUT_MS, memory_mb = MEMORY_MB } = options
  if (signal?.aborted) return Promise.reject(new EsepError('cancelled', {}))
  const child = fork(entry, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memory_mb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise<unknown>((resolve, reject) => {
    const cancel = () => end(() => reject(new EsepError('cancelled', {})))
    const late = () => end(() => reject(new JobFailed('time', Math.ceil(timeout_ms / 1000))))
    const timer = setTimeout(late, timeout_ms)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      child.kill('SIGKILL')
      settle()
    }
    signal?.addEventListener('abort', cancel)
    child.on('message', (answer) => end(() => settleWith(answer as JobAnswer, resolve, reject)))
    child.on('error', (error) => end(() => reject(error)))
    child.on('exit', () => end(() => reject(new JobFailed('memory', memory_mb))))
    child.send(message)
  })
}

function settleWith(
  answer: JobAnswer,
  resolve: (output: unknown) => void,
  reject: (error: Error) => void,
): void {
  if ('output' in answer) resolve(answer.output)
  else if ('refused' in answer) reject(new EsepError(answer.refused.code, answer.refused.data))
  else reject(new Error(answer.failed))
}
