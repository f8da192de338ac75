/** What is done with a form: posted, kept as a draft, thrown away, and what corrects a posted one. */
import { documentByUuid, draftById } from '../../db/queries/documents.ts'
import type { Canonical } from '../../domain/canonical.ts'
import { isCivilDate } from '../../domain/dates.ts'
import type { DocumentInput } from '../../domain/documents/registry.ts'
import { EsepError } from '../../domain/error.ts'
import { formOf, inputOf } from '../../domain/form-input.ts'
import type { CorrectionView, DraftView, PostedView } from '../../domain/views.ts'
import {
  type CorrectionRequest,
  correctDocument,
  discardDraft,
  postDocument,
  saveDraft,
} from '../documents.ts'
import { type Actor, type Ledger, look } from '../ledger.ts'
import type { Posted } from '../post.ts'
import { type ReversalRequest, reverseDocument } from '../reverse.ts'
import type { RawForm } from './check.ts'

/** Posts the form without its empty lines and fields; its draft is used up. Said twice, it posts once. */
export async function postForm(ledger: Ledger, raw: RawForm, actor: Actor): Promise<PostedView> {
  const form = formOf(raw.kind, raw)
  try {
    return postedView(
      await postDocument(ledger, inputOf(form, form.lines) as unknown as DocumentInput, actor),
    )
  } catch (error) {
    if (error instanceof EsepError && error.line !== undefined)
      error.line = (form.lines[error.line - 1]?.place ?? error.line - 1) + 1
    throw error
  }
}

export const postedView = ({ id, number, warnings }: Posted): PostedView => ({ id, number, warnings })

interface TypedDraft {
  readonly id: string
  readonly kind: RawForm['kind']
  readonly input: unknown
}

/** Keeps what is typed. A form that was posted meanwhile stays posted: a late copy of it is no draft. */
export async function keepDraft(
  ledger: Ledger,
  { id, kind, input }: TypedDraft,
  actor: Actor,
): Promise<void> {
  const posted = await look(ledger, () => documentByUuid.get(ledger.connection, { uuid: id }))
  if (posted) return
  await saveDraft(ledger, { id, kind, date: dateOf(input), input: input as Canonical }, actor)
}

function dateOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('date' in input)) return null
  return typeof input.date === 'string' && isCivilDate(input.date) ? input.date : null
}

export function draftView(ledger: Ledger, id: string): Promise<DraftView | null> {
  return look(ledger, () => {
    const draft = draftById.get(ledger.connection, { id })
    if (!draft) return null
    return { id, kind: draft.kind, input: JSON.parse(draft.input) as unknown, updated: draft.updated }
  })
}

export function discard(ledger: Ledger, id: string, actor: Actor): Promise<void> {
  return discardDraft(ledger, id, actor)
}

export async function reverse(ledger: Ledger, request: ReversalRequest, actor: Actor): Promise<PostedView> {
  return postedView(await reverseDocument(ledger, request, actor))
}

export async function correct(
  ledger: Ledger,
  request: CorrectionRequest,
  actor: Actor,
): Promise<CorrectionView> {
  const { reversal, draft } = await correctDocument(ledger, request, actor)
  const { id, kind, input } = draft
  return { reversal: postedView(reversal), draft: { id, kind, input, updated: '' } }
}
