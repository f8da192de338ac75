/** The commands of the form: buttons, keys and lines of the palette. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../../rpc/rpc.tsx'
import { useErrorText } from '../../../ui/error-notice.tsx'
import type { GridHandle } from '../../../ui/grid/use-grid.ts'
import { notifyDone, notifyTrouble } from '../../../ui/notify.ts'
import type { ScreenAction } from '../../../ui/screen.tsx'
import type { Drafts } from '../drafts.ts'
import { isEmptyForm } from './cells.ts'
import type { FormModel } from './use-form.ts'

interface FormCommands {
  readonly form: FormModel
  readonly drafts: Drafts
  readonly post: () => void
  readonly posting: boolean
  readonly grid: RefObject<GridHandle | null>
}

export function useFormActions({ form, drafts, post, posting, grid }: FormCommands): readonly ScreenAction[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { history } = useRouter()
  const core = useCore()
  const queries = useQueryClient()
  const say = useErrorText()
  const { id, kind } = form.state
  const keep = async () => {
    grid.current?.settle()
    await drafts.flush(id)
    await queries.invalidateQueries()
  }
  const discard = async () => {
    try {
      await drafts.forget(id)
      await core.documents.discardDraft.mutate({ id })
      await queries.invalidateQueries()
      notifyDone(t('documents.draft.discarded'))
      history.back()
    } catch (error) {
      notifyTrouble(say(error))
    }
  }
  return [
    { label: t('documents.action.discard'), run: () => void discard(), disabled: isEmptyForm(form.state) },
    {
      label: t('documents.action.save'),
      keys: 'Ctrl+S',
      hidden: true,
      run: () => void keep().then(() => notifyDone(t('documents.draft.kept'))),
    },
    {
      label: t('keys.create'),
      keys: 'Ctrl+N',
      hidden: true,
      run: () => void keep().then(() => navigate({ to: '/documents/new/$kind', params: { kind } })),
    },
    {
      label: t('keys.back'),
      keys: 'Esc',
      hidden: true,
      run: () => {
        grid.current?.settle()
        void drafts.flush(id).then(() => queries.invalidateQueries())
        history.back()
      },
    },
    { label: t('documents.action.post'), keys: 'Ctrl+Enter', primary: true, disabled: posting, run: post },
  ]
}
