// node scripts/run.mjs SCRIPT ARGUMENTS...: sets up, then runs the script under Node 24 and ends as it ends.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { findNode, setUp } from './setup.mjs'

try {
  await setUp()
} catch (error) {
  console.error(`Esep: the packages could not be installed. ${error.message}`)
  process.exit(1)
}
const child = spawn(findNode(), process.argv.slice(2), { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl+C to the child itself; a second one would read as impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
child.on('error', (error) => {
  console.error(`Esep: Node could not be started. ${error.message}`)
  process.exit(1)
})
child.on('exit', (status, signal) => process.exit(status ?? 128 + constants.signals[signal]))
