import { placeAt } from '../place.ts'
import { restoreCopy } from '../restore.ts'
import { command, db, EXIT } from './command.ts'

/** `restore BACKUP`: puts a verified copy in use; the ledger before it stays, under another name. */
export const restoreCommand = command({
  name: 'restore',
  usage: 'BACKUP --db F',
  operand: 'copy',
  options: { db },
  async run(session, { db: place }, [copy = '']) {
    session.progress.step(session.words.steps.verifying)
    const { file, before } = await restoreCopy(
      session.path(copy),
      placeAt(session.path(place)),
      session.clock,
    )
    session.answer({ ledger: file, before }, () =>
      session.words.restored(session.shown(file), before === null ? undefined : session.shown(before)),
    )
    return EXIT.done
  },
})
