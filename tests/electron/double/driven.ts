// The test's hand inside the program: it sends a call, the double does it and answers.
import { promises } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { windows } from './app.ts'
import { type DialogKind, done, prepareAnswer } from './record.ts'
import { isLetOut, isPermitted, privileged, serve } from './session.ts'
import { running } from './utility.ts'
import type { BrowserWindow } from './windows.ts'

/** As main keeps it, without what cannot leave the process. */
export interface MenuEntry {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly submenu?: MenuEntry[]
}

interface Forged {
  readonly channel: string
  readonly args: unknown[]
  readonly isInvoked: boolean
  /** The frame it claims to come from; null is one that is already gone. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null
  readonly isOtherWindow?: boolean
}

function theWindow(): BrowserWindow {
  const [window] = windows.open
  if (!window) throw new Error('no window is open')
  return window as BrowserWindow
}

async function menuNow(): Promise<Electron.MenuItemConstructorOptions[]> {
  const { Menu } = await import('./electron.ts')
  return Menu.current?.template ?? []
}

function shown({
  label,
  role,
  accelerator,
  registerAccelerator,
  submenu,
}: Electron.MenuItemConstructorOptions) {
  const below = Array.isArray(submenu) ? submenu.map((each): MenuEntry => shown(each)) : undefined
  return JSON.parse(
    JSON.stringify({ label, role, accelerator, registerAccelerator, submenu: below }),
  ) as MenuEntry
}

const calls = {
  done: () => done.map((each) => JSON.parse(JSON.stringify(each)) as (typeof done)[number]),
  prepare: (kind: DialogKind, answer: unknown) => prepareAnswer(kind, answer),
  windows: () => windows.open.size,
  close: () => theWindow().close(),
  minimize: () => {
    theWindow().isMinimizedNow = true
  },
  moveTo: (bounds: Electron.Rectangle) => theWindow().moveTo(bounds),
  maximize: () => theWindow().maximize(),
  /** Kills a process as a crash would. */
  crash: (name: string) => running.get(name)?.signal('SIGKILL'),
  /** Stops and goes on, so that a test can look at what happens meanwhile. */
  freeze: (name: string) => running.get(name)?.signal('SIGSTOP'),
  thaw: (name: string) => running.get(name)?.signal('SIGCONT'),
  secondStarts: () => done.filter(({ what }) => what === 'second start').length,
  isMaximized: () => theWindow().isMaximized(),
  /** Asks main for something as the core would. */
  favour: (favour: object) => running.get('Esep core')?.favour(favour),
  /** From now on another program holds this file, as Excel holds a workbook it has open. */
  hold: (file: string) => {
    const { rename } = promises
    promises.rename = (from, to) =>
      to === file ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) : rename(from, to)
    syncBuiltinESMExports()
  },
  isRunning: (name: string) => running.has(name),
  permitted: (permissions: readonly string[]) => permissions.filter(isPermitted),
  letOut: isLetOut,
  privileges: (scheme: string) => privileged.get(scheme),
  offer: (event: string, params: object) => theWindow().webContents.offer(event, params),
  /** Emits an event of the page that is only told. */
  tell: (event: string, details: object) => void theWindow().webContents.emit(event, {}, details),
  menu: async () => (await menuNow()).map(shown),
  choose: async (label: string) => {
    const items = (await menuNow()).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    const click = items.find((each) => each.label === label)?.click as (() => void) | undefined
    if (!click) throw new Error(`the menu has no ${label}`)
    click()
  },
  fetch: async (url: string, method = 'GET') => {
    const response = await serve(url, method)
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    }
  },
  forge: async ({ channel, args, isInvoked, frame, isOtherWindow }: Forged) => {
    const { webContents } = theWindow()
    const from = frame && { url: frame.url, parent: frame.isTop ? null : webContents.mainFrame }
    const message = { channel, args, id: 0, kind: isInvoked ? ('invoke' as const) : ('send' as const) }
    return webContents.hear(message, from, isOtherWindow ? {} : webContents)
  },
  /** A step of Playwright's on the page; an expression is evaluated there. */
  page: async <M extends 'evaluate' | 'click' | 'url' | 'reload' | 'screenshot'>(
    method: M,
    ...args: unknown[]
  ) => {
    while (windows.open.size === 0) await setTimeout(10)
    const { webContents } = theWindow()
    await webContents.loaded
    const page = await webContents.page
    const step = page[method] as (this: Page, ...given: unknown[]) => unknown
    const answer = await step.apply(page, args)
    return method === 'reload' ? undefined : answer
  },
}

export type Calls = typeof calls
type Name = keyof Calls

async function answer(id: number, name: Name, args: unknown[]): Promise<void> {
  try {
    const call = calls[name] as (...given: unknown[]) => unknown
    process.send?.({ id, answer: await call(...args) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (incoming) => {
  const { id, name, args } = incoming as { id: number; name: Name; args: unknown[] }
  void answer(id, name, args)
})
process.on('disconnect', () => process.exit())
