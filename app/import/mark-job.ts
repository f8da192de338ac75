import { type MarkInput, markBook } from './mark.ts'

/** The job `mark_book`: it opens a foreign file as reading does. */
export function run(input: MarkInput): Promise<Uint8Array> {
  return markBook(input)
}
