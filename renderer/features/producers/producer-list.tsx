/** «Производители»: everybody, with what is owed to each now and why. */
import { useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../domain/format.ts'
import type { ListFilter, ProducerRow } from '../../../domain/views.ts'
import { moneyOrDash } from '../../format.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ExplainPanel } from '../../ui/explain/explain-panel.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import type { ListColumn, ListSource } from '../../ui/list/columns.ts'
import { List } from '../../ui/list/list.tsx'
import { useFitting } from '../../ui/list/use-fitting.ts'
import { FactRows } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { wayOf } from './ways.ts'

const SPARE = ['district', 'payoutMethod']
const FIRST_SORT = { column: 'code', descending: false }

export function ProducerList({ filter }: { readonly filter: ListFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const core = useCore()
  const give = useGivenFile()
  const [selected, setSelected] = useState<ProducerRow>()
  const all = useMemo(() => producerColumns(t), [t])
  const columns = useFitting(all, SPARE)
  const source = useMemo(
    (): ListSource<ProducerRow> => ({
      key: [['producers', 'list']],
      load: (query, signal) => core.producers.list.query(query, { signal }),
    }),
    [core],
  )
  return (
    <Screen title={t('producers.title')} aside={selected && <ProducerAside row={selected} />}>
      <List
        label={t('producers.title')}
        columns={columns}
        source={source}
        filter={filter}
        onFilter={(search) => void navigate({ to: '/producers', search, replace: true })}
        firstSort={FIRST_SORT}
        onSelect={setSelected}
        onOpen={({ id }) => void navigate({ to: '/producers/$id', params: { id } })}
        onExcel={({ filter: { kinds: _, ...plain }, sort, columns: shown }) =>
          give(() =>
            core.exports.list.mutate({
              list: 'producers',
              title: t('producers.title'),
              filter: plain,
              sort,
              columns: [...shown],
            }),
          )
        }
        empty={<EmptyState>{t('producers.empty')}</EmptyState>}
      />
    </Screen>
  )
}

function producerColumns(t: TFunction): readonly ListColumn<ProducerRow>[] {
  const text = (
    key: 'code' | 'name' | 'village' | 'district' | 'phone',
    width: number,
    grow?: number,
  ): ListColumn<ProducerRow> => ({
    key,
    heading: t(`producers.column.${key}`),
    width,
    ...(grow !== undefined && { grow }),
    sorts: 'text',
    text: (row) => row[key],
    ...(key !== 'name' && { dress: (row) => <span className="dim">{row[key]}</span> }),
  })
  return [
    text('code', 90),
    text('name', 180, 2),
    text('village', 110, 1),
    text('district', 110, 1),
    text('phone', 148),
    {
      key: 'payoutMethod',
      heading: t('producers.column.payoutMethod'),
      width: 90,
      sorts: 'text',
      text: ({ payoutMethod }) => wayOf(t, payoutMethod),
    },
    {
      key: 'balance',
      heading: t('producers.column.balance'),
      width: 126,
      align: 'right',
      sorts: 'number',
      text: ({ balance }) => moneyOrDash(balance),
      dress: ({ balance }) => (
        <span className={balance < 0 ? 'strong felt' : 'strong'}>{moneyOrDash(balance)}</span>
      ),
      total: formatMoney,
    },
  ]
}

function ProducerAside({ row }: { readonly row: ProducerRow }) {
  const { t } = useTranslation()
  const { id, name, village, phone, balance } = row
  const facts = [
    { label: t('producers.column.village'), value: village },
    { label: t('producers.column.phone'), value: phone },
  ].filter(({ value }) => value !== '')
  return (
    <ExplainPanel figure={{ kind: 'balance', producer: id }}>
      <h2>{name}</h2>
      <FactRows
        rows={[
          ...facts,
          {
            label: t('producers.column.balance'),
            value: formatMoney(balance),
            ...(balance < 0 && { tone: 'felt' as const }),
            sum: true,
          },
        ]}
      />
    </ExplainPanel>
  )
}
