// Starts the built desktop program on the double, with a page of the test's own or the real one.
import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserServer, chromium } from 'playwright-core'
import { buildElectron } from '../../scripts/build-electron.ts'
import type { Calls } from './double/driven.ts'

const ROOT = path.resolve(import.meta.dirname, '..', '..')
const REGISTER = new URL('./double/register.ts', import.meta.url).href

/** What the test's page consists of: it shows nothing and keeps what it hears. */
const PAGE = {
  'index.html':
    '<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Эсеп</title></head>' +
    '<body><a id="mail" href="mailto:a@example.org">m</a><a id="web" href="https://example.org/">w</a>' +
    '<a id="other" href="other.html">o</a><script src="page.js"></script></body></html>',
  'other.html': '<!doctype html><title>другая</title>',
  'page.js': `
    window.heard = { core: [], commands: [], answers: new Map() }
    esep.onCore((state) => heard.core.push(state))
    esep.onCommand((command) => heard.commands.push(command))
    esep.onMessage((message) => heard.answers.set(message.id, message))
    let last = 0
    window.call = async (type, path, input) => {
      const id = ++last
      esep.post({ id, method: 'call', type, path, input })
      while (!heard.answers.has(id)) await new Promise((resolve) => setTimeout(resolve, 5))
      return heard.answers.get(id)
    }`,
}

export interface Built {
  readonly folder: string
  readonly main: string
}

/**
 * Builds the shell afresh, so that no test runs on what was built before.
 * @param page a folder that is shown instead of the test's own page.
 */
export async function buildForTest(name: string, page?: string): Promise<Built> {
  // Inside the repository, where the database's part of machine code is found.
  const folder = path.join(ROOT, 'out', 'tests', 'shell', name)
  await buildElectron(path.join(folder, 'electron'))
  const renderer = path.join(folder, 'renderer')
  rmSync(renderer, { recursive: true, force: true })
  mkdirSync(renderer, { recursive: true })
  if (page === undefined)
    for (const [file, text] of Object.entries(PAGE)) writeFileSync(path.join(renderer, file), text)
  else cpSync(page, renderer, { recursive: true })
  return { folder, main: path.join(folder, 'electron', 'main.js') }
}

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's Chromium, else the one among the packages. */
export async function startBrowser(): Promise<BrowserServer> {
  const named = process.env['CHROMIUM_PATH']
  const executablePath = named ?? SYSTEM.find((file) => existsSync(file)) ?? (await unpackedChromium())
  return chromium.launchServer({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

/** The package takes whatever lies unpacked in the temporary folder, so it is given one that nobody else fills. */
async function unpackedChromium(): Promise<string> {
  const own = path.join(ROOT, 'node_modules', '.cache', 'esep-chromium')
  const { TMPDIR } = process.env
  mkdirSync(own, { recursive: true })
  process.env['TMPDIR'] = own
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
}

export interface Started {
  /** Does one call inside the program. */
  call<N extends keyof Calls>(name: N, ...args: Parameters<Calls[N]>): Promise<Awaited<ReturnType<Calls[N]>>>
  /** Evaluates an expression in the page. */
  evaluate<T>(expression: string): Promise<T>
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>
  readonly exited: Promise<number | null>
  readonly output: { stdout: string; stderr: string }
  /** The folder where the program keeps what is its own. */
  readonly home: string
  /** Ctrl+C. */
  interrupt(): void
  kill(): void
}

export interface StartOptions {
  readonly built: Built
  readonly browser?: BrowserServer
  readonly args?: readonly string[]
  /** Of an earlier start; a fresh one otherwise. */
  readonly home?: string
  readonly env?: Readonly<Record<string, string>>
}

const PATIENCE_MS = 20_000
const POLL_MS = 20
/** For expect.poll: a busy machine is slow, not wrong. */
export const soon = { timeout: PATIENCE_MS, interval: POLL_MS }

/** Asks again and again until it is so. @param what stands in the error. */
export async function until(what: string, ask: () => unknown): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(`not so after ${PATIENCE_MS} ms: ${what}`)
    await setTimeout(POLL_MS)
  }
}

const homes: string[] = []

export function makeHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'esep-shell-'))
  homes.push(home)
  return home
}

export function removeHomes(): void {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}

export function start({ built, browser, args = [], home = makeHome(), env = {} }: StartOptions): Started {
  const child = fork(built.main, args, {
    execArgv: ['--import', REGISTER],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...env,
      ESEP_HOME: home,
      DOUBLE_HOME: home,
      DOUBLE_BROWSER: browser?.wsEndpoint() ?? '',
      NODE_NO_WARNINGS: '1',
    },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  const call = caller(child, exited, output)
  const evaluate = async <T>(expression: string) => (await call('page', 'evaluate', expression)) as T
  return {
    call,
    evaluate,
    // Playwright's own waiting evaluates text inside the page, which the page's policy forbids.
    until: (expression) => until(expression, () => evaluate<boolean>(expression)),
    exited,
    output,
    home,
    interrupt: () => child.kill('SIGINT'),
    kill: () => child.kill('SIGKILL'),
  }
}

function caller(child: ChildProcess, exited: Promise<unknown>, output: { stderr: string }): Started['call'] {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let last = 0
  child.on('message', (message) => {
    const { id, answer, error } = message as { id: number; answer?: unknown; error?: string }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(answer)
    else asked?.reject(new Error(error))
  })
  void exited.then(() => {
    for (const asked of waiting.values()) asked.reject(new Error(`the program has ended. ${output.stderr}`))
    waiting.clear()
  })
  const call = (name: string, ...args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      child.send({ id: last, name, args })
    })
  // Names tie arguments and answers together; between the processes they are only messages.
  return call as Started['call']
}
