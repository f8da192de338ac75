/** The built page in a headless Chromium over the loopback shell: as she has it, but without hands. */
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { forkedJobs } from '../../app/jobs.ts'
import { buildPart } from '../../scripts/build.ts'
import { type Loopback, serveLoopback } from '../../scripts/loopback/server.ts'
import { CORE_DAY } from '../fixtures/core.ts'
import { TickingClock } from '../fixtures/ledger-file.ts'

const page = path.join(path.dirname(path.dirname(import.meta.dirname)), 'out', 'renderer')
const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Served on a folder of its own; the shell and the browser end with the test. */
export async function openWindow(home: string, demo = false): Promise<Page> {
  await buildPart('renderer')
  const served: Loopback = await serveLoopback({
    home,
    demo,
    page,
    clock: new TickingClock(CORE_DAY),
    jobs: forkedJobs(),
  })
  onTestFinished(() => served.close())
  const browser: Browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const window = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ru-RU' })
  window.setDefaultTimeout(15_000)
  await window.goto(served.address)
  return window
}
