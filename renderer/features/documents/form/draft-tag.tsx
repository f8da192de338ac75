import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../../../domain/messages/moment.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { Drafts } from '../drafts.ts'

/** `черновик, сохранён 10:42`: she sees that nothing she typed can get lost. */
export function DraftTag({ drafts, id }: { readonly drafts: Drafts; readonly id: string }) {
  const { t } = useTranslation()
  const status = useSyncExternalStore(
    drafts.subscribe,
    useCallback(() => drafts.status(id), [drafts, id]),
  )
  if (status.state === 'saved')
    return <Tag>{t('documents.draft.saved', { time: formatMoment(status.at).slice(-5) })}</Tag>
  if (status.state === 'waiting') return <Tag tone="honey">{t('documents.draft.waiting')}</Tag>
  return <Tag>{t(`documents.draft.${status.state}`)}</Tag>
}
