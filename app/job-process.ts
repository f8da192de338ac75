/** The program of a job's process: one message in, one answer out. See jobs.ts. */
import { EsepError } from '../domain/error.ts'
import { JOBS, type JobName } from './job-list.ts'
import type { JobAnswer } from './jobs.ts'

interface JobMessage {
  readonly job: JobName
  readonly input: unknown
}

async function answer({ job, input }: JobMessage): Promise<JobAnswer> {
  try {
    const { run } = await JOBS[job]()
    // The sender's types tie the input to the job; here it is whatever crossed over.
    return { output: await (run as (input: unknown) => Promise<unknown>)(input) }
  } catch (error) {
    if (error instanceof EsepError) return { refused: { code: error.code, data: error.data } }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// A parent that died wants no answer.
process.on('disconnect', () => process.exit())
process.once('message', (message) => {
  void answer(message as JobMessage).then((said) => process.send?.(said))
})
