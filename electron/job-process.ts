/** The program of a job's process in the desktop program: a port comes, over it one message, and back one answer. */
import { type JobMessage, runJob } from '../app/run-job.ts'

process.parentPort.once('message', ({ ports: [port] }) => {
  port?.once('message', ({ data }) => {
    void runJob(data as JobMessage).then((said) => port.postMessage(said))
  })
  port?.start()
})
