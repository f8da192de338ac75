/** Files the user gave the window, kept in memory until they are taken in: the page holds a token, never a path. */
import { hash, randomUUID } from 'node:crypto'
import { EsepError } from '../domain/error.ts'
import { MEGABYTE, MOST_FILE_MB } from './import/limits.ts'
import type { BookReading } from './import/read.ts'
import type { BookFile } from './import/source.ts'

export interface Upload extends BookFile {
  readonly sha256: string
}

/** More than one book in parts needs; the oldest give way. */
const MOST_FILES = 20

export class Uploads {
  readonly #files = new Map<string, Upload>()
  #reading: { readonly key: string; readonly reading: BookReading } | undefined

  /** @throws EsepError `workbook_too_large` */
  put(name: string, bytes: Uint8Array): string {
    if (bytes.length > MOST_FILE_MB * MEGABYTE)
      throw new EsepError('workbook_too_large', { file: name, limit: 'file', most: MOST_FILE_MB })
    const token = randomUUID()
    this.#files.set(token, { name, bytes, sha256: hash('sha256', bytes, 'hex') })
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST_FILES) break
      this.#files.delete(oldest)
    }
    return token
  }

  /** @throws EsepError `file_not_readable` for a token that is not, or no longer, known. */
  get(tokens: readonly string[]): Upload[] {
    return tokens.map((token) => {
      const file = this.#files.get(token)
      if (!file) throw new EsepError('file_not_readable', { file: '', reason: 'gone' })
      return file
    })
  }

  /** What these files gave, read once: the trial and the posting that follows it share one reading. */
  async reading(files: readonly Upload[], read: () => Promise<BookReading>): Promise<BookReading> {
    const key = files.map(({ name, sha256 }) => `${sha256} ${name}`).join('\n')
    if (this.#reading?.key === key) return this.#reading.reading
    const reading = await read()
    // What went wrong may have been the machine's fault, so it is tried again.
    if (reading.issues.every(({ severity }) => severity !== 'error')) this.#reading = { key, reading }
    return reading
  }

  /** Forgets everything: the books have been taken in. */
  clear(): void {
    this.#files.clear()
    this.#reading = undefined
  }
}
