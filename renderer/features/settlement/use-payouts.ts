/** The payouts as they are typed: an amount and a way for each, the batch posted once under one id. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate, Month } from '../../../domain/dates.ts'
import { formatMoney } from '../../../domain/format.ts'
import type { PayoutOffer } from '../../../domain/views.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { moneyOfText } from '../../typed.ts'
import { notifyDone } from '../../ui/notify.ts'

export interface PayoutRow extends PayoutOffer {
  readonly key: string
  readonly text: string
  /** What is typed, in tyiyn; undefined for what is no amount. */
  readonly amount: number | undefined
  readonly wrong: string | undefined
}

type Method = PayoutOffer['method']
interface Typed {
  readonly text?: string
  readonly method?: Method
}

export function usePayouts(month: Month, offers: readonly PayoutOffer[], onDone: () => void) {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({})
  // Made once: said twice, it is paid once.
  const [id, setId] = useState(() => crypto.randomUUID())
  const rows = offers.map((offer): PayoutRow => {
    const { text = formatMoney(offer.offer), method = offer.method } = typed[offer.producer.id] ?? {}
    const amount = text.trim() === '' ? 0 : moneyOfText(text)
    const wrong =
      amount === undefined || amount < 0
        ? t('settlement.pay.wrong')
        : amount > offer.balance
          ? t('settlement.pay.over', { amount: formatMoney(offer.balance) })
          : undefined
    return { ...offer, key: String(offer.producer.id), text, method, amount, wrong }
  })
  const type = (producer: number, next: Typed) =>
    setTyped((before) => ({ ...before, [producer]: { ...before[producer], ...next } }))
  const pay = useMutation({
    mutationFn: (date: CivilDate) =>
      core.months.payAll.mutate({
        id,
        month,
        date,
        lines: rows.flatMap(({ producer, amount = 0, method }) =>
          amount > 0 ? [{ producer: producer.id, amount, method }] : [],
        ),
      }),
    onSuccess: async ({ number }) => {
      notifyDone(t('settlement.pay.done', { number }))
      await queries.invalidateQueries()
      onDone()
    },
    // What was refused was not paid: put right, it is another payout.
    onError: () => setId(crypto.randomUUID()),
  })
  return {
    rows,
    type,
    pay,
    total: rows.reduce((sum, { amount = 0 }) => sum + amount, 0),
    wrong: rows.some((row) => row.wrong !== undefined),
    payNobody: () => setTyped(Object.fromEntries(offers.map(({ producer }) => [producer.id, { text: '' }]))),
    payAll: () => setTyped({}),
  }
}
