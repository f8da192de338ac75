// `--cli`: one command in the core process, beside a window or without any.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeLedger, prepareDesktop } from './fixture.ts'
import { makeHome, soon } from './start.ts'

const desktop = prepareDesktop('command-line')
const BOOK = path.resolve(import.meta.dirname, '..', 'data', 'golden-1', 'book.xlsx')

/** Runs one command to its end. */
async function run(home: string, ...words: string[]) {
  const program = desktop.command(words, { home })
  const status = await program.exited
  return { status, ...program.output }
}

test('a command ends with its own exit status, and opens no window', async () => {
  const home = makeHome()
  const db = path.join(home, 'a.sqlite')
  expect(await run(home, 'init', '--db', db)).toMatchObject({ status: 0, stderr: '' })
  const program = desktop.command(['verify', '--db', db], { home })
  expect(await program.exited).toBe(0)
  expect(program.output).toEqual({ stdout: 'Учёт проверен: всё сходится.\n', stderr: '' })
  // Nothing of a window was kept: no place, no papers, no lock.
  expect(readdirSync(home).filter((name) => !name.startsWith('a'))).toEqual(['command'])
  expect(readdirSync(path.join(home, 'command'))).toEqual([])
})

test('a damaged ledger is refused with status 1, wrong words with 2, reasons on standard error', async () => {
  const home = makeHome()
  const file = path.join(home, 'b.sqlite')
  writeFileSync(file, 'это не учёт')
  const refused = await run(home, 'verify', '--db', file)
  expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^not_a_ledger: /) })
  const missing = await run(home, 'verify', '--db', path.join(home, 'none.sqlite'), '--json')
  expect([missing.status, JSON.parse(missing.stderr)]).toMatchObject([1, { code: 'ledger_missing' }])
  expect((await run(home, 'fly')).status).toBe(2)
  expect((await run(home, 'verify')).status).toBe(2)
  expect((await run(home)).status).toBe(2)
})

test('a book is read in a job’s process, and a long answer arrives whole', async () => {
  const home = makeHome()
  const db = path.join(home, 'c.sqlite')
  await run(home, 'init', '--db', db)
  const imported = await run(home, 'import', BOOK, '--db', db)
  expect([imported.status, imported.stderr]).toEqual([0, ''])
  const stock = await run(home, 'stock', '--db', db, '--date', '2026-12-31', '--json')
  expect(stock.status).toBe(0)
  const { rows } = JSON.parse(stock.stdout) as { rows: object[] }
  expect(rows.length).toBeGreaterThan(0)
  expect((await run(home, 'verify', '--db', db)).status).toBe(0)
})

test('a ledger that the window holds is refused to commands within two seconds', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  const started = performance.now()
  const answer = await run(program.home, 'verify', '--db', path.join(program.home, 'ledger'))
  expect(answer).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^ledger_busy: /) })
  // The start of two processes on a busy machine is in it too.
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(await program.call('windows')).toBe(1)
  expect((await program.call('done')).map(({ what }) => what)).not.toContain('focused')
})

test('a command that is stopped in the middle changes nothing', async () => {
  const home = makeHome()
  const db = path.join(home, 'd.sqlite')
  const program = desktop.command(['demo', '--db', db], { home })
  await expect
    .poll(() => existsSync(db) || readdirSync(home).some((name) => name.includes('d.sqlite')), soon)
    .toBe(true)
  program.interrupt()
  expect(await program.exited).toBe(1)
  expect(program.output.stderr).toMatch(/^cancelled: /)
  expect(existsSync(db)).toBe(false)
})
