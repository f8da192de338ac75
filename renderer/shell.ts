/**
 * What the window gives the screens beside the core: `window.esep` in the desktop program, nothing in a browser.
 * The preload script fills it; whatever is absent has its plain browser way.
 */
import type { Language } from '../domain/format.ts'
import type { Chord } from './keys/chord.ts'

/** What is chosen in the window's menu. */
type PageCommand =
  | 'find'
  | 'new'
  | 'post'
  | 'keep'
  | 'why'
  | 'print'
  | 'excel'
  | 'help'
  | `section-${1 | 2 | 3 | 4 | 5 | 6 | 7}`

export interface EsepBridge {
  /** Messages to and from the core process: the least a port must do. */
  readonly post: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Told when the core goes away and when it is back. */
  readonly onCore: (listener: (state: 'up' | 'down') => void) => void
  /** Whether closing the window should ask first. */
  readonly setUnsaved: (unsaved: boolean) => void
  /** The language of the menu and of the shell's own questions. */
  readonly setLanguage: (language: Language) => void
  readonly onCommand: (listener: (command: PageCommand) => void) => void
  /** Opens the file saved last in the program that is meant for it. */
  readonly openSaved: () => Promise<void>
  /** Shows the file saved last in its folder. */
  readonly showSaved: () => Promise<void>
}

declare global {
  interface Window {
    readonly esep?: EsepBridge
  }
}

export const bridge = (): EsepBridge | undefined => window.esep

const CHORDS: Readonly<Record<Exclude<PageCommand, `section-${number}`>, Chord>> = {
  find: 'Ctrl+K',
  new: 'Ctrl+N',
  post: 'Ctrl+Enter',
  keep: 'Ctrl+S',
  why: 'F7',
  print: 'Ctrl+P',
  excel: 'Ctrl+E',
  help: 'F1',
}

/** The menu presses the keys of the screen, so that it can do nothing that they cannot. */
export function onMenu(press: (chord: Chord) => void): void {
  bridge()?.onCommand((command) => {
    const section = /^section-(\d)$/.exec(command)?.[1]
    if (section !== undefined) press(`Alt+${section}`)
    else if (Object.hasOwn(CHORDS, command)) press(CHORDS[command as keyof typeof CHORDS])
  })
}
