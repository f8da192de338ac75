/** Ledger books taken in from the command line, from its start to its end, with the memory of all its processes. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, timed } from './measure.ts'
import type { Row } from './table.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PEAK = new URL('peak.ts', import.meta.url).href

interface Limits {
  readonly seconds: number
  readonly megabytes: number | null
}

const BOOKS: readonly (readonly [book: string, limits: Limits])[] = [
  ['association-2026.xlsx', { seconds: 3, megabytes: null }],
  ['retail-40k.xlsx', { seconds: 12, megabytes: 600 }],
]

export async function benchBooks(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const [book, limits] of BOOKS) rows.push(...(await benchBook(folder, book, limits)))
  return rows
}

async function benchBook(folder: string, book: string, { seconds, megabytes }: Limits): Promise<Row[]> {
  const runs: { spent: number; peak_mb: number }[] = []
  for (let run = 0; run < 3; run += 1) runs.push(await takeIn(folder, path.join(ROOT, 'tests/data', book)))
  const spent = median(runs.map((run) => run.spent)) / 1000
  const peak_mb = median(runs.map((run) => run.peak_mb))
  return [
    { job: `import ${book}, s`, ours: `${spent.toFixed(2)} s`, raw: '', ratio: spent, limit: seconds },
    {
      job: `import ${book}, MB`,
      ours: `${peak_mb.toFixed(0)} MB`,
      raw: '',
      ratio: peak_mb,
      limit: megabytes,
    },
  ]
}

async function takeIn(folder: string, book: string): Promise<{ spent: number; peak_mb: number }> {
  mkdirSync(folder, { recursive: true })
  const own = mkdtempSync(path.join(folder, 'book-'))
  try {
    const ledger = path.join(own, 'ledger.sqlite')
    runCommand(['init', '--db', ledger], own)
    const peaks = path.join(own, 'peaks')
    mkdirSync(peaks)
    const spent = await timed(() =>
      runCommand(['import', book, '--db', ledger, '--today', '2026-12-31'], peaks),
    )
    return { spent, peak_mb: peakOf(peaks) }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** @throws Error where the command was refused. */
function runCommand(words: readonly string[], peaks: string): void {
  const args = ['--import', PEAK, path.join(ROOT, 'scripts/cli.ts'), ...words]
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ESEP_BENCH_PEAKS: peaks },
    // A book's warnings are thousands of lines.
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}: ${stderr.slice(0, 500)}`)
}

/** Of all processes together, though they need not have peaked at once. */
function peakOf(folder: string): number {
  const kilobytes = readdirSync(folder).map((name) => Number(readFileSync(path.join(folder, name), 'utf8')))
  return kilobytes.reduce((total, one) => total + one, 0) / 1024
}
