import { addMonths, monthOf } from '../../domain/dates.ts'
import { formatMonth } from '../../domain/format.ts'
import { demoClock, fillDemoLedger } from '../demo/demo-ledger.ts'
import { makeLedger } from '../new-ledger.ts'
import { command, db, EXIT } from './command.ts'

const count = { kind: 'count' } as const

/** `demo`: an invented association with a year of work; its clock goes by the months, not by the machine. */
export const demoCommand = command({
  name: 'demo',
  usage: '--db F [--producers 75] [--months 12] [--until YYYY-MM] [--seed 1]',
  options: { db, producers: count, months: count, until: { kind: 'month' }, seed: count },
  async run(session, { db: place, producers = 75, months = 12, until: last, seed = 1 }) {
    const until = last ?? addMonths(monthOf(session.clock.today()), -1)
    const options = { producers, months, until, seed }
    const clock = demoClock(options)
    const { progress, words, language, io } = session
    await makeLedger(session.path(place), clock, (ledger) =>
      fillDemoLedger(ledger, clock, options, {
        ...(io.signal ? { signal: io.signal } : {}),
        onProgress: (done, total) => progress.step(words.steps.demo, done, total),
      }),
    )
    const from = addMonths(until, 1 - months)
    const span = `${formatMonth(from, language)} – ${formatMonth(until, language)}`
    session.answer({ ledger: session.path(place), producers, from, until, seed }, () =>
      words.demo(place, span, producers),
    )
    return EXIT.done
  },
})
