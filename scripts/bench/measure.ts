/** Times of several participants, one after another in turns: this machine may be busy, and is so for all alike. */

export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN
}

/** Milliseconds by participant. */
export type Times = readonly (readonly number[])[]

export interface Turns {
  readonly runs: number
  /** What has to be done after a run, not counted. */
  readonly after?: (participant: number) => unknown
}

/** Runs the job for each participant in turn; the first run of each only warms up. */
export async function inTurns(
  jobs: readonly ((run: number) => unknown)[],
  { runs, after }: Turns,
): Promise<Times> {
  const times: number[][] = jobs.map(() => [])
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, job] of jobs.entries()) {
      const start = performance.now()
      await job(run)
      const spent = performance.now() - start
      if (run > 0) times[index]?.push(spent)
      await after?.(index)
    }
  }
  return times
}

export async function timed(job: () => unknown): Promise<number> {
  const start = performance.now()
  await job()
  return performance.now() - start
}
