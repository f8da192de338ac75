import path from 'node:path'
import { EsepError } from '../../domain/error.ts'
import { makeCopy, newestCopy } from '../copies.ts'
import { copiesFolder, ledgerFileAt } from '../place.ts'
import { checkCopy } from '../restore.ts'
import { checkFolder } from '../write-file.ts'
import { command, db, EXIT, requiredText } from './command.ts'
import type { Session } from './session.ts'

const DAY_MS = 86_400_000

/** `backup --out DIR`: a verified copy; while the app holds the ledger, the one it made last. */
export const backupCommand = command({
  name: 'backup',
  usage: '--db F --out DIR',
  options: { db, out: requiredText },
  async run(session, { db: place, out }) {
    const folder = session.path(out)
    checkFolder(folder)
    try {
      const made = await session.withLedger(place, (ledger) => {
        session.progress.step(session.words.steps.copying)
        return makeCopy(ledger, 'manual', { folder })
      })
      const file = path.join(folder, made.name)
      const { moment, counts, sha256 } = made
      session.answer({ made: true, copy: file, moment, documents: counts.documents, sha256 }, () =>
        session.words.copied(session.shown(file), counts.documents),
      )
      return EXIT.done
    } catch (error) {
      if (!(error instanceof EsepError) || error.code !== 'ledger_busy') throw error
      return nameNewest(session, place, error)
    }
  },
})

/** The app copies the ledger it holds by itself, so that a nightly task need not wait until it is closed. */
async function nameNewest(session: Session, place: string, busy: EsepError): Promise<number> {
  session.complain(busy)
  const ledger = ledgerFileAt(session.path(place))
  const newest = newestCopy(ledger)
  if (!newest) return EXIT.refused
  const file = path.join(copiesFolder(ledger), newest.name)
  await checkCopy(file)
  const { moment, counts, sha256 } = newest
  session.answer({ made: false, copy: file, moment, documents: counts.documents, sha256 }, () =>
    session.words.newestCopy(session.shown(file), moment),
  )
  const age_ms = Date.parse(session.clock.now()) - Date.parse(moment)
  return age_ms < DAY_MS ? EXIT.done : EXIT.refused
}
