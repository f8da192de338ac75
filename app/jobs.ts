import { fork } from 'node:child_process'
import { EsepError } from '../domain/error.ts'
import { type Answer, outputOf } from './answer.ts'
import type { JobInput, JobName, JobOutput } from './job-list.ts'
import type { JobMessage } from './run-job.ts'

interface JobOptions {
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

/** The process of one job, of whatever kind: it is sent one `{ job, input }` and says one answer. */
export interface JobProcess {
  send(message: JobMessage): void
  /** It is ended by this alone; a process that ends by itself has failed. */
  end(): void
}

/** What the process tells whoever started it. */
export interface JobWatcher {
  answered(answer: Answer): void
  failed(error: Error): void
  ended(): void
}

const TIMEOUT_MS = 30_000
const MEMORY_MB = 512
const ENTRY = `${import.meta.dirname}/job-process.ts`

/** @param start begins a process that may take so much memory. */
export function jobsIn(start: (memory_mb: number, watcher: JobWatcher) => JobProcess): Jobs {
  return {
    async run(job, input, options = {}) {
      // The job list types what goes in and what comes out; the process between them knows only JSON.
      return (await runApart(start, { job, input }, options)) as JobOutput<typeof job>
    },
  }
}

/** Jobs in processes of Node's. @param entry their program, a bundle where there are no sources. */
export function forkedJobs(entry: string = ENTRY): Jobs {
  return jobsIn((memory_mb, watcher) => {
    const child = fork(entry, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory_mb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (answer) => watcher.answered(answer as Answer))
    child.on('error', (error) => watcher.failed(error))
    child.on('exit', () => watcher.ended())
    return { send: (message) => child.send(message), end: () => child.kill('SIGKILL') }
  })
}

function runApart(
  start: (memory_mb: number, watcher: JobWatcher) => JobProcess,
  message: JobMessage,
  options: JobOptions,
): Promise<unknown> {
  const { signal, timeout_ms = TIMEOUT_MS, memory_mb = MEMORY_MB } = options
  if (signal?.aborted) return Promise.reject(new EsepError('cancelled', {}))
  return new Promise<unknown>((resolve, reject) => {
    const cancel = () => end(() => reject(new EsepError('cancelled', {})))
    const late = () => end(() => reject(new JobFailed('time', Math.ceil(timeout_ms / 1000))))
    const timer = setTimeout(late, timeout_ms)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      child.end()
      settle()
    }
    const child = start(memory_mb, {
      answered: (answer) => end(() => settleWith(answer, resolve, reject)),
      failed: (error) => end(() => reject(error)),
      ended: () => end(() => reject(new JobFailed('memory', memory_mb))),
    })
    signal?.addEventListener('abort', cancel)
    child.send(message)
  })
}

function settleWith(
  answer: Answer,
  resolve: (output: unknown) => void,
  reject: (error: unknown) => void,
): void {
  try {
    resolve(outputOf(answer))
  } catch (error) {
    reject(error)
  }
}
