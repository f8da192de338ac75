/** The right side of a posted document: the line she stands on worked out, then the document itself. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../domain/format.ts'
import { formatMoment } from '../../../domain/messages/moment.ts'
import type { PostedLineView } from '../../../domain/views.ts'
import { quantityOf } from '../../format.ts'
import { FactRows, Note } from '../../ui/note.tsx'
import { commissionText } from './form/grid-columns.ts'
import type { ShownDocument } from './shown-document.ts'

interface PostedAsideProps {
  readonly document: ShownDocument
  readonly line: PostedLineView | undefined
}

export function PostedAside({ document, line }: PostedAsideProps) {
  return (
    <>
      {line && <LineNote line={line} />}
      <DocumentNote document={document} />
    </>
  )
}

function LineNote({ line }: { readonly line: PostedLineView }) {
  const { t } = useTranslation()
  const { product, quantity, unit, price, discount, amount, method, commission, partner, lot } = line
  const made =
    price === null ? quantityOf(quantity, unit) : `${quantityOf(quantity, unit)} × ${formatMoney(price)}`
  return (
    <>
      <h2>{t('documents.aside.line', { row: line.line })}</h2>
      <Note title={product}>
        {lot !== '' && <p className="dim">{lot}</p>}
        <FactRows
          rows={[
            { label: made, value: formatMoney(amount + discount) },
            ...(discount === 0
              ? []
              : [
                  {
                    label: t('documents.line.discount'),
                    value: formatMoney(-discount),
                    tone: 'felt' as const,
                  },
                ]),
            { label: t('documents.line.amount'), value: formatMoney(amount), sum: true },
          ]}
        />
      </Note>
      {method !== null && (
        <Note title={t('documents.aside.why', { amount: formatMoney(commission) })}>
          <p>
            {commissionText(t, line)} {t(`documents.method.${method}`)}
          </p>
          <FactRows
            rows={[
              { label: t('documents.aside.commission'), value: formatMoney(commission) },
              ...(partner === 0
                ? []
                : [{ label: t('documents.aside.partnerShare'), value: formatMoney(partner) }]),
              {
                label: t('documents.aside.producerShare'),
                value: formatMoney(amount - commission),
                sum: true,
              },
            ]}
          />
          <p className="dim">{t('documents.aside.rounded')}</p>
        </Note>
      )}
    </>
  )
}

function DocumentNote({ document }: { readonly document: ShownDocument }) {
  const { t } = useTranslation()
  const { user, moment, seal, origin, reverses, reversedBy } = document
  const facts = [
    { label: t('documents.aside.user'), value: user },
    { label: t('documents.aside.moment'), value: moment === '' ? '' : formatMoment(moment) },
    { label: t('documents.aside.seal'), value: seal },
    { label: t('documents.aside.origin'), value: origin },
  ].filter(({ value }) => value !== '')
  return (
    <Note title={t('documents.aside.document')}>
      <FactRows rows={facts} />
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
