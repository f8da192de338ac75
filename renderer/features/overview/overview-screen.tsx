/** «Обзор» answers one question: what is left to do before this month can be closed. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { monthOf } from '../../../domain/dates.ts'
import { formatMoney } from '../../../domain/format.ts'
import type { OverviewView } from '../../../domain/views.ts'
import { monthTitle } from '../../format.ts'
import { useLedgerStatus } from '../../frame/ledger-status.ts'
import { useMonth } from '../../frame/month.tsx'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { useLanguage } from '../../texts/use-language.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Checklist } from './checklist.tsx'
import { OverviewAside } from './overview-aside.tsx'
import { SalesChart } from './sales-chart.tsx'
import './overview.css'

export function OverviewScreen() {
  const { month } = useMonth()
  const rpc = useRpc()
  const { data, error, refetch } = useQuery({
    ...rpc.overview.get.queryOptions({ month }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorNotice error={error} onAgain={() => void refetch()} />
  return data ? <Overview view={data} /> : null
}

function Overview({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { spine, left, today, salesByDay } = view
  const { status } = spine
  const lastDay = monthOf(today) === spine.month ? Number(today.slice(8)) : salesByDay.length
  return (
    <Screen
      title={t('overview.title', { month: monthTitle(spine.month, language).toLowerCase() })}
      tags={<Tag tone={status === 'open' ? 'plain' : 'leaf'}>{t(`month.status.${status}`)}</Tag>}
      banner={<DemoBar />}
      aside={<OverviewAside view={view} />}
    >
      <div className="overview">
        <section>
          {left.length > 0 && <h2>{t('overview.left', { count: left.length })}</h2>}
          <Checklist left={left} spine={spine} />
        </section>
        <Sums view={view} />
        <SalesChart days={salesByDay} lastDay={lastDay} />
      </div>
    </Screen>
  )
}

function Sums({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  const { owed, owedProducers, debts, sales, salesBefore } = view
  return (
    <dl className="sums">
      <div>
        <dt>{t('overview.sales')}</dt>
        <dd>{formatMoney(sales)}</dd>
        <dd className="dim">{t('overview.salesBefore', { amount: formatMoney(salesBefore) })}</dd>
      </div>
      <div>
        <dt>
          <Link to="/producers" className="link">
            {t('overview.owed')}
          </Link>
        </dt>
        <dd>{formatMoney(owed)}</dd>
        <dd className="dim">{t('overview.owedTo', { count: owedProducers })}</dd>
      </div>
      {debts > 0 && (
        <div>
          <dt>{t('overview.debts')}</dt>
          <dd className="felt">{formatMoney(debts)}</dd>
        </div>
      )}
    </dl>
  )
}

/** The invented association says that it is one, and shows the way out. */
function DemoBar() {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const status = useLedgerStatus()
  const leave = useMutation({
    mutationFn: () => core.ledger.leaveDemo.mutate(),
    onSuccess: () => queries.resetQueries(),
  })
  if (!status?.demo) return null
  return (
    <div className="demo-bar">
      <span>{t('overview.demo')}</span>
      <ActionButton label={t('overview.leaveDemo')} run={() => leave.mutate()} disabled={leave.isPending} />
    </div>
  )
}
