/** A producer's account: every move of the days she asks about, with the balance after it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, type CivilDate, firstDay, monthOf } from '../../../domain/dates.ts'
import { formatDate, formatMoney } from '../../../domain/format.ts'
import type { AccountRow, ListPage } from '../../../domain/views.ts'
import { useLedgerStatus } from '../../frame/ledger-status.ts'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ExplainPanel } from '../../ui/explain/explain-panel.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import { Table } from '../../ui/list/table.tsx'
import { FactRows } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { accountColumns } from './account-columns.tsx'
import './account.css'

const MOST_ROWS = 500

export function AccountScreen({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const core = useCore()
  const give = useGivenFile()
  const { today = '' } = useLedgerStatus() ?? {}
  const [from, setFrom] = useState<CivilDate>(() => firstDay(addMonths(monthOf(today), -2)))
  const [to, setTo] = useState<CivilDate>(today)
  const name = useProducerName(id)
  const { account, error } = useAccount(id, from, to)
  if (error) return <ErrorNotice error={error} />
  return (
    <Screen
      title={t('producers.accountTitle', { name })}
      actions={[
        {
          label: t('producers.stock'),
          run: () => void navigate({ to: '/stock', search: { producer: id } }),
        },
        {
          label: t('producers.statement'),
          keys: 'Ctrl+E',
          primary: true,
          run: () => give(() => core.exports.statement.mutate({ producer: id, from, to })),
        },
      ]}
      fields={
        <div className="fields">
          <DayField label={t('producers.from')} day={from} onDay={setFrom} />
          <DayField label={t('producers.to')} day={to} onDay={setTo} />
        </div>
      }
      aside={
        <ExplainPanel figure={{ kind: 'balance', producer: id }}>
          <h2>{name}</h2>
          {account && <Sums account={account} from={from} to={to} />}
        </ExplainPanel>
      }
    >
      {account && <Moves account={account} />}
    </Screen>
  )
}

function useProducerName(id: number): string {
  const rpc = useRpc()
  const { data } = useQuery(
    rpc.producers.list.queryOptions({
      filter: { producer: id },
      sort: { column: 'code', descending: false },
      page: { offset: 0, limit: 1 },
    }),
  )
  return data?.rows[0]?.name ?? ''
}

/** The newest moves of the days, as many as one looks through. */
function useAccount(producer: number, from: CivilDate, to: CivilDate) {
  const rpc = useRpc()
  const ask = (offset: number) =>
    rpc.producers.account.queryOptions({ producer, from, to, page: { offset, limit: MOST_ROWS } })
  const first = useQuery({ ...ask(0), placeholderData: keepPreviousData })
  const total = first.data?.total ?? 0
  const many = total > MOST_ROWS
  const last = useQuery({ ...ask(Math.max(0, total - MOST_ROWS)), enabled: many })
  return { account: many ? last.data : first.data, error: first.error ?? last.error }
}

function Moves({ account: { rows, total, totals } }: { readonly account: ListPage<AccountRow> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(0)
  const columns = useMemo(() => accountColumns(t), [t])
  if (rows.length === 0) return <EmptyState>{t('producers.noMoves')}</EmptyState>
  return (
    <>
      <Table
        label={t('producers.accountTitle', { name: '' })}
        columns={columns}
        rows={rows}
        totals={{ ...totals, balance: totals['closing'] ?? 0 }}
        at={Math.min(chosen, rows.length - 1)}
        onSelect={setChosen}
        onOpen={({ document }) => void navigate({ to: '/documents/$id', params: { id: document } })}
      />
      {total > rows.length && <p className="account-cut">{t('producers.newest', { count: rows.length })}</p>}
    </>
  )
}

interface SumsProps {
  readonly account: ListPage<AccountRow>
  readonly from: CivilDate
  readonly to: CivilDate
}

function Sums({ account: { totals }, from, to }: SumsProps) {
  const { t } = useTranslation()
  const sum = (key: string) => formatMoney(totals[key] ?? 0)
  return (
    <FactRows
      rows={[
        { label: t('producers.opening', { date: formatDate(from) }), value: sum('opening') },
        { label: t('producers.accountColumn.credit'), value: sum('credit') },
        { label: t('producers.accountColumn.debit'), value: sum('debit') },
        { label: t('producers.opening', { date: formatDate(to) }), value: sum('closing'), sum: true },
      ]}
    />
  )
}
