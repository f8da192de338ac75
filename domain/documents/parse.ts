/** Takes an input from outside: whatever it is, it becomes a document or a refusal that says which field and why. */
import type { core } from 'zod'
import { EsepError } from '../error.ts'
import type { DocumentKind } from './document.ts'
import { DOCUMENTS, type DocumentInput } from './registry.ts'

type Issue = core.$ZodIssue

/**
 * The document that an input describes, with its defaults.
 * @throws EsepError with the line where there is one: `amount_too_large`, `not_whole`, `invalid_date`, `text_too_long`,
 * `no_lines`, `too_many_lines`, `invalid_input`
 */
export function parseDocument(input: DocumentInput): DocumentInput {
  if (!Object.hasOwn(DOCUMENTS, input.kind))
    throw new EsepError('invalid_input', { path: 'kind', problem: String(input.kind) })
  const result = DOCUMENTS[input.kind].schema.safeParse(input)
  if (result.success) return result.data
  const [first] = result.error.issues
  if (!first) throw new Error('refused without an issue')
  throw refusalOf(deepest(first, []), input)
}

/** One thing that keeps an input from being a document: where it stands, and why. */
export interface InputProblem {
  readonly path: readonly PropertyKey[]
  readonly refusal: EsepError
}

/** All that {@link parseDocument} would refuse, not only the first of it; fields that are missing are told apart. */
export function inputProblems(input: { readonly kind: DocumentKind }): InputProblem[] {
  const result = DOCUMENTS[input.kind].schema.safeParse(input)
  if (result.success) return []
  return result.error.issues
    .flatMap((issue) => innermost(issue, []))
    .map((issue) => {
      const refusal = refusalOf(issue, input as DocumentInput)
      const field = String(issue.path.at(-1) ?? '')
      const missing = refusal.code === 'invalid_input' && valueAt(issue.path, input) === undefined
      return { path: issue.path, refusal: missing ? new EsepError('field_missing', { field }) : refusal }
    })
}

const valueAt = (path: readonly PropertyKey[], input: unknown): unknown =>
  path.reduce<unknown>((whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key], input)

/** Every complaint of the alternative that was meant. */
function innermost(issue: Issue, before: readonly PropertyKey[]): Issue[] {
  const path = [...before, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ ...issue, path }]
  const [nearest] = [...issue.errors].sort((left, right) => left.length - right.length)
  return nearest && nearest.length > 0
    ? nearest.flatMap((inner) => innermost(inner, path))
    : [{ ...issue, path }]
}

/** A union says only that nothing fits: the alternative with the fewest complaints is the one that was meant. */
function deepest(issue: Issue, before: readonly PropertyKey[]): Issue {
  const path = [...before, ...issue.path]
  if (issue.code !== 'invalid_union') return { ...issue, path }
  const [nearest] = [...issue.errors].sort((left, right) => left.length - right.length)
  const [inner] = nearest ?? []
  return inner ? deepest(inner, path) : { ...issue, path }
}

function refusalOf(issue: Issue, input: DocumentInput): EsepError {
  const value = issue.path.reduce<unknown>(
    (whole, key) => (whole as Record<PropertyKey, unknown>)[key],
    input,
  )
  const error = sayWhy(issue, value, input.kind)
  const [list, index] = issue.path
  if ((list === 'lines' || list === 'lots') && typeof index === 'number') error.line = index + 1
  return error
}

/** Library sentences are no words for a user: what the ledger has a code for gets it, the rest shows the value. */
function sayWhy(issue: Issue, value: unknown, kind: string): EsepError {
  const path = issue.path.join('.')
  if (typeof value === 'number' && (issue.code === 'too_big' || issue.code === 'invalid_type')) {
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      return new EsepError('amount_too_large', { value: String(value) })
    if (!Number.isInteger(value)) return new EsepError('not_whole', { value: String(value) })
  }
  if (issue.code === 'too_small' && typeof value === 'number' && value < -Number.MAX_SAFE_INTEGER)
    return new EsepError('amount_too_large', { value: String(value) })
  if (issue.code === 'too_small' && Array.isArray(value)) return new EsepError('no_lines', { kind })
  if (issue.code === 'too_big' && Array.isArray(value))
    return new EsepError('too_many_lines', { kind, most: Number(issue.maximum) })
  if (issue.code === 'too_big' && typeof value === 'string')
    return new EsepError('text_too_long', { heading: path, limit: Number(issue.maximum) })
  if (issue.code === 'custom' && typeof value === 'string')
    return new EsepError('invalid_date', { date: value })
  return new EsepError('invalid_input', { path, problem: shown(value) })
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
