// npm start: builds what has changed and opens the program; where Electron cannot be had, in the browser.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildPart } from './build.ts'
import { type Found, getElectron } from './find-electron.ts'
import { hasDisplay } from './loopback/browser.ts'
import { serve } from './serve.ts'

const root = path.dirname(import.meta.dirname)
/** A window that falls down sooner was never there. */
const SOON_MS = 10_000

const argv = process.argv.slice(2)
const electron = await electronFor(argv)
await built('renderer')
if ('missing' in electron || !(await ranAsWindow(electron.program, argv))) {
  if ('missing' in electron)
    console.log(`Эсеп: без окна Electron — ${electron.missing}. Та же программа откроется в браузере.`)
  await serve(argv)
}

/** A place of its own (`--db`) and a machine without a display are the browser's business: no need to look. */
async function electronFor(words: readonly string[]): Promise<Found> {
  if (words.some((word) => word === '--db' || word === '--no-browser')) return { missing: 'так велено' }
  return hasDisplay() ? getElectron() : { missing: 'нет экрана' }
}

async function built(part: Parameters<typeof buildPart>[0]): Promise<void> {
  if (await buildPart(part)) console.log('Эсеп: программа собрана.')
}

/** @returns false when the window could not be opened at all. */
async function ranAsWindow(program: string, words: readonly string[]): Promise<boolean> {
  await built('electron')
  const started = performance.now()
  const child = spawn(program, [path.join(root, 'out', 'electron', 'main.js'), ...words], {
    stdio: 'inherit',
  })
  const status = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(-1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
  if (status !== 0 && performance.now() - started < SOON_MS) {
    console.log('Эсеп: окно Electron не открылось. Та же программа откроется в браузере.')
    return false
  }
  process.exitCode = status === -1 ? 1 : status
  return true
}
