import { notice } from '../../domain/error.ts'
import { JobFailed, type Jobs } from '../jobs.ts'
import { type BookReading, emptyReading } from './read.ts'
import type { BookFile } from './source.ts'

/**
 * Reads a ledger book in a process of its own. Files that take more memory or time than a book may are an issue like any other.
 * @throws EsepError `cancelled`.
 */
export async function readBookApart(
  jobs: Jobs,
  files: readonly BookFile[],
  signal?: AbortSignal,
): Promise<BookReading> {
  try {
    return await jobs.run('read_book', files, signal ? { signal } : {})
  } catch (error) {
    if (!(error instanceof JobFailed)) throw error
    const file = files.map(({ name }) => name).join(', ')
    const refusal =
      error.reason === 'time'
        ? notice('workbook_too_slow', { file, seconds: error.most })
        : notice('workbook_too_large', { file, limit: 'memory', most: error.most })
    return { ...emptyReading(), issues: [{ severity: 'error', ...refusal }] }
  }
}
