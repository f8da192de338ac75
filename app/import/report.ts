import type { BookIssue } from '../../domain/error.ts'
import type { Language } from '../../domain/format.ts'
import { type ProblemWords, problemWords } from '../../domain/messages/book.ts'
import type { Problem } from './mark.ts'

/** Makes the sentence of an issue in one language. */
export type Say = (issue: BookIssue) => string

/** Issues with their sentences: JSON for `--json`, and what a marked copy is made of. */
export function problemsOf(issues: readonly BookIssue[], say: Say): (BookIssue & Problem)[] {
  return issues.map((issue) => ({ ...issue, sentence: say(issue) }))
}

const WIDEST_CELL = 28

/**
 * Issues as an aligned table of text: sheet, row, column, the cell as it stands, the sentence; warnings say so. One line an issue
 * under one line of headings; ends without a line break.
 */
export function problemTable(problems: readonly Problem[], language: Language): string {
  const words = problemWords[language]
  const withFile = problems.some(({ file }) => file !== undefined)
  const lines = [headingsOf(words), ...problems.map((problem) => cellsOf(problem, words))].map((line) =>
    withFile ? line : line.slice(1),
  )
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => lengthOf(line[column] ?? ''))),
  )
  // The sentence comes last and is not padded.
  const pad = (text: string, column: number, line: readonly string[]) =>
    column === line.length - 1 ? text : text + ' '.repeat((widths[column] ?? 0) - lengthOf(text))
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

function headingsOf(words: ProblemWords): string[] {
  return [words.file, words.sheet, words.row, words.column, words.cell, words.reason]
}

function cellsOf(problem: Problem, words: ProblemWords): string[] {
  const { file = '', sheet = '', row = '', column = '', cell = '', severity, sentence } = problem
  const reason = severity === 'warning' ? `(${words.warning}) ${sentence}` : sentence
  return [file, sheet, String(row), column, shorten(cell), reason].map((text) => text.replace(/\s+/g, ' '))
}

function shorten(cell: string): string {
  return lengthOf(cell) > WIDEST_CELL ? `${[...cell].slice(0, WIDEST_CELL - 1).join('')}…` : cell
}

/** Letters as a terminal counts them, near enough. */
function lengthOf(text: string): number {
  return [...text].length
}
