/** What the core would say if the form were posted now, asked a moment after each change. */
import { useEffect, useRef, useState } from 'react'
import type { CheckedLine, DocumentCheck, FormProblem } from '../../../../domain/views.ts'
import { useCore } from '../../../rpc/rpc.tsx'
import { type FormState, isEmptyForm, type LineCells } from './cells.ts'
import { formInput } from './to-input.ts'

const PAUSE_MS = 120
const AGAIN_MS = 1000

export interface LiveCheck {
  readonly total: number
  readonly line: (line: LineCells) => CheckedLine | undefined
  /** By the line's key; the head's own under `undefined`. */
  readonly problems: (line: string | undefined) => readonly FormProblem[]
  readonly warnings: (line: string | undefined) => readonly FormProblem[]
  readonly all: readonly PlacedProblem[]
}

export interface PlacedProblem extends FormProblem {
  readonly lineKey: string | undefined
}

interface Answer {
  readonly keys: readonly string[]
  readonly check: DocumentCheck
}

export function useCheck(state: FormState, today: string): LiveCheck {
  const core = useCore()
  const [answer, setAnswer] = useState<Answer>()
  const [again, setAgain] = useState(0)
  const asked = useRef('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the core was away.
  useEffect(() => {
    if (isEmptyForm(state)) {
      setAnswer(undefined)
      asked.current = ''
      return
    }
    const input = formInput(state, today)
    const text = JSON.stringify(input)
    if (text === asked.current) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      core.documents.check.query(JSON.parse(text), { signal: stop.signal }).then(
        (check) => {
          asked.current = text
          setAnswer({ keys: state.lines.map(({ key }) => key), check })
        },
        () => {
          if (!stop.signal.aborted) setTimeout(() => setAgain((count) => count + 1), AGAIN_MS)
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [core, state, today, again])
  return liveCheck(answer)
}

function liveCheck(answer: Answer | undefined): LiveCheck {
  const keys = answer?.keys ?? []
  const place = (problems: readonly FormProblem[] = []): PlacedProblem[] =>
    problems.map((problem) => ({
      ...problem,
      lineKey: problem.line === undefined ? undefined : keys[problem.line],
    }))
  const problems = place(answer?.check.problems)
  const warnings = place(answer?.check.warnings)
  const figures = new Map(keys.map((key, index) => [key, answer?.check.lines[index]]))
  return {
    total: answer?.check.total ?? 0,
    line: ({ key }) => figures.get(key),
    problems: (line) => problems.filter(({ lineKey }) => lineKey === line),
    warnings: (line) => warnings.filter(({ lineKey }) => lineKey === line),
    all: problems,
  }
}
