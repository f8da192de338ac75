// Files for the user: the page fetches each by an address of its own, once.
import { randomUUID } from 'node:crypto'
import type { Files, GivenFile, MadeFile } from '../../app/context.ts'

/** More than these nobody has asked for and left lying. */
const MOST_WAITING = 20

export const DOWNLOADS = '/files/'

export class Downloads implements Files {
  readonly #waiting = new Map<string, MadeFile>()

  async give(file: MadeFile): Promise<GivenFile> {
    const id = randomUUID()
    this.#waiting.set(id, file)
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break
      this.#waiting.delete(oldest)
    }
    return { name: file.name, href: `${DOWNLOADS}${id}`, saved: false }
  }

  take(pathname: string): MadeFile | undefined {
    const id = pathname.slice(DOWNLOADS.length)
    const file = this.#waiting.get(id)
    this.#waiting.delete(id)
    return file
  }
}
