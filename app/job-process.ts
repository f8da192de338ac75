/** The program of a forked job's process: one message in, one answer out. See jobs.ts. */
import { type JobMessage, runJob } from './run-job.ts'

// A parent that died wants no answer.
process.on('disconnect', () => process.exit())
process.once('message', (message) => {
  void runJob(message as JobMessage).then((said) => process.send?.(said))
})
