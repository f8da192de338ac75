import { hash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BookIssue } from '../../domain/error.ts'
import { EsepError } from '../../domain/error.ts'
import { problemWords } from '../../domain/messages/book.ts'
import { sentence } from '../../domain/messages/index.ts'
import { copyBeforeImport } from '../copies.ts'
import { MEGABYTE, MOST_FILE_MB } from '../import/limits.ts'
import { type ImportResult, importBook } from '../import/post-book.ts'
import { readBookApart } from '../import/read-apart.ts'
import { problemsOf } from '../import/report.ts'
import type { BookFile } from '../import/source.ts'
import { BOOKKEEPER, type Ledger } from '../ledger.ts'
import { checkFolder, writeFileWhole } from '../write-file.ts'
import { command, db, EXIT, flag, text } from './command.ts'
import { importText, placeOf } from './import-answer.ts'
import type { Session } from './session.ts'

/** `import BOOK…`: takes ledger books in, whole or not at all. */
export const importCommand = command({
  name: 'import',
  usage: 'BOOK… --db F [--dry-run] [--strict] [--json] [--errors OUT.xlsx]',
  operand: 'books',
  options: { db, 'dry-run': flag, strict: flag, errors: text },
  async run(session, { db: place, 'dry-run': dryRun, strict, errors }, books) {
    if (errors !== undefined) checkFolder(path.dirname(session.path(errors)))
    const files = await Promise.all(namesOf(books).map((name, at) => fileAt(session, books[at] ?? '', name)))
    const result = await session.withLedger(place, (ledger) =>
      takeIn(session, ledger, files, { dryRun, strict }),
    )
    const marked =
      errors === undefined ? undefined : await markErrors(session, session.path(errors), files, result)
    tellErrors(session, result)
    const problems = problemsOf(result.issues, (issue) => sentence(issue, session.language))
    const { written, counts, catalogues } = result
    session.answer({ written, dryRun, counts, catalogues, issues: problems }, () =>
      importText(session, { result, problems, dryRun, marked }),
    )
    return hasErrors(result) ? EXIT.refused : EXIT.done
  },
})

/** Files are told apart by their names; those that share one keep their paths. */
function namesOf(books: readonly string[]): string[] {
  const bases = books.map((book) => path.basename(book))
  return bases.map((base, at) =>
    bases.indexOf(base) === bases.lastIndexOf(base) ? base : (books[at] ?? base),
  )
}

/** @throws EsepError `file_not_readable`, `workbook_too_large` before the bytes are read. */
async function fileAt(session: Session, book: string, name: string): Promise<BookFile> {
  const file = session.path(book)
  try {
    const { size } = await stat(file)
    if (size > MOST_FILE_MB * MEGABYTE)
      throw new EsepError('workbook_too_large', { file: name, limit: 'file', most: MOST_FILE_MB })
    return { name, bytes: await readFile(file) }
  } catch (error) {
    if (error instanceof EsepError || !(error instanceof Error && 'code' in error)) throw error
    throw new EsepError('file_not_readable', { file: book, reason: String(error.code) })
  }
}

/** The ledger is held while the book is read, so that one which is busy is told at once. */
async function takeIn(
  session: Session,
  ledger: Ledger,
  files: readonly BookFile[],
  { dryRun, strict }: { dryRun: boolean; strict: boolean },
): Promise<ImportResult> {
  const { progress, words, io } = session
  const signal = io.signal ? { signal: io.signal } : {}
  progress.step(words.steps.reading)
  const reading = await readBookApart(io.jobs, files, io.signal)
  if (!dryRun) await copyBeforeImport(ledger)
  return importBook(ledger, reading, {
    actor: BOOKKEEPER,
    files: files.map(({ name, bytes }) => ({ name, sha256: hash('sha256', bytes, 'hex') })),
    dryRun,
    strict,
    ...signal,
    onProgress: (done, total) => progress.step(words.steps.posting, done, total),
  })
}

/** @returns where the marked copy is; nothing where there is nothing to mark. */
async function markErrors(
  session: Session,
  target: string,
  files: readonly BookFile[],
  { issues }: ImportResult,
): Promise<string | undefined> {
  if (issues.length === 0) return undefined
  session.progress.step(session.words.steps.marking)
  const problems = problemsOf(issues, (issue) => sentence(issue, session.language))
  const input = { files, problems, headings: problemWords[session.language] }
  const { signal, jobs } = session.io
  return writeFileWhole(target, await jobs.run('mark_book', input, signal ? { signal } : {}))
}

const isError = ({ severity }: BookIssue): boolean => severity === 'error'
const hasErrors = ({ issues }: ImportResult): boolean => issues.some(isError)

/** On a terminal the table says it all, so standard error only sums up; a program gets one line an error. */
function tellErrors(session: Session, { issues }: ImportResult): void {
  const errors = issues.filter(isError)
  if (errors.length === 0) return
  if (session.io.isTTY && !session.json) {
    session.complain({ code: 'book_has_errors', data: { count: errors.length } })
    return
  }
  for (const issue of errors) {
    const { code: _code, data: _data, ...place } = issue
    session.complain(issue, placeOf(issue, session.language), place)
  }
}
