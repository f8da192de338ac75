// What every file of flows needs: the shell built once, one Chromium, and programs that do not outlive their test.
import type { BrowserServer } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import {
  type Built,
  buildForTest,
  removeHomes,
  type Started,
  type StartOptions,
  start,
  startBrowser,
} from './start.ts'

export interface Desktop {
  readonly built: Built
  /** Starts the program with a window; it is killed after the test if it still runs. */
  open(options?: Omit<StartOptions, 'built' | 'browser'>): Promise<Started>
  /** One program for all tests of the file that leave it as they found it. */
  shared(): Promise<Started>
  /** Starts it and does not wait for a page. */
  start(options?: Omit<StartOptions, 'built' | 'browser'>): Started
  /** Starts it for a command, without any browser to open a window in. */
  command(args: readonly string[], options?: Omit<StartOptions, 'built' | 'browser' | 'args'>): Started
}

/**
 * @param name of the folder that is built into: files of tests run side by side.
 * @param page makes a page to show instead of the test's own. @returns its folder.
 */
export function prepareDesktop(name: string, page?: () => Promise<string>): Desktop {
  let built: Built | undefined
  let browser: BrowserServer | undefined
  let shared: Promise<Started> | undefined
  const running = new Set<Started>()
  beforeAll(async () => {
    browser = await startBrowser()
    built = await buildForTest(name, await page?.())
  })
  afterEach(async () => {
    for (const program of running) program.kill()
    await Promise.all([...running].map(({ exited }) => exited))
    running.clear()
  })
  afterAll(async () => {
    ;(await shared)?.kill()
    await browser?.close()
    removeHomes()
  })
  const remember = (options: StartOptions) => {
    const program = start(options)
    running.add(program)
    return program
  }
  const ready = () => {
    if (!built || !browser) throw new Error('nothing is built yet')
    return { built, browser }
  }
  return {
    get built() {
      return ready().built
    },
    open: (options = {}) => connected(remember({ ...options, ...ready() })),
    shared: () => {
      shared ??= connected(start(ready()))
      return shared
    },
    start: (options = {}) => remember({ ...options, ...ready() }),
    command: (words, options = {}) =>
      remember({ ...options, built: ready().built, args: ['--cli', ...words] }),
  }
}

async function connected(program: Started): Promise<Started> {
  await program.until("window.heard?.core.at(-1) === 'up'")
  return program
}

/** A ledger with nothing but its name, made as the first screen makes it. */
export async function makeLedger(program: Started): Promise<void> {
  const input = {
    organisation: 'Ассоциация',
    firstPlace: { code: 'М', name: 'Магазин' },
    defaultCommission: 2000,
  }
  await program.evaluate(`call('mutation', 'ledger.createEmpty', ${JSON.stringify(input)})`)
}

/** What a procedure of the core answers over the page's line. */
export async function ask<T>(program: Started, type: 'query' | 'mutation', name: string): Promise<T> {
  const answer = await program.evaluate<{ result?: { data: T }; error?: unknown }>(
    `call('${type}', '${name}')`,
  )
  if (!answer.result) throw new Error(JSON.stringify(answer.error))
  return answer.result.data
}
