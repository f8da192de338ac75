// The command line: node scripts/cli.ts COMMAND …
import { systemClock } from '../app/clock.ts'
import { runCommand } from '../app/commands/run.ts'
import { forkedJobs } from '../app/jobs.ts'

const stop = new AbortController()
// Once only: a second Ctrl+C ends the program at once.
process.once('SIGINT', () => stop.abort())
const { stdout, stderr, env } = process
const isTTY = stdout.isTTY && stderr.isTTY
const io = {
  stdout,
  stderr,
  isTTY,
  env,
  cwd: process.cwd(),
  clock: systemClock(),
  jobs: forkedJobs(),
  signal: stop.signal,
}
process.exitCode = await runCommand(process.argv.slice(2), io)
