import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../domain/format.ts'
import { useRpc } from '../../../rpc/rpc.tsx'
import { Note } from '../../../ui/note.tsx'

/** A producer in a line: where from, and how the two stand. */
export function ProducerNote({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { data } = useQuery(
    rpc.producers.list.queryOptions({
      filter: { producer: id },
      sort: { column: 'code', descending: false },
      page: { offset: 0, limit: 1 },
    }),
  )
  const producer = data?.rows[0]
  if (!producer) return null
  const { name, village, balance } = producer
  const amount = formatMoney(Math.abs(balance))
  return (
    <Note title={village === '' || name.includes(village) ? name : `${name}, ${village}`}>
      <p className={balance < 0 ? 'felt' : undefined}>
        {balance === 0
          ? t('documents.aside.even')
          : t(balance > 0 ? 'documents.aside.owed' : 'documents.aside.debt', { amount })}
      </p>
    </Note>
  )
}
