import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { copyIfChanged } from '../../app/copies.ts'
import { closeLedger, openLedger } from '../../app/ledger.ts'
import { nextFile, setCurrent } from '../../app/place.ts'
import { makeLedgerFile, postMoney, TickingClock } from '../fixtures/ledger-file.ts'
import { Desk } from './desk.ts'

/** The day of the desk's commands. */
const CLOCK = new TickingClock('2026-10-02')

async function deskWithLedger(documents = 3): Promise<Desk> {
  const desk = new Desk()
  await closeLedger(await makeLedgerFile(desk.at('a.sqlite'), documents))
  return desk
}

/** Another process has the ledger open for as long as the body runs. */
async function whileHeld(file: string, body: () => Promise<void>): Promise<void> {
  const holder = spawn(process.execPath, [path.join(import.meta.dirname, 'hold.ts'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    await once(holder.stdout, 'data')
    await body()
  } finally {
    holder.stdin.end()
    await once(holder, 'exit')
  }
}

test('a copy and back: the ledger is as it was, and the one in between stays', async () => {
  using desk = await deskWithLedger()
  const made = JSON.parse(await desk.done('backup', '--db', 'a.sqlite', '--out', 'stick', '--json'))
  expect(made).toMatchObject({ made: true, documents: 3 })
  const ledger = await openLedger(desk.at('a.sqlite'), CLOCK)
  await postMoney(ledger, 'later', 5_000)
  await closeLedger(ledger)
  const restored = JSON.parse(await desk.done('restore', made.copy, '--db', 'a.sqlite', '--json'))
  expect(restored).toEqual({
    ledger: desk.at('a.sqlite'),
    before: desk.at('a-before-2026-10-02T06-00-00.sqlite'),
  })
  const again = JSON.parse(await desk.done('backup', '--db', 'a.sqlite', '--out', 'again', '--json'))
  expect(again.documents).toBe(3)
  const between = JSON.parse(await desk.done('backup', '--db', restored.before, '--out', 'again', '--json'))
  expect(between.documents).toBe(4)
  await desk.done('verify', '--db', 'a.sqlite')
})

test('a folder of the app gets its next file, and names it', async () => {
  using desk = new Desk()
  mkdirSync(desk.at('place'))
  await closeLedger(await makeLedgerFile(nextFile(desk.at('place'))))
  setCurrent(desk.at('place/ledger-0001.sqlite'))
  const { copy } = JSON.parse(await desk.done('backup', '--db', 'place', '--out', 'stick', '--json'))
  await desk.done('restore', copy, '--db', 'place')
  expect(readdirSync(desk.at('place')).sort()).toEqual([
    'current',
    'ledger-0001.sqlite',
    'ledger-0002.sqlite',
  ])
  await desk.done('verify', '--db', 'place')
})

test.each([
  ['missing.esep', 'ledger_missing'],
  ['text.esep', 'not_a_ledger'],
])('%s is no copy: %s', async (name, code) => {
  using desk = await deskWithLedger()
  await desk.done('template', '--out', '.')
  const [book = ''] = desk.names().filter((each) => each.endsWith('.xlsx'))
  const before = desk.picture()
  const { status, stderr } = await desk.run('restore', name === 'text.esep' ? book : name, '--db', 'a.sqlite')
  expect(status).toBe(1)
  expect(stderr).toMatch(new RegExp(`^${code}: `))
  expect(desk.picture()).toEqual(before)
})

test('a file that is no ledger is not replaced', async () => {
  using desk = await deskWithLedger()
  const { copy } = JSON.parse(await desk.done('backup', '--db', 'a.sqlite', '--out', 'stick', '--json'))
  await desk.done('template', '--out', '.')
  const [book = ''] = desk.names().filter((each) => each.endsWith('.xlsx'))
  const before = desk.picture()
  const { status, stderr } = await desk.run('restore', copy, '--db', book)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^not_a_ledger: /)
  expect(desk.picture()).toEqual(before)
})

test('while the app holds the ledger, a backup names the newest copy that it has made', async () => {
  using desk = await deskWithLedger()
  await whileHeld(desk.at('a.sqlite'), async () => {
    const { status, stdout, stderr } = await desk.run('backup', '--db', 'a.sqlite', '--out', 'stick')
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^ledger_busy: /)
  })
  const ledger = await openLedger(desk.at('a.sqlite'), {
    today: () => '2026-10-02',
    now: () => '2026-10-02T05:00:00.000Z',
  })
  const copy = await copyIfChanged(ledger, 'close')
  await closeLedger(ledger)
  await whileHeld(desk.at('a.sqlite'), async () => {
    const started = performance.now()
    const { status, stdout } = await desk.run('backup', '--db', 'a.sqlite', '--out', 'stick', '--json')
    expect(performance.now() - started).toBeLessThan(2000)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      made: false,
      documents: 3,
      moment: '2026-10-02T05:00:00.000Z',
    })
    expect(path.basename(JSON.parse(stdout).copy)).toBe(copy?.name)
    const restore = await desk.run('restore', JSON.parse(stdout).copy, '--db', 'a.sqlite')
    expect(restore).toMatchObject({ status: 1, stdout: '' })
    expect(restore.stderr).toMatch(/^ledger_busy: /)
  })
})

test('a copy older than a day is named, but is no backup', async () => {
  using desk = await deskWithLedger()
  const ledger = await openLedger(desk.at('a.sqlite'), {
    today: () => '2026-10-01',
    now: () => '2026-10-01T05:59:00.000Z',
  })
  await copyIfChanged(ledger, 'close')
  await closeLedger(ledger)
  await whileHeld(desk.at('a.sqlite'), async () => {
    const { status, stdout } = await desk.run('backup', '--db', 'a.sqlite', '--out', 'stick', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ made: false, documents: 3 })
  })
})

test('an import into a ledger with documents is preceded by a copy; into an empty one, not', async () => {
  using desk = await deskWithLedger(0)
  await desk.done('template', '--out', '.')
  const golden = path.join(import.meta.dirname, '..', 'data', 'golden-1', 'book.xlsx')
  await desk.done('init', '--db', 'b.sqlite')
  await desk.done('import', golden, '--db', 'b.sqlite', '--today', '2027-12-31')
  expect(desk.names()).not.toContain('b-copies')
  await desk.run(
    'import',
    path.join(import.meta.dirname, '..', 'data', 'golden-2', 'book.xlsx'),
    '--db',
    'b.sqlite',
  )
  expect(readdirSync(desk.at('b-copies')).some((name) => name.includes('-import'))).toBe(true)
})
