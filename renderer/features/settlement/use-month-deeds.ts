/** What is done to a month as a whole. Afterwards every screen asks anew: a settled month changes them all. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../../domain/dates.ts'
import { monthTitle } from '../../format.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { useLanguage } from '../../texts/use-language.ts'
import { notifyDone } from '../../ui/notify.ts'

export type MonthDeeds = ReturnType<typeof useMonthDeeds>

export function useMonthDeeds(month: Month) {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const title = monthTitle(month, useLanguage())
  const say = (what: 'settled' | 'closed' | 'reopened') => async () => {
    notifyDone(t(`settlement.${what}`, { month: title }))
    await queries.invalidateQueries()
  }
  return {
    settle: useMutation({
      mutationFn: () => core.months.settle.mutate({ month }),
      onSuccess: say('settled'),
    }),
    close: useMutation({ mutationFn: () => core.months.close.mutate({ month }), onSuccess: say('closed') }),
    reopen: useMutation({
      mutationFn: (reason: string) => core.months.reopen.mutate({ month, reason }),
      onSuccess: say('reopened'),
    }),
  }
}
