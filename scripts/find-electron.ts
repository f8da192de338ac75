// Looks for Electron's binary; npm brings the package, but the binary comes by a download of its own.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type Found =
  | { readonly program: string }
  /** Why it cannot be had, for people. */
  | { readonly missing: string }

const root = path.dirname(import.meta.dirname)
const find = createRequire(import.meta.url)

/** Never by loading the package: that starts a download without an end. */
function packageFolder(): string | undefined {
  try {
    return path.dirname(find.resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

/** Looks only. */
export function findElectron(): string | undefined {
  const folder = packageFolder()
  if (folder === undefined) return undefined
  const pointer = path.join(folder, 'path.txt')
  const name = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : NAMES[process.platform]
  const program = path.join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'),
    name ?? 'electron',
  )
  return existsSync(program) ? program : undefined
}

const NAMES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

const DOWNLOAD_MS = 20_000
/** A machine that could not get it just now need not make everybody wait again within the day. */
const AGAIN_MS = 24 * 3_600_000
const FAILED = path.join(root, 'out', 'electron-download-failed')

/** Downloads it if that can be done in a short time. */
export async function getElectron(timeout_ms = DOWNLOAD_MS): Promise<Found> {
  const found = findElectron()
  if (found !== undefined) return { program: found }
  const folder = packageFolder()
  if (folder === undefined) return { missing: 'пакет electron не установлен' }
  const failed = statSync(FAILED, { throwIfNoEntry: false })
  if (failed && Date.now() - failed.mtimeMs < AGAIN_MS)
    return { missing: 'сегодня его уже не удалось загрузить' }
  console.log(`Эсеп: загружаю Electron, не дольше ${Math.round(timeout_ms / 1000)} с …`)
  const ended = await runFor(path.join(folder, 'install.js'), timeout_ms)
  const program = findElectron()
  if (program !== undefined) return { program }
  mkdirSync(path.dirname(FAILED), { recursive: true })
  writeFileSync(FAILED, '')
  return { missing: ended ? 'его не удалось загрузить' : 'загрузка не уложилась в срок' }
}

/** @returns whether the script came to its end in time. */
function runFor(script: string, timeout_ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [script], { stdio: 'ignore' })
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(false)
    }, timeout_ms)
    const end = () => {
      clearTimeout(timer)
      resolve(true)
    }
    child.on('error', end)
    child.on('exit', end)
  })
}
