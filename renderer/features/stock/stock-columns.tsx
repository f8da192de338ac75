import type { TFunction } from 'i18next'
import { formatDate, formatMoney } from '../../../domain/format.ts'
import type { StockListRow } from '../../../domain/views.ts'
import { moneyOrNothing, quantityOf } from '../../format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'

export function stockColumns(t: TFunction, today: string): readonly ListColumn<StockListRow>[] {
  const head = (key: 'location' | 'producer' | 'article' | 'product') => t(`stock.column.${key}`)
  return [
    {
      key: 'location',
      heading: head('location'),
      width: 110,
      grow: 1,
      sorts: 'text',
      text: ({ location }) => location,
      dress: ({ location }) => <span className="dim">{location}</span>,
    },
    { key: 'article', heading: head('article'), width: 84, sorts: 'text', text: ({ article }) => article },
    {
      key: 'product',
      heading: head('product'),
      width: 150,
      grow: 3,
      sorts: 'text',
      text: ({ product }) => product,
    },
    {
      key: 'producer',
      heading: head('producer'),
      width: 110,
      grow: 1,
      sorts: 'text',
      text: ({ producer }) => producer,
      dress: ({ producer }) => <span className="dim">{producer}</span>,
    },
    expiry(t, today),
    {
      key: 'quantity',
      heading: t('stock.column.quantity'),
      width: 84,
      align: 'right',
      sorts: 'number',
      text: ({ quantity, unit }) => quantityOf(quantity, unit),
      dress: ({ quantity, unit }) => (
        <span className={quantity < 0 ? 'strong felt' : 'strong'}>{quantityOf(quantity, unit)}</span>
      ),
    },
    {
      key: 'price',
      heading: t('stock.column.price'),
      width: 80,
      align: 'right',
      sorts: 'number',
      text: ({ price }) => moneyOrNothing(price),
    },
    {
      key: 'value',
      heading: t('stock.column.value'),
      width: 134,
      align: 'right',
      sorts: 'number',
      text: ({ value }) => formatMoney(value),
      total: formatMoney,
    },
  ]
}

const expiry = (t: TFunction, today: string): ListColumn<StockListRow> => ({
  key: 'expires',
  heading: t('stock.column.expires'),
  width: 88,
  sorts: 'text',
  text: ({ expires }) => formatDate(expires),
  dress: ({ expires }) => (
    <span className={expires !== '' && expires < today ? 'felt' : undefined}>{formatDate(expires)}</span>
  ),
})
