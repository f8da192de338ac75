/** The columns of a posted document: only those that say something of it. */
import type { TFunction } from 'i18next'
import { formatMoney } from '../../../domain/format.ts'
import type { PostedLineView } from '../../../domain/views.ts'
import { moneyOrNothing, quantityOf } from '../../format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { commissionText } from './form/grid-columns.ts'
import type { ShownDocument } from './shown-document.ts'

/** One part of a line: a line that took several lots has several. */
export type PostedRow = PostedLineView & { readonly key: string }

interface Column extends ListColumn<PostedRow> {
  readonly shown?: boolean
}

export function postedColumns(t: TFunction, { lines }: ShownDocument): readonly ListColumn<PostedRow>[] {
  const has = (says: (line: PostedLineView) => boolean) => lines.some(says)
  return [...goodsColumns(t, has), ...moneyColumns(t, has)].filter(({ shown }) => shown !== false)
}

type Has = (says: (line: PostedLineView) => boolean) => boolean

function goodsColumns(t: TFunction, has: Has): readonly Column[] {
  return [
    { key: 'line', heading: t('grid.number'), width: 40, text: ({ line }) => String(line) },
    {
      key: 'article',
      heading: t('documents.line.article'),
      width: 72,
      spare: true,
      text: ({ article }) => article,
    },
    {
      key: 'product',
      heading: t('documents.line.product'),
      width: 130,
      grow: 1,
      text: ({ product }) => product,
    },
    {
      key: 'lot',
      heading: t('documents.line.lot'),
      width: 140,
      spare: true,
      text: ({ lot }) => lot,
      shown: has(({ lot }) => lot !== ''),
    },
    {
      key: 'quantity',
      heading: t('documents.line.quantity'),
      width: 92,
      align: 'right',
      text: ({ quantity, unit }) => quantityOf(quantity, unit),
    },
  ]
}

function moneyColumns(t: TFunction, has: Has): readonly Column[] {
  const figure = { align: 'right' as const }
  return [
    {
      ...figure,
      key: 'price',
      heading: t('documents.line.price'),
      width: 80,
      text: ({ price }) => moneyOrNothing(price),
      shown: has(({ price }) => price !== null),
    },
    {
      ...figure,
      key: 'discount',
      heading: t('documents.line.discount'),
      width: 72,
      text: ({ discount }) => (discount === 0 ? '' : formatMoney(discount)),
      shown: has(({ discount }) => discount !== 0),
    },
    {
      ...figure,
      key: 'rate',
      heading: '%',
      width: 64,
      spare: true,
      text: (line) => commissionText(t, line),
      shown: has(({ method }) => method !== null),
    },
    {
      ...figure,
      key: 'commission',
      heading: t('documents.line.commission'),
      width: 88,
      text: ({ commission }) => formatMoney(commission),
      total: formatMoney,
      shown: has(({ commission }) => commission !== 0),
    },
    {
      ...figure,
      key: 'amount',
      heading: t('documents.line.amount'),
      width: 92,
      text: ({ amount }) => formatMoney(amount),
      total: formatMoney,
      shown: has(({ amount }) => amount !== 0),
    },
  ]
}
