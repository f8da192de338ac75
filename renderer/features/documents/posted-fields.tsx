/** The head of a posted document, as it was entered. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFormKind } from '../../frame/form-kinds.ts'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { cellOf, type FormState } from './form/cells.ts'
import { formOfDraft } from './form/from-input.ts'
import { KIND_FORMS } from './form/kinds.ts'
import { resolveCell, unresolved, withFound } from './form/resolve.ts'
import type { ShownDocument } from './shown-document.ts'

export function PostedFields({ document }: { readonly document: ShownDocument }) {
  const state = useEnteredForm(document)
  const { t } = useTranslation()
  if (!state) return null
  const fields = KIND_FORMS[state.kind].head.filter(({ key }) => cellOf(state.head, key).text !== '')
  return (
    <div className="fields">
      {fields.map(({ key, label, width }) => (
        <TextField
          key={key}
          label={t(`documents.field.${label}`)}
          width={width}
          text={cellOf(state.head, key).text}
        />
      ))}
    </div>
  )
}

/** What was entered, with the names of what was chosen. */
export function useEnteredForm({ id, kind, input, date }: ShownDocument): FormState | undefined {
  const rpc = useRpc()
  const core = useCore()
  const { t } = useTranslation()
  const today = useQuery(rpc.ledger.status.queryOptions()).data?.today ?? date
  const [state] = useState(() => (isFormKind(kind) ? formOfDraft(String(id), kind, input) : undefined))
  const { data } = useQuery({
    queryKey: ['entered', id],
    enabled: state !== undefined,
    queryFn: async () => {
      if (!state) return null
      const location = cellOf(state.head, 'location').value
      const asking = {
        core,
        t,
        day: date || today,
        location: typeof location === 'number' ? location : undefined,
        producer: undefined,
      }
      // Lines of goods are told by the posting itself; only what else was chosen needs its name.
      const wanted = unresolved(state).filter(({ line, type }) => line === undefined || type !== 'product')
      const found = await Promise.all(wanted.map((one) => resolveCell(asking, one)))
      return found.reduce(withFound, state)
    },
  })
  return data ?? state
}
