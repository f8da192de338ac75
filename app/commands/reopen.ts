import { formatMonth } from '../../domain/format.ts'
import { BOOKKEEPER } from '../ledger.ts'
import { reopenMonth } from '../months.ts'
import { command, db, EXIT, requiredText } from './command.ts'

/** `reopen MONTH --reason "…"`: reopens the last settled month. */
export const reopenCommand = command({
  name: 'reopen',
  usage: 'MONTH --reason "…" --db F',
  operand: 'month',
  options: { reason: requiredText, db },
  async run(session, { db: place, reason }, [month = '']) {
    await session.withLedger(place, (ledger) => reopenMonth(ledger, month, reason, BOOKKEEPER))
    session.answer({ month, reopened: true }, () =>
      session.words.reopened(formatMonth(month, session.language)),
    )
    return EXIT.done
  },
})
