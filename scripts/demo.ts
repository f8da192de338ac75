// npm run demo: makes an invented association anew, settles its last month, and says what to look at.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../app/clock.ts'
import { runCommand } from '../app/commands/run.ts'
import { forkedJobs } from '../app/jobs.ts'
import { addMonths, lastDay, monthOf } from '../domain/dates.ts'
import { formatMonth } from '../domain/format.ts'

const root = path.dirname(import.meta.dirname)
const folder = path.join('out', 'demo')
const ledger = path.join(folder, 'ledger.sqlite')
const clock = systemClock()
const month = addMonths(monthOf(clock.today()), -1)

rmSync(path.join(root, folder), { recursive: true, force: true })
mkdirSync(path.join(root, folder), { recursive: true })
console.log('Создаю учёт вымышленной ассоциации: год работы, 75 производителей …')
await run('demo', '--db', ledger, '--until', month)
await run('settle', month, '--db', ledger, '--post', '--out', folder)
console.log(`Готово.

  Учёт:   ${ledger}
  Расчёт: ${path.join(folder, `Расчёт-${month}.xlsx`)}  (${formatMonth(month, 'ru')}: сводная, выплаты, отчёты производителям)

Дальше попробуйте:

  npm run esep -- settle ${month} --db ${ledger}
  npm run esep -- stock --by producer --db ${ledger}
  npm run esep -- statement 001 --from ${addMonths(month, -11)}-01 --to ${lastDay(month)} --db ${ledger}
  npm run esep -- book --out ${path.join(folder, 'Книга.xlsx')} --db ${ledger}
  npm run esep -- verify --db ${ledger}`)

/** What the commands print is left out here; what they refuse with is not. */
async function run(...argv: string[]): Promise<void> {
  const silent = { write: () => undefined }
  const { stderr, env } = process
  const io = { stdout: silent, stderr, isTTY: stderr.isTTY, env, cwd: root, clock, jobs: forkedJobs() }
  const status = await runCommand(argv, io)
  if (status !== 0) process.exit(status)
}
