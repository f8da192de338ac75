/** What a job's process does with the one message it is sent, whatever kind of process it is. */
import { type Answer, answerOf } from './answer.ts'
import { JOBS, type JobName } from './job-list.ts'

export interface JobMessage {
  readonly job: JobName
  readonly input: unknown
}

export function runJob({ job, input }: JobMessage): Promise<Answer> {
  return answerOf(async () => {
    const { run } = await JOBS[job]()
    // The sender's types tie the input to the job; here it is whatever crossed over.
    return (run as (input: unknown) => Promise<unknown>)(input)
  })
}
