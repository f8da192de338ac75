import path from 'node:path'
import { bookWorkbook } from '../../domain/book/template.ts'
import { exportBook } from '../export-book.ts'
import { checkFolder } from '../write-file.ts'
import { command, db, EXIT, requiredText } from './command.ts'
import { savePaper, writtenLines } from './papers.ts'

/** `book --out BOOK.xlsx`: the whole ledger as a ledger book. */
export const bookCommand = command({
  name: 'book',
  usage: '--db F --out BOOK.xlsx',
  options: { db, out: requiredText },
  async run(session, { db: place, out }) {
    checkFolder(path.dirname(session.path(out)))
    const { book, left } = await session.withLedger(place, (ledger) => {
      session.progress.step(session.words.steps.exporting)
      return exportBook(ledger)
    })
    const file = await savePaper(session, session.path(out), bookWorkbook(book))
    // The book is good without them, so they are told but refuse nothing.
    for (const notice of left) session.complain(notice)
    session.answer({ file, left: left.length }, () =>
      [
        ...(left.length === 0 ? [] : [session.words.bookLeft(left.length)]),
        ...writtenLines(session, [file]),
      ].join('\n'),
    )
    return EXIT.done
  },
})
