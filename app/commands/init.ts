import { makeLedger } from '../new-ledger.ts'
import { command, db, EXIT } from './command.ts'

/** `init --db F`: a new empty ledger. */
export const initCommand = command({
  name: 'init',
  usage: '--db F',
  options: { db },
  async run(session, options) {
    const file = session.path(options.db)
    await makeLedger(file, session.clock, async () => undefined)
    session.answer({ ledger: file }, () => session.words.made(options.db))
    return EXIT.done
  },
})
