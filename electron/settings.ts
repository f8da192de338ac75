/** What the shell remembers from one start to the next: where the window stood, its language, the last folder. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileWhole } from '../app/write-file.ts'

const schema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).optional(),
  maximized: z.boolean().default(false),
  language: z.enum(['ru', 'ky', 'en']).default('ru'),
  /** Where the last file was saved. */
  folder: z.string().optional(),
})

export type Settings = z.output<typeof schema>

export class SettingsFile {
  readonly #file: string
  #settings: Settings
  #writing: Promise<unknown> = Promise.resolve()

  constructor(file: string) {
    this.#file = file
    this.#settings = readSettings(file)
  }

  get value(): Settings {
    return this.#settings
  }

  set(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change }
    const bytes = Buffer.from(`${JSON.stringify(this.#settings, null, 2)}\n`)
    // Losing them costs a window in the middle of the screen, which is no reason to stop anything.
    this.#writing = this.#writing.then(() => writeFileWhole(this.#file, bytes)).catch(() => {})
  }

  /** Resolves when everything is on the disk. */
  async written(): Promise<void> {
    await this.#writing
  }
}

/** A file that is missing, cut short or from another version is as good as none. */
function readSettings(file: string): Settings {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return schema.parse({})
  }
}
