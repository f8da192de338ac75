/** Reversing and correcting ask for a reason, in place: both can be seen and undone, so no dialog stands in the way. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../rpc/rpc.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { newId } from './new-id.ts'
import type { ShownDocument } from './shown-document.ts'
import './form/banner.css'

export type Repair = 'reverse' | 'correct'

interface ReasonBarProps {
  readonly document: ShownDocument
  readonly repair: Repair
  readonly onDone: () => void
}

export function ReasonBar({ document, repair, onDone }: ReasonBarProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useRepair(document, onDone)
  const go = () => {
    if (reason.trim() !== '' && !isPending) mutate({ repair, reason: reason.trim() })
  }
  return (
    <>
      <div className="banner banner-honey">
        <b>{t(`documents.reason.${repair}Title`)}</b>
        <input
          // biome-ignore lint/a11y/noAutofocus: it appears because she asked for it, to type into it.
          autoFocus
          className="field-input banner-text"
          aria-label={t('documents.question.reason')}
          placeholder={t('documents.reason.hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go()
            else if (event.key === 'Escape') onDone()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <ActionButton label={t('confirm.cancel')} run={onDone} />
        <ActionButton
          label={t(`documents.action.${repair}`)}
          run={go}
          primary
          disabled={reason.trim() === '' || isPending}
        />
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}

function useRepair({ id, number }: ShownDocument, onDone: () => void) {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const navigate = useNavigate()
  // Made once: said twice, it is done once.
  const [ids] = useState(() => ({ reversalId: newId(), draftId: newId() }))
  return useMutation({
    mutationFn: async ({ repair, reason }: { repair: Repair; reason: string }) => {
      if (repair === 'reverse') {
        const reversal = await core.documents.reverse.mutate({ id: ids.reversalId, document: id, reason })
        return { reversal, draft: undefined }
      }
      const { reversal, draft } = await core.documents.correct.mutate({ document: id, reason, ...ids })
      return { reversal, draft: draft.id }
    },
    onSuccess: async ({ draft }) => {
      notifyDone(t('documents.reversed', { number }))
      onDone()
      await queries.invalidateQueries()
      if (draft !== undefined) await navigate({ to: '/documents/draft/$draft', params: { draft } })
    },
  })
}
