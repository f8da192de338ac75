/** The right side of a posted document: the line she stands on worked out, then the document itself. */
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../domain/format.ts'
import { formatMoment } from '../../../domain/messages/moment.ts'
import type { PostedLineView } from '../../../domain/views.ts'
import { quantityOf } from '../../format.ts'
import { ExplainPanel } from '../../ui/explain/explain-panel.tsx'
import { type FactRow, FactRows, Note } from '../../ui/note.tsx'
import type { ShownDocument } from './shown-document.ts'

interface PostedAsideProps {
  readonly document: ShownDocument
  readonly line: PostedLineView | undefined
}

export function PostedAside({ document, line }: PostedAsideProps) {
  return (
    <>
      {line && <LineNote document={document.id} line={line} />}
      <DocumentNote document={document} />
    </>
  )
}

/** What the line is; where it made a commission, F7 tells how. */
function LineNote({ document, line }: { readonly document: number; readonly line: PostedLineView }) {
  const { t } = useTranslation()
  const about = (
    <>
      <h2>{t('documents.aside.line', { row: line.line })}</h2>
      <Note title={line.product}>
        {line.lot !== '' && <p className="dim">{line.lot}</p>}
        <FactRows rows={amountRows(t, line)} />
      </Note>
    </>
  )
  if (line.method === null) return about
  return (
    <ExplainPanel figure={{ kind: 'document_line', document, line: line.line, part: line.part }}>
      {about}
    </ExplainPanel>
  )
}

/** Quantity times price, less the discount; of goods that only moved, how many. */
function amountRows(t: TFunction, { quantity, unit, price, discount, amount }: PostedLineView): FactRow[] {
  if (price === null) return [{ label: t('documents.line.quantity'), value: quantityOf(quantity, unit) }]
  const rows: FactRow[] = [
    { label: `${quantityOf(quantity, unit)} × ${formatMoney(price)}`, value: formatMoney(amount + discount) },
  ]
  if (discount !== 0)
    rows.push({ label: t('documents.line.discount'), value: formatMoney(-discount), tone: 'felt' })
  return [...rows, { label: t('documents.line.amount'), value: formatMoney(amount), sum: true }]
}

function DocumentNote({ document }: { readonly document: ShownDocument }) {
  const { t } = useTranslation()
  const { user, moment, seal, origin, reverses, reversedBy, amount } = document
  const facts = [
    { label: t('documents.aside.user'), value: user },
    { label: t('documents.aside.moment'), value: moment === '' ? '' : formatMoment(moment) },
    { label: t('documents.aside.seal'), value: seal },
    { label: t('documents.aside.origin'), value: origin },
  ].filter(({ value }) => value !== '')
  return (
    <Note title={t('documents.aside.document')}>
      <FactRows
        rows={[...facts, { label: t('documents.line.amount'), value: formatMoney(amount), sum: true }]}
      />
      {reverses && <Other label={t('documents.aside.reverses')} {...reverses} />}
      {reversedBy && <Other label={t('documents.aside.reversedBy')} {...reversedBy} />}
    </Note>
  )
}

function Other({
  label,
  id,
  number,
}: {
  readonly label: string
  readonly id: number
  readonly number: string
}) {
  return (
    <p>
      {label}:{' '}
      <Link to="/documents/$id" params={{ id }} className="link">
        {number}
      </Link>
    </p>
  )
}
