/** The one window: how it is made, where it stands, and what happens before it closes. */
import path from 'node:path'
import { BrowserWindow, dialog, nativeTheme, type Rectangle, screen } from 'electron'
import { traceOfFault } from '../app/fault.ts'
import type { Log } from '../app/log.ts'
import { PAGE_URL } from './page-scheme.ts'
import type { SettingsFile } from './settings.ts'
import type { ShellWords } from './words.ts'

/** What the page needs at 125 % on the smallest screen it is made for. */
const SMALLEST = { width: 1024, height: 576 }
const USUAL = { width: 1366, height: 768 }
/** A window counts as lost if less than this much of its top edge can be got hold of. */
const GRIP = { width: 120, height: 40 }

export interface WindowCares {
  readonly settings: SettingsFile
  readonly log: Log
  words(): ShellWords
  /** Whether the page holds something that closing would lose. */
  unsaved(): boolean
}

export function makeWindow({ settings, log, words, unsaved }: WindowCares): BrowserWindow {
  const { bounds, maximized } = settings.value
  const window = new BrowserWindow({
    ...(bounds && isReachable(bounds) ? bounds : USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Эсеп',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181a' : '#ffffff',
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  keepPlace(window, settings)
  askBeforeClose(window, words, unsaved)
  reopenWhenGone(window, log, words)
  window.loadURL(PAGE_URL).catch((error: unknown) => {
    // A window closed before its page was there has nothing to complain of.
    if (!window.isDestroyed()) log.error('page_failed', traceOfFault(error))
  })
  return window
}

/** A window on a screen that is no longer plugged in would be opened where nobody sees it. */
function isReachable(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(bounds.x, workArea.x)
    const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width)
    const top = bounds.y - workArea.y
    return right - left >= GRIP.width && top >= 0 && top <= workArea.height - GRIP.height
  })
}

const SETTLED_MS = 500

function keepPlace(window: BrowserWindow, settings: SettingsFile): void {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    const maximized = window.isMaximized()
    settings.set({ maximized, bounds: window.getNormalBounds() })
  }
  // Kept while it is open too: a power cut closes no window.
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => window.isDestroyed() || keep(), SETTLED_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', keep)
  window.on('closed', () => clearTimeout(timer))
}

function askBeforeClose(window: BrowserWindow, words: () => ShellWords, unsaved: () => boolean): void {
  let asking = false
  window.on('close', (event) => {
    if (!unsaved()) return
    event.preventDefault()
    if (asking) return
    asking = true
    void ask(window, words().unsaved).then((yes) => {
      asking = false
      if (yes && !window.isDestroyed()) window.destroy()
    })
  })
}

const PATIENCE_MS = 10_000

/** A page that died is opened anew, once; if it dies again at once, she is asked. */
function reopenWhenGone(window: BrowserWindow, log: Log, words: () => ShellWords): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.error('page_gone', { reason })
    const soon = performance.now() - last < PATIENCE_MS
    last = performance.now()
    if (!soon) return window.reload()
    void ask(window, words().pageGone).then((yes) => {
      if (window.isDestroyed()) return
      if (yes) window.reload()
      else window.destroy()
    })
  })
}

/** @returns whether to go on; Escape does not. */
export async function ask(window: BrowserWindow, question: ShellWords['unsaved']): Promise<boolean> {
  const { message, detail, yes, no } = question
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Эсеп',
    message,
    detail,
    buttons: [no, yes],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Brings the window before the user, wherever it was. */
export function bringUp(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
