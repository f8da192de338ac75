// node scripts/serve.ts [--demo] [--db PLACE] [--no-browser]: the program on an address of this machine, for a browser.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../app/clock.ts'
import { forkedJobs } from '../app/jobs.ts'
import { homeFolder, placeAt } from '../app/place.ts'
import { hasDisplay, openBrowser } from './loopback/browser.ts'
import { serveLoopback } from './loopback/server.ts'

const page = path.join(path.dirname(import.meta.dirname), 'out', 'renderer')

/** Serves until it is stopped by Ctrl+C or a signal; then makes a verified copy and closes the ledger. */
export async function serve(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      demo: { type: 'boolean', default: false },
      db: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
    },
  })
  if (values.demo)
    console.log('Эсеп: открываю пример — вымышленную ассоциацию. В первый раз это несколько секунд …')
  const loopback = await serveLoopback({
    home: homeFolder(),
    ...(values.db === undefined ? {} : { place: placeAt(path.resolve(values.db)) }),
    demo: values.demo,
    page,
    clock: systemClock(),
    jobs: forkedJobs(),
  })
  const stopped = whenStopped()
  const opens = hasDisplay() && !values['no-browser']
  console.log(`Эсеп открыт в браузере, впускает один раз:

  ${loopback.address}
${opens ? '' : '\nОткройте этот адрес на этом компьютере.'}
Чтобы закончить, нажмите Ctrl+C.`)
  if (opens) openBrowser(loopback.address)
  await stopped
  console.log('Закрываю учёт …')
  await loopback.close()
  console.log('Учёт закрыт.')
}

/** One press of Ctrl+C may arrive twice, from the terminal and from npm; a later one means that nobody wants to wait. */
const ONE_PRESS_MS = 1000

function whenStopped(): Promise<void> {
  return new Promise((resolve) => {
    let first = Number.POSITIVE_INFINITY
    const stop = () => {
      if (performance.now() - first > ONE_PRESS_MS) process.exit(1)
      first = Math.min(first, performance.now())
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
}

if (import.meta.main) await serve(process.argv.slice(2))
