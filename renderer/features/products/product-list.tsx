/** «Товары»: the catalogue with the price and the stock of now. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../domain/format.ts'
import type { ListFilter, ProductRow } from '../../../domain/views.ts'
import { moneyOrNothing, quantityOf } from '../../format.ts'
import { useLedgerStatus } from '../../frame/ledger-status.ts'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ExplainPanel } from '../../ui/explain/explain-panel.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import type { ListColumn, ListSource } from '../../ui/list/columns.ts'
import { List } from '../../ui/list/list.tsx'
import { useFitting } from '../../ui/list/use-fitting.ts'
import { FactRows } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'

const SPARE = ['category', 'barcode']
const FIRST_SORT = { column: 'article', descending: false }

export function ProductList({ filter }: { readonly filter: ListFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const core = useCore()
  const give = useGivenFile()
  const [selected, setSelected] = useState<ProductRow>()
  const all = useMemo(() => productColumns(t), [t])
  const columns = useFitting(all, SPARE)
  const source = useMemo(
    (): ListSource<ProductRow> => ({
      key: [['products', 'list']],
      load: (query, signal) => core.products.list.query(query, { signal }),
    }),
    [core],
  )
  return (
    <Screen title={t('products.title')} aside={selected && <ProductAside row={selected} />}>
      <List
        label={t('products.title')}
        columns={columns}
        source={source}
        filter={filter}
        onFilter={(search) => void navigate({ to: '/products', search, replace: true })}
        firstSort={FIRST_SORT}
        onSelect={setSelected}
        onOpen={({ id }) => void navigate({ to: '/stock', search: { product: id } })}
        onExcel={({ filter: { kinds: _, ...plain }, sort, columns: shown }) =>
          give(() =>
            core.exports.list.mutate({
              list: 'products',
              title: t('products.title'),
              filter: plain,
              sort,
              columns: [...shown],
            }),
          )
        }
        empty={<EmptyState>{t('products.empty')}</EmptyState>}
      />
    </Screen>
  )
}

function productColumns(t: TFunction): readonly ListColumn<ProductRow>[] {
  const text = (
    key: 'article' | 'name' | 'producer' | 'category' | 'barcode',
    width: number,
    grow?: number,
  ): ListColumn<ProductRow> => ({
    key,
    heading: t(`products.column.${key}`),
    width,
    ...(grow !== undefined && { grow }),
    sorts: 'text',
    text: (row) => row[key],
    ...(key !== 'name' && { dress: (row) => <span className="dim">{row[key]}</span> }),
  })
  return [
    text('article', 92),
    text('name', 180, 3),
    text('producer', 130, 2),
    text('category', 100, 1),
    text('barcode', 134),
    {
      key: 'price',
      heading: t('products.column.price'),
      width: 92,
      align: 'right',
      sorts: 'number',
      text: ({ price }) => moneyOrNothing(price),
    },
    {
      key: 'stock',
      heading: t('products.column.stock'),
      width: 100,
      align: 'right',
      sorts: 'number',
      text: ({ stock, unit }) => quantityOf(stock, unit),
    },
  ]
}

function ProductAside({ row: { id, name, unit } }: { readonly row: ProductRow }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { today = '' } = useLedgerStatus() ?? {}
  const { data } = useQuery(rpc.products.facts.queryOptions({ product: id, location: null, day: today }))
  return (
    <ExplainPanel figure={{ kind: 'stock', location: null, product: id, date: today }}>
      <h2>{name}</h2>
      {data && (
        <FactRows
          rows={[
            {
              label:
                data.priceSince === ''
                  ? t('products.price')
                  : `${t('products.price')}, ${t('explain.since', { date: formatDate(data.priceSince) })}`,
              value: moneyOrNothing(data.price),
            },
            { label: t('products.sold'), value: quantityOf(data.soldLastMonth, unit) },
            ...data.stockByPlace.map(({ location, quantity }) => ({
              label: location,
              value: quantityOf(quantity, unit),
            })),
          ]}
        />
      )}
    </ExplainPanel>
  )
}
