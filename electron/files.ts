/** Files out: the user is asked for a place, and only main ever knows the path. */
import path from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron'
import { writeFileWhole } from '../app/write-file.ts'
import type { SettingsFile } from './settings.ts'
import type { ShellWords } from './words.ts'

export class Saver {
  readonly #settings: SettingsFile
  readonly #words: () => ShellWords
  /** The file saved last: what the page may ask to have opened. */
  #last: string | undefined

  constructor(settings: SettingsFile, words: () => ShellWords) {
    this.#settings = settings
    this.#words = words
  }

  /**
   * @returns the name it was saved by, another one where the file was open in Excel; null if the user turned away.
   * @throws EsepError `file_not_writable`
   */
  async save(window: BrowserWindow | undefined, name: string, bytes: Uint8Array): Promise<string | null> {
    const options = {
      defaultPath: path.join(this.#settings.value.folder ?? app.getPath('documents'), path.basename(name)),
      filters: filtersFor(name, this.#words().kinds),
    }
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    if (canceled || filePath === '') return null
    const file = await writeFileWhole(filePath, bytes)
    this.#last = file
    this.#settings.set({ folder: path.dirname(file) })
    return path.basename(file)
  }

  async openLast(): Promise<void> {
    if (this.#last !== undefined) await shell.openPath(this.#last)
  }

  showLast(): void {
    if (this.#last !== undefined) shell.showItemInFolder(this.#last)
  }
}

function filtersFor(name: string, kinds: ShellWords['kinds']): FileFilter[] {
  const extension = path.extname(name).slice(1)
  const all = { name: kinds.all, extensions: ['*'] }
  if (extension === 'xlsx') return [{ name: kinds.workbook, extensions: ['xlsx'] }, all]
  if (extension === 'pdf') return [{ name: kinds.pdf, extensions: ['pdf'] }, all]
  return [all]
}
