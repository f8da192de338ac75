/** «Расчёты»: the month as a preview, then posted, paid out and closed, each step by the same key. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Month } from '../../../domain/dates.ts'
import type { SettlementView } from '../../../domain/views.ts'
import { useMonth } from '../../frame/month.tsx'
import { useRpc } from '../../rpc/rpc.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Payouts } from './payouts.tsx'
import { Settled } from './settled.tsx'

export function SettlementScreen() {
  const { month } = useMonth()
  const rpc = useRpc()
  const { data, error, refetch } = useQuery({
    ...rpc.months.settlement.queryOptions({ month }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorNotice error={error} onAgain={() => void refetch()} />
  return data ? <MonthAtHand key={data.month} month={data.month} view={data} /> : null
}

function MonthAtHand({ month, view }: { readonly month: Month; readonly view: SettlementView }) {
  const rpc = useRpc()
  const [paying, setPaying] = useState(false)
  const settled = view.status !== 'open'
  const { data: offers = [] } = useQuery({
    ...rpc.months.payoutOffers.queryOptions({ month }),
    enabled: settled,
  })
  const due = offers.filter(({ offer }) => offer > 0)
  if (paying && settled) return <Payouts month={month} offers={due} onDone={() => setPaying(false)} />
  return <Settled view={view} unpaid={due.length} onPay={() => setPaying(true)} />
}
