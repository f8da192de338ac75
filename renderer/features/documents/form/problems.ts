/** Every remark on the form, its own and the core's, at the cell it belongs to. */
import type { TFunction } from 'i18next'
import type { Language } from '../../../../domain/format.ts'
import { sentence } from '../../../../domain/messages/index.ts'
import { type Cells, cellOf, type FormState, isBlankLine, isEmpty, type LineCells } from './cells.ts'
import { KIND_FORMS } from './kinds.ts'
import type { LiveCheck, PlacedProblem } from './use-check.ts'
import { readCell, type ValueType } from './values.ts'

export interface Remark {
  /** Undefined for the head. */
  readonly line: string | undefined
  readonly field: string
  readonly text: string
}

interface Judging {
  readonly t: TFunction
  readonly language: Language
  readonly today: string
  /** The line she is in: what is still empty there is not wrong yet. */
  readonly activeLine: string | undefined
  /** Whether she has tried to post: then empty fields count. */
  readonly tried: boolean
}

type Field = { readonly key: string; readonly type: ValueType }

export function remarksOn(state: FormState, check: LiveCheck, judging: Judging): readonly Remark[] {
  const { head, lines } = KIND_FORMS[state.kind]
  const own = [
    ...ownRemarks(head, state.head, undefined, judging),
    ...state.lines.flatMap((line) => ownRemarks(lines, line.cells, line.key, judging)),
  ]
  const taken = new Set(own.map(({ line, field }) => `${line} ${field}`))
  const told = check.all
    .filter(({ question }) => !question)
    .flatMap((problem) => coreRemark(state, problem, judging))
    .filter(({ line, field }) => !taken.has(`${line} ${field}`))
  return [...own, ...told]
}

/** What the form itself cannot read. */
function ownRemarks(
  fields: readonly Field[],
  cells: Cells,
  line: string | undefined,
  { t, today }: Judging,
): Remark[] {
  return fields.flatMap(({ key, type }) => {
    if (key.startsWith('#')) return []
    const cell = cellOf(cells, key)
    const read = readCell(type, cell, today)
    if (!read || !('problem' in read)) return []
    const { text, missed } = cell
    // A search that has not come back says nothing yet.
    if (isSought(read.problem) && missed === undefined) return []
    return [{ line, field: key, text: t(`documents.problem.${read.problem}`, { text: text.trim() }) }]
  })
}

const isSought = (problem: string): boolean => ['product', 'several', 'choice'].includes(problem)

function coreRemark(state: FormState, problem: PlacedProblem, judging: Judging): Remark[] {
  const { lineKey, code } = problem
  const line = state.lines.find(({ key }) => key === lineKey)
  if (lineKey !== undefined && (!line || isBlankLine(line))) return []
  const field = fieldOf(state, problem, line)
  const cells = line?.cells ?? state.head
  const missing = code === 'field_missing' || isEmpty(cellOf(cells, field))
  if (missing && !judging.tried && (line === undefined || lineKey === judging.activeLine)) return []
  // While a text is being looked for, its cell looks empty to the core.
  if (code === 'field_missing' && !isEmpty(cellOf(cells, field))) return []
  return [{ line: lineKey, field, text: sentence(problem, judging.language) }]
}

/** The column that is shown for the field; what has none stands at the first one. */
function fieldOf({ kind }: FormState, { field = '' }: PlacedProblem, line: LineCells | undefined): string {
  if (line === undefined) return field
  const { lines } = KIND_FORMS[kind]
  const editable = lines.filter(({ key }) => !key.startsWith('#'))
  return editable.some(({ key }) => key === field) ? field : (editable[0]?.key ?? field)
}

export interface OpenQuestion {
  readonly code: 'expired_lot' | 'negative_commission' | 'payout_over_balance'
  readonly line: string | undefined
  readonly text: string
}

export function questionsOn(check: LiveCheck, language: Language): readonly OpenQuestion[] {
  return check.all.flatMap((problem) => {
    const { code, question, lineKey } = problem
    if (!question) return []
    if (code !== 'expired_lot' && code !== 'negative_commission' && code !== 'payout_over_balance') return []
    return [{ code, line: lineKey, text: sentence(problem, language) }]
  })
}
