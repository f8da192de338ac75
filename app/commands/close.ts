import { formatMonth } from '../../domain/format.ts'
import { closeMonth } from '../close.ts'
import { BOOKKEEPER } from '../ledger.ts'
import { command, db, EXIT } from './command.ts'

/** `close MONTH`: closes a settled month and those before it. */
export const closeCommand = command({
  name: 'close',
  usage: 'MONTH --db F',
  operand: 'month',
  options: { db },
  async run(session, options, [month = '']) {
    await session.withLedger(options.db, (ledger) => {
      session.progress.step(session.words.steps.verifying)
      return closeMonth(ledger, month, BOOKKEEPER)
    })
    session.answer({ month, closed: true }, () => session.words.closed(formatMonth(month, session.language)))
    return EXIT.done
  },
})
