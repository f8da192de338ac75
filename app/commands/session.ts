/** One run of one command: where it prints, in which language, by which clock, and how it opens a ledger. */
import path from 'node:path'
import { EsepError, type Notice, type NoticeCode, notice } from '../../domain/error.ts'
import type { Language } from '../../domain/format.ts'
import { sentence } from '../../domain/messages/index.ts'
import { clockOnDay } from '../clock.ts'
import { numberOfFault } from '../fault.ts'
import { JobFailed, type Jobs } from '../jobs.ts'
import { type Clock, closeLedger, type Ledger, openLedger } from '../ledger.ts'
import { ledgerFileAt } from '../place.ts'
import { EXIT } from './command.ts'
import { Progress } from './progress.ts'
import { type CommandWords, commandWords } from './words.ts'

interface Output {
  write(text: string): unknown
}

/** What a command has of the world. Standard output is for results, standard error for reasons and progress. */
export interface CommandIo {
  readonly stdout: Output
  readonly stderr: Output
  /** Whether both are a terminal that somebody looks at. */
  readonly isTTY: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly clock: Clock
  readonly jobs: Jobs
  /** Ctrl+C. */
  readonly signal?: AbortSignal
}

export interface SessionSettings {
  readonly json: boolean
  /** Absent: the ledger's own, else Russian. */
  readonly language?: Language | undefined
  readonly today?: string | undefined
}

/** The words of the command line itself; everything else is a refusal of what was asked. */
const USAGE = new Set<NoticeCode>([
  'unknown_command',
  'unknown_option',
  'option_missing',
  'option_repeated',
  'option_without_value',
  'option_invalid',
  'operand_missing',
  'operand_extra',
  'operand_invalid',
])

export class Session {
  readonly io: CommandIo
  readonly json: boolean
  readonly clock: Clock
  readonly progress: Progress
  readonly #asked: Language | undefined
  #language: Language

  constructor(io: CommandIo, { json, language, today }: SessionSettings) {
    this.io = io
    this.json = json
    this.clock = today === undefined ? io.clock : clockOnDay(io.clock, today)
    this.progress = new Progress(io.isTTY ? (text) => io.stderr.write(text) : undefined)
    this.#asked = language
    this.#language = language ?? 'ru'
  }

  get language(): Language {
    return this.#language
  }

  get words(): CommandWords {
    return commandWords[this.#language]
  }

  /** A file as the command line names it. */
  path(file: string): string {
    return path.resolve(this.io.cwd, file)
  }

  /** A file as people look for it: from here if it lies below, else from the root. */
  shown(file: string): string {
    const relative = path.relative(this.io.cwd, file)
    return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative
  }

  /** The result: JSON for programs, else text for people. */
  answer(json: object, human: () => string): void {
    this.progress.clear()
    this.io.stdout.write(`${this.json ? JSON.stringify(json, null, 2) : human()}\n`)
  }

  /** One reason on one line. @param place what stands before the sentence. */
  complain(problem: Notice, place = '', details: object = {}): void {
    this.progress.clear()
    const { code, data } = problem
    const said = sentence(problem, this.#language)
    const line = this.json
      ? JSON.stringify({ code, data, sentence: said, ...details })
      : `${code}: ${place === '' ? '' : `${place}: `}${said}`.replace(/[\r\n]+/g, ' ')
    this.io.stderr.write(`${line}\n`)
  }

  /** Says why the command ends. @returns the exit status. */
  refuse(error: unknown): number {
    const refusal = this.#refusalOf(error)
    this.complain(refusal)
    if (refusal.code === 'internal' && this.io.env['ESEP_DEBUG'] !== undefined) {
      this.io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    }
    return USAGE.has(refusal.code) ? EXIT.usage : EXIT.refused
  }

  /** Opens a ledger for as long as the body runs; its language becomes that of the answer unless one was asked for. */
  async withLedger<T>(place: string, body: (ledger: Ledger) => Promise<T>): Promise<T> {
    const ledger = await openLedger(ledgerFileAt(this.path(place)), this.clock)
    try {
      this.#language = this.#asked ?? languageOf(ledger) ?? 'ru'
      return await body(ledger)
    } finally {
      await closeLedger(ledger)
    }
  }

  #refusalOf(error: unknown): Notice {
    // Ctrl+C reaches the job's process too, whose death must not be taken for the reason.
    if (this.io.signal?.aborted) return notice('cancelled', {})
    if (error instanceof EsepError) return error
    if (error instanceof JobFailed) {
      const limit = { file: '', limit: 'memory', most: error.most } as const
      return error.reason === 'memory'
        ? notice('workbook_too_large', limit)
        : notice('workbook_too_slow', { file: '', seconds: error.most })
    }
    return notice('internal', { id: numberOfFault(error) })
  }
}

function languageOf({ catalogue, clock }: Ledger): Language | undefined {
  const set = catalogue.setting('language', clock.today())
  return set === 'ru' || set === 'ky' || set === 'en' ? set : undefined
}
