import { type BookReading, readBook } from './read.ts'
import type { BookFile } from './source.ts'

/** The job `read_book`: a foreign file is never opened in the process that holds the ledger. */
export function run(files: readonly BookFile[]): Promise<BookReading> {
  return readBook(files)
}
