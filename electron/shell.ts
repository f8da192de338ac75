/** The program with its window: what is made when it starts, and in which order it ends. */
import path from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { z } from 'zod'
import { systemClock } from '../app/clock.ts'
import { fileLog, type Log } from '../app/log.ts'
import { CHANNELS, type Language } from './bridge.ts'
import { CoreKeeper } from './core-keeper.ts'
import type { Favour } from './core-messages.ts'
import { Saver } from './files.ts'
import { guardEveryPage, guardSession } from './guard.ts'
import { Doors } from './ipc.ts'
import { setMenu } from './menu.ts'
import { servePage } from './page-scheme.ts'
import { pdfOf, Viewer } from './print.ts'
import { SettingsFile } from './settings.ts'
import { ask, bringUp, makeWindow } from './window.ts'
import { type ShellWords, shellWords } from './words.ts'

const PAGE_ROOT = path.join(import.meta.dirname, '..', 'renderer')

/** @param home the folder of all that the program keeps. */
export function runShell(home: string, demo: boolean): void {
  guardEveryPage()
  void app.whenReady().then(() => new Shell(home, demo))
}

class Shell {
  readonly #log: Log
  readonly #settings: SettingsFile
  readonly #saver: Saver
  readonly #viewer: Viewer
  readonly #core: CoreKeeper
  #window: BrowserWindow | undefined
  #unsaved = false
  #isEnded = false
  #wantedAgain = false

  constructor(home: string, demo: boolean) {
    this.#log = fileLog(path.join(home, 'logs', 'shell.log'), () => systemClock().now())
    this.#settings = new SettingsFile(path.join(home, 'window.json'))
    this.#saver = new Saver(this.#settings, () => this.#words)
    this.#viewer = new Viewer(path.join(home, 'papers'))
    guardSession(session.defaultSession)
    servePage(session.defaultSession, PAGE_ROOT)
    this.#openDoors()
    this.#setMenu()
    this.#core = new CoreKeeper({
      task: { task: 'serve', home, demo },
      page: () => this.#window?.webContents,
      favour: (favour) => this.#do(favour),
      died: (code) => this.#log.error('core_gone', { code }),
      givesUp: () => this.#askToStartAgain(),
    })
    this.#openWindow()
    app.on('second-instance', () => this.#comeUp())
    app.on('window-all-closed', () => app.quit())
    app.on('will-quit', (event) => this.#end(event))
  }

  get #words(): ShellWords {
    return shellWords[this.#settings.value.language]
  }

  #openWindow(): void {
    const window = makeWindow({
      settings: this.#settings,
      log: this.#log,
      words: () => this.#words,
      unsaved: () => this.#unsaved,
    })
    this.#window = window
    window.on('closed', () => {
      this.#window = undefined
      this.#unsaved = false
    })
  }

  #openDoors(): void {
    const doors = new Doors(() => this.#window?.webContents)
    doors.on(CHANNELS.connect, z.undefined(), (_value, page) => {
      // Whoever connects has just been loaded and cannot have typed anything yet.
      this.#unsaved = false
      this.#core.connect(page)
    })
    doors.on(CHANNELS.unsaved, z.boolean(), (unsaved) => {
      this.#unsaved = unsaved
    })
    doors.on(CHANNELS.language, z.enum(['ru', 'ky', 'en']), (language) => this.#speak(language))
    doors.handle(CHANNELS.openSaved, z.undefined(), () => this.#saver.openLast())
    doors.handle(CHANNELS.showSaved, z.undefined(), () => this.#saver.showLast())
  }

  #speak(language: Language): void {
    if (language === this.#settings.value.language) return
    this.#settings.set({ language })
    this.#setMenu()
  }

  #setMenu(): void {
    setMenu(this.#words, !app.isPackaged, (command) =>
      this.#window?.webContents.send(CHANNELS.command, command),
    )
  }

  #do(favour: Favour): Promise<unknown> {
    if (favour.what === 'save') return this.#saver.save(this.#window, favour.name, favour.bytes)
    if (favour.what === 'pdf') return pdfOf(favour.html)
    return this.#viewer.show(favour.name, favour.bytes)
  }

  async #askToStartAgain(): Promise<boolean> {
    if (!this.#window) return false
    const again = await ask(this.#window, this.#words.coreGone)
    // There is nothing left to work with, and drafts are kept: no second question.
    if (!again) this.#window?.destroy()
    return again
  }

  /** The program was started a second time: this one is what the user wanted. */
  #comeUp(): void {
    if (this.#window) bringUp(this.#window)
    else this.#wantedAgain = true
  }

  /** The window is gone; the core closes the ledger and makes its copy before the program ends. */
  #end(event: Electron.Event): void {
    if (this.#isEnded) return
    event.preventDefault()
    void Promise.all([this.#core.stop(), this.#settings.written()]).then(() => {
      this.#isEnded = true
      if (this.#wantedAgain) app.relaunch()
      app.quit()
    })
  }
}
