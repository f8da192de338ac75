/** Takes uploaded books into the open ledger, or into a new one that is there only if the books were right. */

import type { Language } from '../../domain/format.ts'
import { sentence } from '../../domain/messages/index.ts'
import type { ImportProgress, ImportView } from '../../domain/views.ts'
import type { Context } from '../context.ts'
import { copyBeforeImport } from '../copies.ts'
import { closeLedger, type Ledger, openLedger } from '../ledger.ts'
import type { Upload } from '../uploads.ts'
import { type ImportResult, importBook } from './post-book.ts'
import { readBookApart } from './read-apart.ts'

export interface TakeInOrder {
  readonly files: readonly Upload[]
  readonly dryRun: boolean
  /** What a screen would ask about is an error. */
  readonly strict: boolean
  readonly signal: AbortSignal
  readonly tell: (progress: Omit<ImportProgress, 'result'>) => void
}

/**
 * Reads, then tries or posts.
 * @throws EsepError `cancelled`, `import_repeated`, `nothing_new`; everything else is in the result's issues.
 */
export async function takeInBooks(context: Context, order: TakeInOrder): Promise<ImportResult> {
  const { desk, uploads, jobs } = context
  const { files, dryRun, signal, tell } = order
  tell({ phase: 'reading', done: 0, total: 0 })
  const reading = await uploads.reading(files, () => readBookApart(jobs, files, signal))
  const ledger = await desk.ledgerIfAny()
  const post = (into: Ledger) =>
    importBook(into, reading, {
      actor: context.actor,
      files: files.map(({ name, sha256 }) => ({ name, sha256 })),
      dryRun,
      strict: order.strict,
      signal,
      onProgress: (done, total) => tell({ phase: dryRun ? 'checking' : 'posting', done, total }),
    })
  tell({ phase: 'checking', done: 0, total: 0 })
  if (ledger && !dryRun) await copyBeforeImport(ledger)
  const result = ledger ? await post(ledger) : await postIntoNew(context, dryRun, post)
  if (result.written) uploads.clear()
  return result
}

async function postIntoNew(
  { desk, clock }: Context,
  dryRun: boolean,
  post: (ledger: Ledger) => Promise<ImportResult>,
): Promise<ImportResult> {
  if (dryRun) {
    const scratch = await openLedger(':memory:', clock, { create: true })
    try {
      return await post(scratch)
    } finally {
      await closeLedger(scratch)
    }
  }
  return desk.make(async (ledger) => refuseErrors(await post(ledger))).catch(resultOf)
}

/** Undoes the making of a ledger for a book with errors, and carries them out. */
class BookRefused extends Error {
  readonly result: ImportResult
  constructor(result: ImportResult) {
    super('book_has_errors')
    this.result = result
  }
}

function refuseErrors(result: ImportResult): ImportResult {
  if (!result.written) throw new BookRefused(result)
  return result
}

function resultOf(error: unknown): ImportResult {
  if (error instanceof BookRefused) return error.result
  throw error
}

export function importView(result: ImportResult, language: Language): ImportView {
  const { written, counts, catalogues, issues } = result
  return {
    written,
    counts: counts.map(({ sheet, posted, known }) => ({ sheet, posted, known })),
    catalogues,
    issues: issues.map((issue) => ({
      severity: issue.severity,
      sheet: issue.sheet ?? '',
      row: issue.row ?? null,
      column: [issue.column, issue.heading].filter((part) => part !== undefined).join(' '),
      cell: issue.cell ?? '',
      sentence: sentence(issue, language),
    })),
  }
}
