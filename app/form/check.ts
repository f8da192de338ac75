/** What a form would do if it were posted now: worked out by the rules that post it, and nothing is written. */
import { lastSettledMonth } from '../../db/queries/months.ts'
import { lastDay } from '../../domain/dates.ts'
import { QUESTIONS } from '../../domain/documents/document.ts'
import { inputProblems, parseDocument } from '../../domain/documents/parse.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { EsepError, type Notice } from '../../domain/error.ts'
import { type Form, type FormLine, formOf, inputOf } from '../../domain/form-input.ts'
import type { Posting } from '../../domain/registers.ts'
import type { DocumentCheck, FormProblem } from '../../domain/views.ts'
import { LedgerFacts } from '../facts.ts'
import { type Ledger, look } from '../ledger.ts'
import { assertPosting, checkDates, lateBeforeCount, postingOf } from '../post.ts'
import { checkedLines } from './checked-lines.ts'
import { fieldOf, linesOfNotices, standsInHead } from './problem-place.ts'

/** A form as it comes: only its kind is sure. */
export interface RawForm {
  readonly kind: Exclude<DocumentInput['kind'], 'settlement'>
  readonly id: string
  readonly [field: string]: unknown
}

export function checkForm(ledger: Ledger, raw: RawForm): Promise<DocumentCheck> {
  return look(ledger, () => new Check(ledger, raw).run())
}

/** A form with more mistakes than these has been read wrongly; nobody wants a list of them. */
const MOST_PROBLEMS = 200

class Check {
  readonly #ledger: Ledger
  readonly #facts: LedgerFacts
  readonly #form: Form
  readonly #problems: FormProblem[] = []
  readonly #warnings: FormProblem[] = []
  /** Lines that nothing has been found wrong with. */
  #lines: readonly FormLine[]

  constructor(ledger: Ledger, raw: RawForm) {
    this.#ledger = ledger
    this.#facts = new LedgerFacts(ledger.connection, ledger.catalogue, () => undefined)
    this.#form = formOf(raw.kind, raw)
    this.#lines = this.#form.lines
  }

  run(): DocumentCheck {
    const input = this.#readable()
    const posted = input && this.#post(input)
    if (posted) this.#tell(posted.input, posted.posting)
    const lines = checkedLines(this.#ledger, this.#facts, this.#form, this.#lines, posted?.posting ?? null)
    return {
      problems: this.#problems.sort((a, b) => (a.line ?? -1) - (b.line ?? -1)),
      warnings: this.#warnings,
      lines,
      total: lines.reduce((sum, { amount }) => sum + amount, 0),
    }
  }

  /** The input without its unreadable lines; null where the head is not readable either. */
  #readable(): DocumentInput | null {
    const { form, input } = { form: this.#form, input: inputOf(this.#form, this.#lines) }
    const bad = new Set<FormLine>()
    let whole = true
    for (const { path, refusal } of inputProblems(input as unknown as DocumentInput)) {
      const line = this.#lineAt(path)
      if (line) {
        bad.add(line)
        this.#refuse(refusal, line, String(path[2] ?? ''))
      } else {
        whole = false
        this.#refuse(refusal, undefined, String(path[0] ?? ''))
      }
    }
    this.#lines = this.#lines.filter((line) => !bad.has(line))
    const without = form.lines.length > 0 && this.#lines.length === 0
    return whole && !without ? this.#parsed() : null
  }

  #parsed(): DocumentInput {
    return parseDocument(inputOf(this.#form, this.#lines) as unknown as DocumentInput)
  }

  #lineAt([list, index]: readonly PropertyKey[]): FormLine | undefined {
    if (typeof index !== 'number') return undefined
    return this.#lines.filter((line) => line.list === list)[index]
  }

  /** Posts again without each line that is refused, until the rest stands. */
  #post(first: DocumentInput): { input: DocumentInput; posting: Posting } | null {
    const last = lastSettledMonth.get(this.#ledger.connection, {})
    this.#attempt(() => checkDates(first, this.#ledger.clock.today(), last ? lastDay(last.month) : ''))
    for (let input = first; ; input = this.#parsed()) {
      const posting = this.#attempt(() => {
        const made = postingOf(input, this.#facts)
        assertPosting(made, input.date, this.#facts)
        return made
      })
      if (typeof posting === 'object') return { input, posting }
      if (posting === 'refused' || this.#lines.length === 0 || this.#problems.length >= MOST_PROBLEMS)
        return null
    }
  }

  /** `line`: a line was refused and taken out; `refused`: the whole was. */
  #attempt<T>(act: () => T): T | 'line' | 'refused' {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof EsepError)) throw error
      const line = error.line === undefined ? undefined : this.#lines[error.line - 1]
      const inHead = standsInHead(error)
      this.#refuse(error, inHead ? undefined : line, fieldOf(error, this.#form.kind))
      if (!line) return 'refused'
      this.#lines = this.#lines.filter((other) => other !== line)
      return 'line'
    }
  }

  #refuse({ code, data }: Notice, line: FormLine | undefined, field: string): void {
    const place = { ...(line ? { line: line.place } : {}), ...(field === '' ? {} : { field }) }
    const said = this.#problems.some(
      (other) => !line && other.line === undefined && other.code === code && other.field === place.field,
    )
    if (!said) this.#problems.push({ code, data, ...place })
  }

  /** Questions that have no answer yet, and warnings, each at its line. */
  #tell(input: DocumentInput, posting: Posting): void {
    const place = (notices: readonly Notice[]): FormProblem[] =>
      linesOfNotices(notices, input, posting, this.#facts).map(({ notice, line }) => {
        const field = fieldOf(notice, this.#form.kind)
        const own = line === undefined ? undefined : this.#lines[line - 1]
        const { code, data } = notice
        return { code, data, ...(own ? { line: own.place } : {}), ...(field === '' ? {} : { field }) }
      })
    const open = posting.questions.filter((question) => !isAnswered(input, question))
    this.#problems.push(...place(open).map((problem) => ({ ...problem, question: true })))
    const late = lateBeforeCount({ posting, input, kind: input.kind }, this.#facts)
    this.#warnings.push(...place([...posting.warnings, ...late]))
  }
}

function isAnswered({ confirmed }: DocumentInput, { code }: Notice): boolean {
  const question = QUESTIONS.find((known) => known === code)
  const answer = question && confirmed?.[question]
  return answer !== undefined && (code !== 'expired_lot' || answer.trim() !== '')
}
