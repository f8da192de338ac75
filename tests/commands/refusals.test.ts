import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { Connection } from '../../db/sqlite/connection.ts'
import { ASSOCIATION, Desk, GOLDEN } from './desk.ts'

async function deskWithLedger(): Promise<Desk> {
  const desk = new Desk()
  await desk.done('init', '--db', 'a.sqlite')
  return desk
}

test.each([
  [['sale'], 'unknown_command'],
  [['settle', '2026-03', '--db', 'a', '--pots'], 'unknown_option'],
  [['settle', '2026-03', '-x', '--db', 'a'], 'unknown_option'],
  [['settle', '2026-03', '--db', 'a', '--__proto__'], 'unknown_option'],
  [['settle', '2026-03'], 'option_missing'],
  [['settle', '2026-03', '--db', 'a', '--db', 'b'], 'option_repeated'],
  [['settle', '2026-03', '--db'], 'option_without_value'],
  [['settle', '2026-03', '--db', '--post'], 'option_without_value'],
  [['settle', '2026-03', '--db', 'a', '--post=yes'], 'option_invalid'],
  [['settle', '--db', 'a'], 'operand_missing'],
  [['settle', '2026-13', '--db', 'a'], 'operand_invalid'],
  [['settle', '2026-03', '2026-04', '--db', 'a'], 'operand_extra'],
  [['settle', '2026-03', '--db', 'a', '--per-producer'], 'option_missing'],
  [['init', 'x', '--db', 'a'], 'operand_extra'],
  [['import', '--db', 'a'], 'operand_missing'],
  [['stock', '--db', 'a', '--by', 'colour'], 'option_invalid'],
  [['stock', '--db', 'a', '--date', '2026-02-30'], 'option_invalid'],
  [['sales', '--from', '2026-02-02', '--to', '2026-02-01', '--db', 'a'], 'option_invalid'],
  [['demo', '--db', 'a', '--producers', '0'], 'option_invalid'],
  [['verify', '--db', 'a', '--lang', 'de'], 'option_invalid'],
])('%j is wrong usage: %s', async (argv, code) => {
  using desk = new Desk()
  const { status, stdout, stderr } = await desk.run(...argv)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(new RegExp(`^${code}: [^\n]+\\.\n$`))
})

function makeNewer(file: string): void {
  const connection = Connection.open(file, { create: true })
  connection.execute('PRAGMA user_version = 99')
  connection.close()
}

test.each([
  [['verify', '--db', 'missing.sqlite'], 'ledger_missing'],
  [['verify', '--db', 'empty.sqlite'], 'ledger_file_empty'],
  [['verify', '--db', 'text.sqlite'], 'not_a_ledger'],
  [['verify', '--db', 'newer.sqlite'], 'ledger_newer'],
  [['verify', '--db', '.'], 'ledger_missing'],
  [['init', '--db', 'a.sqlite'], 'ledger_exists'],
  [['demo', '--db', 'a.sqlite'], 'ledger_exists'],
  [['init', '--db', 'nowhere/a.sqlite'], 'file_not_writable'],
  [['import', 'missing.xlsx', '--db', 'a.sqlite'], 'file_not_readable'],
  [['import', '.', '--db', 'a.sqlite'], 'file_not_readable'],
  [['settle', '2026-03', '--db', 'a.sqlite', '--post'], 'nothing_to_settle'],
  [['settle', '2026-03', '--db', 'a.sqlite', '--out', 'text.sqlite/x'], 'file_not_writable'],
  [['settle', '2026-03', '--db', 'a.sqlite', '--pdf'], 'no_pdf'],
  [['close', '2026-03', '--db', 'a.sqlite'], 'month_not_settled'],
  [['reopen', '2026-03', '--db', 'a.sqlite', '--reason', 'так'], 'month_not_settled'],
  [
    ['statement', '999', '--from', '2026-01-01', '--to', '2026-01-31', '--db', 'a.sqlite'],
    'unknown_producer',
  ],
  [['stock', '--db', 'a.sqlite', '--location', 'НЕТ'], 'unknown_location'],
])('%j is refused: %s', async (argv, code) => {
  using desk = await deskWithLedger()
  writeFileSync(desk.at('empty.sqlite'), '')
  writeFileSync(desk.at('text.sqlite'), 'это не учёт\n'.repeat(100))
  makeNewer(desk.at('newer.sqlite'))
  const before = desk.picture()
  const { status, stdout, stderr } = await desk.run(...argv)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(new RegExp(`^${code}: [^\n]+\\.\n$`))
  expect(desk.picture()).toEqual(before)
})

test('a reason is JSON with --json', async () => {
  using desk = new Desk()
  const { stderr } = await desk.run('verify', '--db', 'a.sqlite', '--json', '--lang', 'en')
  expect(JSON.parse(stderr)).toEqual({
    code: 'ledger_missing',
    data: { file: desk.at('a.sqlite') },
    sentence: `There is no ledger “${desk.at('a.sqlite')}”. Check the path, or make a new ledger.`,
  })
})

test('ESEP_TODAY and --today set the day', async () => {
  using desk = await deskWithLedger()
  const early = await desk.runWith(
    { env: { ESEP_TODAY: '2026-01-15' } },
    'import',
    ASSOCIATION,
    '--db',
    'a.sqlite',
  )
  expect(early.status).toBe(1)
  expect(early.stderr).toMatch(/^date_in_future: /)
  expect((await desk.run('import', ASSOCIATION, '--db', 'a.sqlite', '--today', '2026-01-15')).status).toBe(1)
  expect((await desk.runWith({ env: { ESEP_TODAY: 'завтра' } }, 'verify', '--db', 'a.sqlite')).status).toBe(2)
})

const BAD_SALES =
  'Дата;Номер;Место;Артикул;Количество;Цена;Сумма\n05.02.2026;1;БИШ;001-02;1000;;\n06.02.2026;2;КАР;001-03;1;300;250\n'

test('a book with errors changes nothing; each error is one line, and the copy is marked', async () => {
  using desk = await deskWithLedger()
  await desk.done('import', ASSOCIATION, '--db', 'a.sqlite')
  writeFileSync(desk.at('Продажи.csv'), BAD_SALES)
  const { 'a.sqlite': before } = desk.picture()
  const plain = await desk.run('import', 'Продажи.csv', '--db', 'a.sqlite', '--errors', 'ошибки.xlsx')
  expect(plain.status).toBe(1)
  const lines = plain.stderr.trimEnd().split('\n')
  expect(lines.map((line) => line.split(':', 2)).map(([code, place]) => [code, place?.trim()])).toEqual([
    ['not_enough_stock', 'Продажи, строка 2, столбец E'],
    ['amount_differs', 'Продажи, строка 3, столбец G'],
  ])
  expect(plain.stdout).toContain('Ошибки (2):')
  expect(plain.stdout).toContain('Копия с помеченными ячейками: ошибки.xlsx')
  const asJson = await desk.run('import', 'Продажи.csv', '--db', 'a.sqlite', '--json')
  expect(JSON.parse(asJson.stdout)).toMatchObject({ written: false, dryRun: false })
  expect(
    asJson.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).code),
  ).toEqual(lines.map((line) => line.split(':')[0]))
  const seen = await desk.runWith({ isTTY: true }, 'import', 'Продажи.csv', '--db', 'a.sqlite')
  expect(seen.stderr).toMatch(/^book_has_errors: [^\n]+\n$/)
  expect(desk.picture()['a.sqlite']).toBe(before)
})

test('the same book twice is refused', async () => {
  using desk = await deskWithLedger()
  await desk.done('import', GOLDEN, '--db', 'a.sqlite')
  const { status, stderr } = await desk.run('import', GOLDEN, '--db', 'a.sqlite')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^import_repeated: /)
})

test('what a screen would ask about is an error when strict', async () => {
  using desk = await deskWithLedger()
  const { status, stderr } = await desk.run('import', ASSOCIATION, '--db', 'a.sqlite', '--strict')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^expired_lot: Продажи, строка \d+/)
})

test('a cancelled import and a cancelled demo leave nothing behind', async () => {
  using desk = await deskWithLedger()
  const before = desk.picture()
  for (const argv of [
    ['import', ASSOCIATION, '--db', 'a.sqlite'],
    ['demo', '--db', 'b.sqlite', '--producers', '40'],
  ]) {
    const { status, stderr } = await desk.runWith({ signal: AbortSignal.timeout(300) }, ...argv)
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'cancelled: Отменено. Ничего не изменилось.\n' })
    expect(desk.picture()).toEqual(before)
  }
})

test('a ledger that is open elsewhere is told within two seconds, and left alone', async () => {
  using desk = await deskWithLedger()
  const holder = spawn(
    process.execPath,
    [fileURLToPath(import.meta.resolve('./hold.ts')), desk.at('a.sqlite')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  await once(holder.stdout, 'data')
  for (const argv of [['verify'], ['import', ASSOCIATION], ['settle', '2026-01', '--post']]) {
    const started = performance.now()
    const { status, stderr } = await desk.run(...argv, '--db', 'a.sqlite')
    expect(performance.now() - started).toBeLessThan(2000)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^ledger_busy: /)
  }
  holder.stdin.end()
  await once(holder, 'exit')
  await desk.done('verify', '--db', 'a.sqlite')
})

test('the program ends with the status, and Ctrl+C cancels it', async () => {
  using desk = await deskWithLedger()
  const cli = path.join(import.meta.dirname, '..', '..', 'scripts', 'cli.ts')
  const start = (...argv: string[]) =>
    spawn(process.execPath, [cli, ...argv], { cwd: desk.folder, stdio: ['ignore', 'pipe', 'pipe'] })
  expect(await once(start('help'), 'exit')).toEqual([0, null])
  expect(await once(start('verify'), 'exit')).toEqual([2, null])
  const demo = start('demo', '--db', 'b.sqlite')
  // Until its ledger is begun nobody listens to the signal, and there is nothing to clear away.
  await vi.waitUntil(() => desk.names().length > 1, { timeout: 20_000 })
  demo.kill('SIGINT')
  expect(await once(demo, 'exit')).toEqual([1, null])
  expect(desk.names()).toEqual(['a.sqlite'])
})
