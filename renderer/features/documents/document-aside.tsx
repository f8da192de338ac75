/** The document she stands on in the list: what is in it, without opening it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDate, formatMoney } from '../../../domain/format.ts'
import type { DocumentRow } from '../../../domain/views.ts'
import { quantityOf } from '../../format.ts'
import { useRpc } from '../../rpc/rpc.tsx'
import { FactRows, Note } from '../../ui/note.tsx'
import type { ShownDocument } from './shown-document.ts'

export function DocumentAside({ row }: { readonly row: DocumentRow | undefined }) {
  const { t } = useTranslation()
  if (!row) return null
  const facts = [
    { label: t('documents.column.date'), value: formatDate(row.date) },
    { label: t('documents.column.who'), value: row.who },
    { label: t('documents.column.location'), value: row.location },
    { label: t('documents.column.paperNumber'), value: row.paperNumber },
    { label: t('documents.column.note'), value: row.note },
  ].filter(({ value }) => value !== '')
  return (
    <>
      <h2>
        {row.number === ''
          ? t(`documents.kind.${row.kind}`)
          : `${t(`documents.kind.${row.kind}`)} ${row.number}`}
      </h2>
      <FactRows
        rows={[...facts, { label: t('documents.column.amount'), value: formatMoney(row.amount), sum: true }]}
      />
      {row.id !== null && <PostedLines id={row.id} />}
    </>
  )
}

const MOST_LINES = 12

function PostedLines({ id }: { readonly id: number }) {
  const rpc = useRpc()
  const { t } = useTranslation()
  const { data } = useQuery(rpc.documents.get.queryOptions({ id }))
  const lines = data ? wholeLines(data) : []
  if (lines.length === 0) return null
  return (
    <Note title={t('documents.summary', { count: lines.length })}>
      <FactRows
        rows={lines.slice(0, MOST_LINES).map(({ line, product, quantity, unit }) => ({
          label: `${line}. ${product}`,
          value: quantityOf(quantity, unit),
        }))}
      />
      {lines.length > MOST_LINES && <p className="dim">…</p>}
    </Note>
  )
}

/** One of each line of the paper: a line that took several lots has several parts. */
function wholeLines({ lines }: ShownDocument) {
  const whole = new Map<number, ShownDocument['lines'][number]>()
  for (const line of lines) {
    const before = whole.get(line.line)
    whole.set(line.line, before ? { ...before, quantity: before.quantity + line.quantity } : line)
  }
  return [...whole.values()]
}
