// app: readiness, paths, the single instance and the order in which a program ends.
import { EventEmitter } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { done } from './record.ts'
import { refusable } from './strict.ts'

/** What the program's windows do when it ends; windows.ts fills it. */
export const windows: { readonly open: Set<{ close(): void; destroy(): void }> } = { open: new Set() }

let isReady = false
let isQuitting = false
const paths = new Map<string, string>()
const ready = new Promise<void>((resolve) => {
  // A macrotask later, as Electron: what main does at once comes before, what it awaits may come too late.
  setImmediate(() => {
    isReady = true
    resolve()
  })
})

export function mustBeReady(what: string): void {
  if (!isReady) throw new Error(`${what} before the app is ready`)
}

export function mustNotBeReady(what: string): void {
  if (isReady) throw new Error(`${what} after the app is ready`)
}

const members = {
  isPackaged: true,
  whenReady: () => ready,
  enableSandbox: () => {
    mustNotBeReady('enableSandbox')
    done.push({ what: 'sandboxed' })
  },
  setPath: (name: string, folder: string) => {
    if (!existsSync(folder)) throw new Error(`setPath to ${folder}, which is not there`)
    paths.set(name, folder)
  },
  getPath: (name: string) => paths.get(name) ?? path.join(process.env['DOUBLE_HOME'] ?? tmpdir(), name),
  requestSingleInstanceLock: () => takeLock(),
  // The program is on its way out: only what it prints is left to be seen.
  relaunch: () => void process.stderr.write('relaunched\n'),
  quit: () => quit(),
  exit: (code = 0) => end(code),
} satisfies Partial<Electron.App>

export const app = Object.assign(new EventEmitter(), members)

function quit(): void {
  isQuitting = true
  const event = refusable({})
  app.emit('before-quit', event)
  if (event.defaultPrevented) return
  for (const window of [...windows.open]) window.close()
  if (windows.open.size > 0) isQuitting = false
  else leave()
}

/** Called when a window is gone. */
export function afterClosed(): void {
  if (windows.open.size > 0) return
  if (isQuitting) leave()
  else if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else quit()
}

function leave(): void {
  const event = refusable({})
  app.emit('will-quit', event)
  if (event.defaultPrevented) isQuitting = false
  else end(0)
}

function end(code: number): void {
  for (const window of [...windows.open]) window.destroy()
  app.emit('quit', refusable({}), code)
  process.exit(code)
}

const POLL_MS = 30

/** The first takes a file; whoever finds it taken leaves a note, and the first reads it. */
function takeLock(): boolean {
  const folder = app.getPath('userData')
  const lock = path.join(folder, 'lock')
  if (isAlive(lock)) {
    writeFileSync(path.join(folder, `note-${process.pid}`), JSON.stringify(process.argv))
    return false
  }
  writeFileSync(lock, String(process.pid))
  process.on('exit', () => rmSync(lock, { force: true }))
  setInterval(() => readNotes(folder), POLL_MS).unref()
  return true
}

/** Whether the program that took the lock still runs; one that was killed has left it lying. */
function isAlive(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch {
    return false
  }
}

function readNotes(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter((each) => each.startsWith('note-'))) {
    const argv: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8') || '[]')
    rmSync(path.join(folder, name))
    done.push({ what: 'second start' })
    app.emit('second-instance', refusable({}), argv, process.cwd(), undefined)
  }
}
