/** Opens the form: a new document gets its id and its draft's address at once; a draft comes back as it was typed. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../domain/format.ts'
import type { Choice } from '../../../domain/views.ts'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { type Drafts, draftsOf } from './drafts.ts'
import { blankLine, type FormKind, type FormState } from './form/cells.ts'
import { DocumentForm } from './form/document-form.tsx'
import { formOfDraft } from './form/from-input.ts'
import { KIND_FORMS } from './form/kinds.ts'
import { lastPlace, rememberPlace } from './last-place.ts'
import { newId } from './new-id.ts'

/** Today of the ledger; the frame shows no screen before it is known. */
function useToday(): string {
  const rpc = useRpc()
  return useQuery(rpc.ledger.status.queryOptions()).data?.today ?? ''
}

function useDrafts(today: string): Drafts {
  const core = useCore()
  return draftsOf(core, () => today)
}

export function NewDocument({ kind }: { readonly kind: FormKind }) {
  const today = useToday()
  const drafts = useDrafts(today)
  const navigate = useNavigate()
  const [id] = useState(newId)
  const rpc = useRpc()
  const { data: places } = useQuery(rpc.places.all.queryOptions())
  useEffect(() => {
    if (today === '' || !places) return
    if (!drafts.get(id)) drafts.open(freshForm(id, kind, today, places))
    void navigate({ to: '/documents/draft/$draft', params: { draft: id }, replace: true })
  }, [drafts, id, kind, today, places, navigate])
  return null
}

function freshForm(id: string, kind: FormKind, today: string, places: readonly Choice[]): FormState {
  const place = KIND_FORMS[kind].head.some(({ key }) => key === 'location') ? lastPlace(places) : undefined
  const head = { date: { text: formatDate(today) }, ...(place && { location: place }) }
  return { id, kind, head, lines: [blankLine()], confirmed: {} }
}

export function DraftScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const today = useToday()
  const drafts = useDrafts(today)
  const rpc = useRpc()
  const [here] = useState(() => drafts.get(id))
  const { data, error, refetch } = useQuery({
    ...rpc.documents.draft.queryOptions({ id }),
    enabled: here === undefined,
    // Another form may have kept a newer text since it was last asked for.
    staleTime: 0,
    gcTime: 0,
  })
  if (today === '') return null
  if (here) return <OpenForm initial={here} drafts={drafts} today={today} />
  if (error) return <ErrorNotice error={error} onAgain={() => void refetch()} />
  if (data === null) return <EmptyState>{t('documents.draft.gone')}</EmptyState>
  if (!data || data.kind === 'settlement') return null
  const state = formOfDraft(id, data.kind, data.input)
  return <OpenForm initial={state} drafts={drafts} today={today} saved={data.updated} />
}

interface OpenFormProps {
  readonly initial: FormState
  readonly drafts: Drafts
  readonly today: string
  readonly saved?: string
}

function OpenForm({ initial, drafts, today, saved }: OpenFormProps) {
  // What is read at first is what the form begins with; a later answer must not overwrite what is typed.
  const [state] = useState(() => {
    if (!drafts.get(initial.id)) drafts.open(initial, saved)
    return drafts.get(initial.id) ?? initial
  })
  useEffect(() => () => rememberPlace(drafts.get(state.id) ?? state), [drafts, state])
  return <DocumentForm initial={state} drafts={drafts} today={today} />
}
