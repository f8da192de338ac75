/** A posted document: what was entered, what it did line by line, and the two ways to put it right. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFormKind } from '../../frame/form-kinds.ts'
import { useRpc } from '../../rpc/rpc.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Screen, type ScreenAction } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { PostedAside } from './posted-aside.tsx'
import { PostedFields } from './posted-fields.tsx'
import { PostedLines } from './posted-lines.tsx'
import { ReasonBar, type Repair } from './reason-bar.tsx'
import type { ShownDocument } from './shown-document.ts'

export function PostedDocument({ id }: { readonly id: number }) {
  const rpc = useRpc()
  const { data, error, refetch } = useQuery(rpc.documents.get.queryOptions({ id }))
  if (error) return <ErrorNotice error={error} onAgain={() => void refetch()} />
  return data ? <Posted document={data} /> : null
}

function Posted({ document }: { readonly document: ShownDocument }) {
  const { t } = useTranslation()
  const [repair, setRepair] = useState<Repair>()
  const [at, setAt] = useState(0)
  const { kind, number, status } = document
  return (
    <Screen
      title={`${t(`documents.kind.${kind}`)} ${number}`}
      tags={
        <Tag tone={status === 'posted' ? 'leaf' : status === 'reversal' ? 'felt' : 'plain'}>
          {t(`documents.status.${status}`)}
        </Tag>
      }
      actions={useDocumentActions(document, setRepair)}
      banner={repair && <ReasonBar document={document} repair={repair} onDone={() => setRepair(undefined)} />}
      fields={<PostedFields document={document} />}
      aside={<PostedAside document={document} line={document.lines[at]} />}
    >
      <PostedLines document={document} at={at} onSelect={setAt} />
    </Screen>
  )
}

function useDocumentActions(
  { kind, status }: ShownDocument,
  onRepair: (repair: Repair) => void,
): readonly ScreenAction[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const form = isFormKind(kind) ? kind : undefined
  // A settlement is undone by reopening its month, and a reversal not at all.
  const standing = status === 'posted' && form !== undefined
  const actions: ScreenAction[] = []
  if (standing) {
    actions.push({ label: t('documents.action.correct'), run: () => onRepair('correct'), keys: 'F2' })
    actions.push({ label: t('documents.action.reverse'), run: () => onRepair('reverse') })
  }
  actions.push({ label: t('keys.print'), keys: 'Ctrl+P', run: () => window.print() })
  if (form !== undefined)
    actions.push({
      label: t('documents.action.another'),
      keys: 'Ctrl+N',
      run: () => void navigate({ to: '/documents/new/$kind', params: { kind: form } }),
    })
  return actions
}
