/** One command of the command line inside the core process; what it prints goes through main, in order. */
import { systemClock } from '../app/clock.ts'
import { runCommand } from '../app/commands/run.ts'
import { MainLink } from './main-link.ts'

export async function runInCore(argv: readonly string[], isTTY: boolean): Promise<void> {
  const stop = new AbortController()
  let isDone = false
  const link = new MainLink({
    stop() {
      if (isDone) process.exit()
      stop.abort()
    },
  })
  const output = (to: 'stdout' | 'stderr') => ({
    write: (text: string) => link.say({ kind: 'print', to, text }),
  })
  const status = await runCommand(argv, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    isTTY,
    env: process.env,
    cwd: process.cwd(),
    clock: systemClock(),
    jobs: link.jobs(),
    signal: stop.signal,
  })
  isDone = true
  link.say({ kind: 'ended', status })
}
