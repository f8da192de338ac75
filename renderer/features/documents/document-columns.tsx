import type { TFunction } from 'i18next'
import { formatDate, formatMoney } from '../../../domain/format.ts'
import type { DocumentRow } from '../../../domain/views.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

const TONES: Readonly<Record<DocumentRow['status'], Tone>> = {
  draft: 'honey',
  posted: 'leaf',
  reversed: 'plain',
  reversal: 'felt',
}

export function documentColumns(t: TFunction): readonly ListColumn<DocumentRow>[] {
  return [
    {
      key: 'date',
      heading: t('documents.column.date'),
      width: 92,
      figures: true,
      sorts: 'number',
      text: ({ date }) => formatDate(date),
    },
    {
      key: 'number',
      heading: t('documents.column.number'),
      width: 132,
      sorts: 'number',
      text: ({ number, status }) => (number === '' && status === 'draft' ? '—' : number),
    },
    {
      key: 'kind',
      heading: t('documents.column.kind'),
      width: 150,
      sorts: 'text',
      text: ({ kind }) => t(`documents.kind.${kind}`),
    },
    {
      key: 'who',
      heading: t('documents.column.who'),
      width: 78,
      grow: 1,
      sorts: 'text',
      text: ({ who }) => who,
    },
    {
      key: 'location',
      heading: t('documents.column.location'),
      width: 120,
      grow: 1,
      spare: true,
      sorts: 'text',
      text: ({ location }) => location,
      dress: ({ location }) => <span className="dim">{location}</span>,
    },
    {
      key: 'amount',
      heading: t('documents.column.amount'),
      width: 118,
      align: 'right',
      sorts: 'number',
      text: ({ amount }) => formatMoney(amount),
      dress: ({ amount, status }) => (
        <span className={amount < 0 ? 'felt' : status === 'reversed' ? 'dim' : undefined}>
          {formatMoney(amount)}
        </span>
      ),
      total: formatMoney,
    },
    {
      key: 'status',
      heading: t('documents.column.status'),
      width: 100,
      text: ({ status }) => t(`documents.status.${status}`),
      dress: ({ status }) => <Tag tone={TONES[status]}>{t(`documents.status.${status}`)}</Tag>,
    },
  ]
}
