/** «Остатки»: what stands where, now or at the end of any past day; a quantity opens to its moves and their documents. */
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../domain/format.ts'
import type { ListFilter, StockListRow } from '../../../domain/views.ts'
import { quantityOf } from '../../format.ts'
import { useLedgerStatus } from '../../frame/ledger-status.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ExplainPanel } from '../../ui/explain/explain-panel.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import type { ListSource } from '../../ui/list/columns.ts'
import type { Chip } from '../../ui/list/filter-bar.tsx'
import { List } from '../../ui/list/list.tsx'
import { useFitting } from '../../ui/list/use-fitting.ts'
import { FactRows } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { stockColumns } from './stock-columns.tsx'

const SPARE = ['producer', 'price']
const FIRST_SORT = { column: '', descending: false }

export function StockScreen({ filter }: { readonly filter: ListFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const core = useCore()
  const give = useGivenFile()
  const { today = '' } = useLedgerStatus() ?? {}
  const { to: date = today, ...rest } = filter
  const [selected, setSelected] = useState<StockListRow>()
  const all = useMemo(() => stockColumns(t, today), [t, today])
  const columns = useFitting(all, SPARE)
  const source = useMemo(
    (): ListSource<StockListRow> => ({
      key: [['stock', 'list'], date],
      load: (query, signal) => core.stock.list.query({ ...query, date }, { signal }),
    }),
    [core, date],
  )
  const show = (search: ListFilter) => void navigate({ to: '/stock', search, replace: true })
  const past = date === today ? {} : { to: date }
  return (
    <Screen
      title={t('stock.title')}
      tags={
        <span className="dim">
          {date === today ? t('stock.now') : `${t('stock.day').toLowerCase()} ${formatDate(date)}`}
        </span>
      }
      actions={date === today ? [] : [{ label: t('stock.today'), run: () => show(rest) }]}
      aside={selected && <StockAside row={selected} date={date} />}
    >
      <List
        label={t('stock.title')}
        columns={columns}
        source={source}
        filter={rest}
        onFilter={(next) => show({ ...next, ...past })}
        firstSort={FIRST_SORT}
        chips={useChips(rest, (next) => show({ ...next, ...past }))}
        choices={
          <DayField
            label={t('stock.day')}
            day={date}
            onDay={(day) => show(day >= today ? rest : { ...rest, to: day })}
          />
        }
        onSelect={setSelected}
        onOpen={() => document.querySelector<HTMLElement>('.explain [data-figure]')?.focus()}
        onExcel={({ filter: { kinds: _, ...plain }, sort, columns: shown }) =>
          give(() =>
            core.exports.list.mutate({
              list: 'stock',
              title: t('stock.title'),
              filter: plain,
              sort,
              columns: [...shown],
              date,
            }),
          )
        }
        empty={<EmptyState>{t('stock.empty')}</EmptyState>}
      />
    </Screen>
  )
}

function useChips(filter: ListFilter, onFilter: (filter: ListFilter) => void): readonly Chip[] {
  const { t } = useTranslation()
  const labels = {
    product: t('stock.oneProduct'),
    producer: t('stock.oneProducer'),
    location: t('stock.onePlace'),
    lot: t('stock.oneLot'),
  }
  return (['product', 'producer', 'location', 'lot'] as const)
    .filter((key) => filter[key] !== undefined)
    .map((key) => ({
      key,
      label: labels[key],
      onRemove: () => onFilter({ ...filter, [key]: undefined }),
    }))
}

function StockAside({ row, date }: { readonly row: StockListRow; readonly date: string }) {
  const { t } = useTranslation()
  const { product, location, locationId, productId, lot, lotId, producer, quantity, unit, received } = row
  return (
    <ExplainPanel figure={{ kind: 'stock', location: locationId, product: productId, lot: lotId, date }}>
      <h2>{product}</h2>
      <FactRows
        rows={[
          { label: t('stock.column.location'), value: location },
          { label: t('stock.column.producer'), value: producer },
          { label: t('stock.column.lot'), value: lot },
          { label: t('documents.line.received'), value: formatDate(received) },
          { label: t('stock.column.quantity'), value: quantityOf(quantity, unit), sum: true },
        ]}
      />
    </ExplainPanel>
  )
}
