/** What the preload script puts before the page as `window.esep`, and the channels beneath it. */

/** What the menu asks of the page; the page does the same on its own keys. */
export type PageCommand =
  | 'find'
  | 'new'
  | 'post'
  | 'keep'
  | 'why'
  | 'print'
  | 'excel'
  | 'help'
  | `section-${1 | 2 | 3 | 4 | 5 | 6 | 7}`

export type Language = 'ru' | 'ky' | 'en'

export interface Bridge {
  /** A message to the core process; kept until there is a core to take it. */
  readonly post: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Told when the core goes away and when it is back; what was under way then has no answer. */
  readonly onCore: (listener: (state: 'up' | 'down') => void) => void
  /** Whether closing the window should ask first. */
  readonly setUnsaved: (unsaved: boolean) => void
  /** The language of the menu and of the shell's own questions, from now on and at the next start. */
  readonly setLanguage: (language: Language) => void
  /** Told what was chosen in the menu. */
  readonly onCommand: (listener: (command: PageCommand) => void) => void
  /** Opens the file saved last in the program that is meant for it. */
  readonly openSaved: () => Promise<void>
  /** Shows the file saved last in its folder. */
  readonly showSaved: () => Promise<void>
}

export const CHANNELS = {
  /** Page to main, one way. */
  connect: 'esep:connect',
  unsaved: 'esep:unsaved',
  language: 'esep:language',
  /** Page to main, with an answer. */
  openSaved: 'esep:open-saved',
  showSaved: 'esep:show-saved',
  /** Main to page. */
  port: 'esep:port',
  coreDown: 'esep:core-down',
  command: 'esep:command',
} as const
