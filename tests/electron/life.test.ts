// How the program begins, survives and ends: windows, unsaved forms, dead processes, a second start.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ask, makeLedger, prepareDesktop } from './fixture.ts'
import { makeHome, type Started, soon, until } from './start.ts'

const desktop = prepareDesktop('life')

async function questions(program: Started): Promise<Electron.MessageBoxOptions[]> {
  const done = await program.call('done')
  return done.flatMap((each) =>
    each.what === 'dialog' && each.kind === 'message' ? [each.options as Electron.MessageBoxOptions] : [],
  )
}

async function boundsMade(program: Started): Promise<Partial<Electron.Rectangle>> {
  const [made] = (await program.call('done')).flatMap((each) =>
    each.what === 'window' ? [each.options] : [],
  )
  const { x, y, width, height } = made ?? {}
  return JSON.parse(JSON.stringify({ x, y, width, height }))
}

async function crash(program: Started, times = 1): Promise<void> {
  const downs = () => program.evaluate<number>("heard.core.filter((state) => state === 'down').length")
  const before = await downs()
  await program.call('crash', 'Esep core')
  await until('the page hears of it', async () => (await downs()) === before + 1)
  if (times > 1) {
    await program.until("heard.core.at(-1) === 'up'")
    await crash(program, times - 1)
  }
}

test('a window without unsaved lines closes at once; the ledger is copied and closed', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  await program.call('close')
  expect(await program.exited).toBe(0)
  const ledger = path.join(program.home, 'ledger')
  expect(readdirSync(ledger).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  expect(readdirSync(path.join(ledger, 'copies')).some((name) => name.endsWith('.esep'))).toBe(true)
  expect(program.output).toEqual({ stdout: '', stderr: '' })
})

test('a form with unsaved lines keeps the window open until the user says otherwise', async () => {
  const program = await desktop.open()
  await program.evaluate('esep.setUnsaved(true)')
  await program.call('prepare', 'message', { response: 0 })
  await program.call('close')
  await expect.poll(() => questions(program), soon).toHaveLength(1)
  expect(await program.call('windows')).toBe(1)
  const [question] = await questions(program)
  expect(question).toMatchObject({ buttons: ['Вернуться', 'Закрыть'], defaultId: 0, cancelId: 0 })
  expect(question?.message).toBe('В форме есть несохранённые строки. Закрыть программу?')

  await program.call('prepare', 'message', { response: 1 })
  await program.call('close')
  expect(await program.exited).toBe(0)
})

test('two presses of the cross ask once', async () => {
  const program = await desktop.open()
  await program.evaluate('esep.setUnsaved(true)')
  await program.call('close')
  await program.call('close')
  await expect.poll(() => questions(program), soon).toHaveLength(1)
  expect(await program.call('windows')).toBe(1)
})

test('a form that was saved, or a page loaded anew, asks nothing', async () => {
  const saved = await desktop.open()
  await saved.evaluate('esep.setUnsaved(true)')
  await saved.evaluate('esep.setUnsaved(false)')
  await saved.call('close')
  expect(await saved.exited).toBe(0)

  const reloaded = await desktop.open()
  await reloaded.evaluate('esep.setUnsaved(true)')
  await reloaded.call('tell', 'render-process-gone', { reason: 'crashed' })
  await reloaded.until("window.heard?.core.at(-1) === 'up'")
  await reloaded.call('close')
  expect(await reloaded.exited).toBe(0)
})

test('a core that dies is started again; the page keeps what was typed and is connected anew', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  await program.evaluate(
    "document.body.append(Object.assign(document.createElement('input'), { value: '12 банок' })); 0",
  )
  await crash(program)
  await program.until("heard.core.at(-1) === 'up'")
  expect(await program.evaluate("document.querySelector('input').value")).toBe('12 банок')
  expect(await ask<object>(program, 'query', 'ledger.status')).toMatchObject({ state: 'open' })
  expect(await questions(program)).toEqual([])
  expect(readFileSync(path.join(program.home, 'logs', 'shell.log'), 'utf8')).toContain('"core_gone"')
})

test('what is asked while there is no core is answered by the next one', async () => {
  const program = await desktop.open()
  await crash(program)
  expect(await ask<object>(program, 'query', 'ledger.status')).toMatchObject({ state: 'none' })
})

test('a core that dies again and again is explained, and started once more if the user wants', async () => {
  const program = await desktop.open()
  await program.call('prepare', 'message', { response: 1 })
  await crash(program, 4)
  await expect.poll(() => questions(program), soon).toHaveLength(1)
  const [question] = await questions(program)
  expect(question?.message).toBe('Учёт остановился и не запускается.')
  expect(question?.detail).toContain('Проведённые документы целы')
  await program.until("heard.core.at(-1) === 'up'")
  expect(await ask<object>(program, 'query', 'ledger.status')).toMatchObject({ state: 'none' })
})

test('a user who has enough of a dying core leaves without another question', async () => {
  const program = await desktop.open()
  await program.evaluate('esep.setUnsaved(true)')
  await program.call('prepare', 'message', { response: 0 })
  await crash(program, 3)
  await program.until("heard.core.at(-1) === 'up'")
  await program.call('crash', 'Esep core')
  expect(await program.exited).toBe(0)
})

test('a page that dies is loaded again once, and then the user is asked', async () => {
  const program = await desktop.open()
  await program.evaluate('window.before = true')
  await program.call('tell', 'render-process-gone', { reason: 'crashed' })
  await program.until("window.before === undefined && window.heard?.core.at(-1) === 'up'")
  expect(await questions(program)).toEqual([])
  await program.call('prepare', 'message', { response: 0 })
  await program.call('tell', 'render-process-gone', { reason: 'oom' })
  expect(await program.exited).toBe(0)
})

test('a second start brings up the window of the first and ends', async () => {
  const first = await desktop.open()
  await first.call('minimize')
  const second = desktop.start({ home: first.home })
  expect(await second.exited).toBe(0)
  const seen = async () => (await first.call('done')).map(({ what }) => what).slice(-3)
  await expect.poll(seen, soon).toEqual(['restored', 'shown', 'focused'])
  expect(await first.call('windows')).toBe(1)
})

test('a second start while the first is closing gets its window afterwards', async () => {
  const first = await desktop.open()
  await makeLedger(first)
  await first.call('freeze', 'Esep core')
  await first.call('close')
  const second = desktop.start({ home: first.home })
  await second.exited
  await expect.poll(() => first.call('secondStarts'), soon).toBe(1)
  await first.call('thaw', 'Esep core')
  expect(await first.exited).toBe(0)
  expect(first.output.stderr).toContain('relaunched')
})

test('the window comes back where it was, as large as it was', async () => {
  const first = await desktop.open()
  expect(await boundsMade(first)).toEqual({ width: 1366, height: 768 })
  await first.call('moveTo', { x: 40, y: 30, width: 1200, height: 650 })
  await first.call('close')
  await first.exited
  const second = await desktop.open({ home: first.home })
  expect(await boundsMade(second)).toEqual({ x: 40, y: 30, width: 1200, height: 650 })
  expect(await second.call('isMaximized')).toBe(false)
})

test('a maximized window comes back maximized, and small again at its old place', async () => {
  const first = await desktop.open()
  await first.call('moveTo', { x: 40, y: 30, width: 1200, height: 650 })
  await first.call('maximize')
  // Without a close: the power went.
  await expect
    .poll(() => readFileIfAny(path.join(first.home, 'window.json')), soon)
    .toContain('"maximized": true')
  first.kill()
  await first.exited
  const second = await desktop.open({ home: first.home })
  expect(await boundsMade(second)).toEqual({ x: 40, y: 30, width: 1200, height: 650 })
  await expect.poll(() => second.call('isMaximized'), soon).toBe(true)
})

const readFileIfAny = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

test.each([
  ['on a screen that is gone', { bounds: { x: 3000, y: 100, width: 1200, height: 650 } }],
  ['above the screen', { bounds: { x: 100, y: -400, width: 1200, height: 650 } }],
  ['in a file cut short', '{"bounds": {"x": 4'],
  ['in a file of something else', { bounds: 'left', language: 'de' }],
])('a window remembered %s opens at its usual size', async (_name, remembered) => {
  const home = makeHome()
  const text = typeof remembered === 'string' ? remembered : JSON.stringify(remembered)
  writeFileSync(path.join(home, 'window.json'), text)
  expect(await boundsMade(await desktop.open({ home }))).toEqual({ width: 1366, height: 768 })
})

test('the program asked for its example hands the wish to the core', async () => {
  const program = desktop.start({ args: ['--demo'] })
  const tasks = async () =>
    (await program.call('done')).flatMap((each) =>
      each.what === 'fork' ? [JSON.parse(each.args[0] ?? '')] : [],
    )
  await expect.poll(tasks, soon).toEqual([{ task: 'serve', home: program.home, demo: true }])
})
