/** A ledger that does not open: why, what to do, and the copies beside it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sentence } from '../../../domain/messages/index.ts'
import type { LedgerStatus } from '../../../domain/views.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { useLanguage } from '../../texts/use-language.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import './first-run.css'

interface TroubleProps {
  readonly state: 'busy' | 'damaged' | 'newer'
  readonly problem: LedgerStatus['problem']
}

export function Trouble({ state, problem }: TroubleProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const core = useCore()
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => core.ledger.retry.mutate(),
    onSuccess: () => queries.resetQueries(),
  })
  return (
    <div className="trouble">
      <h1>{t(`firstRun.trouble.${state}`)}</h1>
      {problem && <p>{sentence(problem, language)}</p>}
      <ActionButton label={t('firstRun.retry')} primary run={() => mutate()} disabled={isPending} />
      {error && <ErrorNotice error={error} />}
    </div>
  )
}
