/** The settings as they are typed; only what has changed is sent, and holds from today. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../../domain/dates.ts'
import { formatMoney, formatRate } from '../../../domain/format.ts'
import type { SettingsView } from '../../../domain/settings-view.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { moneyOfText, rateOfText } from '../../typed.ts'
import { notifyDone } from '../../ui/notify.ts'

export type Detail = keyof SettingsView['organisation']

interface TypedSettings {
  readonly organisation: SettingsView['organisation']
  readonly minimumPayout: string
  readonly cashRounding: boolean
  readonly rate: string
  readonly language: SettingsView['language']
}

/** Commission by one rate is changed here; other terms are only told of. */
export const isPlainRate = ({ defaultTerms }: SettingsView): boolean =>
  defaultTerms === null || defaultTerms.method === 'percent_of_sale'

const typedOf = (view: SettingsView): TypedSettings => ({
  organisation: view.organisation,
  minimumPayout: formatMoney(view.minimumPayout),
  cashRounding: view.cashRounding,
  rate: view.defaultTerms ? formatRate(view.defaultTerms.rate).replace(/\s*%$/, '') : '',
  language: view.language,
})

export function useSettings(view: SettingsView, today: CivilDate) {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const [typed, setTyped] = useState(() => typedOf(view))
  const minimumPayout = moneyOfText(typed.minimumPayout)
  const rate = typed.rate.trim() === '' ? null : rateOfText(typed.rate)
  const wrong = {
    minimumPayout: minimumPayout === undefined || minimumPayout < 0 ? t('settings.wrongMoney') : undefined,
    rate: rate === undefined ? t('firstRun.wrongRate') : undefined,
  }
  const save = useMutation({
    mutationFn: () => {
      const { organisation, cashRounding, language } = typed
      const details = Object.entries(organisation).filter(
        ([key, value]) => value !== view.organisation[key as Detail],
      )
      const plain = isPlainRate(view) && typeof rate === 'number' && rate !== view.defaultTerms?.rate
      return core.settings.save.mutate({
        from: today,
        organisation: Object.fromEntries(details),
        ...(minimumPayout !== undefined && minimumPayout !== view.minimumPayout && { minimumPayout }),
        ...(cashRounding !== view.cashRounding && { cashRounding }),
        ...(plain && { defaultTerms: { method: 'percent_of_sale' as const, rate } }),
        ...(language !== view.language && { language }),
      })
    },
    onSuccess: async () => {
      notifyDone(t('settings.saved'))
      await queries.invalidateQueries()
    },
  })
  return {
    typed,
    wrong,
    save,
    ready: Object.values(wrong).every((sentence) => sentence === undefined) && !save.isPending,
    change: (next: Partial<TypedSettings>) => setTyped((before) => ({ ...before, ...next })),
  }
}
