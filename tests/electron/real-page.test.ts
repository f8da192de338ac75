// The program's own page in the shell: under its policy, over its bridge, through the death of a core.
import path from 'node:path'
import { expect, test } from 'vitest'
import { buildPart } from '../../scripts/build.ts'
import { prepareDesktop } from './fixture.ts'
import { soon } from './start.ts'

const desktop = prepareDesktop('real-page', async () => {
  await buildPart('renderer')
  return path.resolve(import.meta.dirname, '..', '..', 'out', 'renderer')
})

test('the page is drawn by the shell without a complaint, in its own letters', async () => {
  const program = desktop.start()
  await program.until("document.querySelector('#root')?.innerText.includes('Эсеп')")
  // Letters that a system's own font may lack come with the program.
  const loaded = await program.evaluate<string[]>(
    `document.fonts.load('13px "Inter Variable"', 'ӨҮҢ').then((fonts) => fonts.map((font) => font.status))`,
  )
  expect(new Set(loaded)).toEqual(new Set(['loaded']))
  const done = await program.call('done')
  expect(done.filter(({ what }) => what === 'complaint' || what === 'blocked')).toEqual([])
})

test('the page outlives its core, with what it shows', async () => {
  const program = desktop.start()
  await program.until("document.querySelector('#root')?.innerText.includes('Эсеп')")
  await program.evaluate('window.before = true')
  await program.call('crash', 'Esep core')
  await expect.poll(() => program.call('isRunning', 'Esep core'), soon).toBe(true)
  await program.until("document.querySelector('#root')?.innerText.includes('Эсеп')")
  expect(await program.evaluate('window.before')).toBe(true)
  await program.call('close')
  expect(await program.exited).toBe(0)
})
