// The same program in the real Electron, wherever its binary is.
import { type ElectronApplication, _electron as electron } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findElectron } from '../../scripts/find-electron.ts'
import { hasDisplay } from '../../scripts/loopback/browser.ts'
import { type Built, buildForTest, makeHome, removeHomes } from './start.ts'

const executablePath = findElectron()

// The binary comes from a host that many machines cannot reach, and it opens no window without a display.
describe.skipIf(executablePath === undefined || !hasDisplay())('in the real Electron', () => {
  let built: Built
  let program: ElectronApplication
  const home = makeHome()

  beforeAll(async () => {
    built = await buildForTest('real-electron')
    program = await electron.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [built.main],
      env: { ...(process.env as Record<string, string>), ESEP_HOME: home },
    })
  })
  afterAll(async () => {
    await program?.close()
    removeHomes()
  })

  test('the window shows the page under its policy, isolated and sandboxed', async () => {
    const page = await program.firstWindow()
    expect(page.url()).toBe('app://esep/index.html')
    expect(await page.title()).toBe('Эсеп')
    expect(await page.evaluate("'require' in window || 'process' in window")).toBe(false)
    const blocked = await page.evaluate(`(() => {
      const inline = document.createElement('script')
      inline.textContent = 'window.ran = true'
      document.head.append(inline)
      return !('ran' in window)
    })()`)
    expect(blocked).toBe(true)
  })

  test('the page reaches the core, also after it has died', async () => {
    const page = await program.firstWindow()
    const status = () => page.evaluate("call('query', 'ledger.status')")
    expect(await status()).toMatchObject({ result: { data: { state: 'none' } } })
    const killed = await program.evaluate(({ app }) => {
      const core = app.getAppMetrics().find(({ name }) => name === 'Esep core')
      return core !== undefined && process.kill(core.pid, 'SIGKILL')
    })
    expect(killed).toBe(true)
    await expect.poll(() => page.evaluate("heard.core.includes('down')")).toBe(true)
    expect(await status()).toMatchObject({ result: { data: { state: 'none' } } })
  })

  test('the window goes nowhere, and closes with status 0', async () => {
    const page = await program.firstWindow()
    await page.evaluate("document.querySelector('#web').click()")
    await page.evaluate("window.open('https://example.org/'); 0")
    expect(program.windows()).toHaveLength(1)
    expect(page.url()).toBe('app://esep/index.html')
    const ended = new Promise((resolve) => program.process().on('exit', resolve))
    await program.evaluate(({ app }) => app.quit())
    expect(await ended).toBe(0)
  })
})
