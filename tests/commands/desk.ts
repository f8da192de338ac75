/** A folder of its own for a test, and the command line run in it within this process. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../app/commands/run.ts'
import { forkedJobs } from '../../app/jobs.ts'
import type { Clock } from '../../app/ledger.ts'

export interface Answer {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const CLOCK: Clock = { today: () => '2026-10-02', now: () => '2026-10-02T06:00:00.000Z' }
const jobs = forkedJobs()

export class Desk implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'esep-desk-'))

  /** Runs a command; paths are taken from the folder. */
  async run(...argv: string[]): Promise<Answer> {
    return this.runWith({}, ...argv)
  }

  async runWith(
    {
      env = {},
      isTTY = false,
      signal,
    }: { env?: Record<string, string>; isTTY?: boolean; signal?: AbortSignal },
    ...argv: string[]
  ): Promise<Answer> {
    const [stdout, stderr] = [new Tape(), new Tape()]
    const given = signal ? { signal } : {}
    const io = { stdout, stderr, isTTY, env, cwd: this.folder, clock: CLOCK, jobs, ...given }
    const status = await runCommand(argv, io)
    return { status, stdout: stdout.text, stderr: stderr.text }
  }

  /** What must work for a test to make sense. */
  async done(...argv: string[]): Promise<string> {
    const { status, stdout, stderr } = await this.run(...argv)
    if (status !== 0) throw new Error(`${argv.join(' ')}: ${status} ${stderr}`)
    return stdout
  }

  at(name: string): string {
    return path.join(this.folder, name)
  }

  /** What lies in the folder itself. */
  names(): string[] {
    return readdirSync(this.folder)
  }

  /** Every file with its bytes: two equal pictures mean that nothing has changed. */
  picture(): Record<string, string> {
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    return Object.fromEntries(
      files.map(({ parentPath, name }) => [
        name,
        readFileSync(path.join(parentPath, name)).toString('base64'),
      ]),
    )
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

class Tape {
  text = ''

  write(text: string): void {
    this.text += text
  }
}

export const DATA = path.join(import.meta.dirname, '..', 'data')
export const GOLDEN = path.join(DATA, 'golden-1', 'book.xlsx')
export const ASSOCIATION = path.join(DATA, 'association-2026.xlsx')
