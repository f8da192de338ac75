/** The right side of the form: the line she is in, explained — its remarks, its product, its lots, its producer. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDate, formatMoney } from '../../../../domain/format.ts'
import type { CheckedLine, ProductFacts } from '../../../../domain/views.ts'
import { dayAndMonth, quantityOf } from '../../../format.ts'
import { useRpc } from '../../../rpc/rpc.tsx'
import { useLanguage } from '../../../texts/use-language.ts'
import { FactRows, Note } from '../../../ui/note.tsx'
import { TermsLine } from '../terms-line.tsx'
import type { Asking } from './asking.ts'
import { cellOf, type LineCells } from './cells.ts'
import { ProducerNote } from './producer-note.tsx'

interface LineAsideProps {
  readonly line: LineCells | undefined
  /** From 1. */
  readonly row: number
  /** Whether the lines are of goods. */
  readonly goods: boolean
  readonly asking: Asking
  readonly wrong: readonly string[]
  readonly warnings: readonly string[]
  readonly checked: CheckedLine | undefined
}

export function LineAside({ line, row, goods, asking, wrong, warnings, checked }: LineAsideProps) {
  const { t } = useTranslation()
  const product = line && cellOf(line.cells, 'product').product
  const producer = line && cellOf(line.cells, 'producer').value
  return (
    <>
      <h2>{t('documents.aside.line', { row })}</h2>
      {wrong.map((text) => (
        <Note key={text} tone="felt">
          {text}
        </Note>
      ))}
      {warnings.map((text) => (
        <Note key={text} tone="honey">
          {text}
        </Note>
      ))}
      {product && <ProductNote product={product.id} asking={asking} checked={checked} />}
      {typeof producer === 'number' && <ProducerNote id={producer} />}
      {!product && producer === undefined && wrong.length === 0 && (
        <p className="dim">{t(goods ? 'documents.aside.emptyLine' : 'documents.aside.emptyCell')}</p>
      )}
      <p className="dim aside-keys">{t('documents.aside.keys')}</p>
    </>
  )
}

interface ProductNoteProps {
  readonly product: number
  readonly asking: Asking
  readonly checked: CheckedLine | undefined
}

function ProductNote({ product, asking: { day, location }, checked }: ProductNoteProps) {
  const rpc = useRpc()
  const { data: facts } = useQuery(
    rpc.products.facts.queryOptions(
      { product, location: location ?? null, day },
      { placeholderData: (before) => before },
    ),
  )
  if (!facts) return null
  return (
    <>
      <Note title={facts.name}>
        <PriceFacts facts={facts} />
        <StockFacts facts={facts} />
      </Note>
      <LotFacts facts={facts} checked={checked} />
      <OwnerNote facts={facts} />
    </>
  )
}

function PriceFacts({ facts }: { readonly facts: ProductFacts }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { price, priceSince, priceBefore } = facts
  if (price === null) return <p>{t('documents.aside.noPrice')}</p>
  const shown = formatMoney(price)
  return (
    <p>
      {priceSince === ''
        ? t('documents.aside.price', { price: shown })
        : t('documents.aside.priceSince', { date: dayAndMonth(priceSince, language), price: shown })}
      {priceBefore !== null && (
        <span className="dim">
          {' '}
          ({t('documents.aside.priceBefore', { price: formatMoney(priceBefore) })})
        </span>
      )}
    </p>
  )
}

function StockFacts({ facts: { stockByPlace, unit, soldLastMonth } }: { readonly facts: ProductFacts }) {
  const { t } = useTranslation()
  const rows = [
    ...stockByPlace.map(({ location, quantity }) => ({ label: location, value: quantityOf(quantity, unit) })),
    ...(soldLastMonth === 0
      ? []
      : [{ label: t('documents.aside.soldLabel'), value: quantityOf(soldLastMonth, unit) }]),
  ]
  if (stockByPlace.length === 0) rows.unshift({ label: t('documents.aside.noStock'), value: '' })
  return <FactRows rows={rows} />
}

/** Which lots the line takes; before it can be told, which there are. */
function LotFacts({
  facts: { lots, unit },
  checked,
}: {
  readonly facts: ProductFacts
  readonly checked: CheckedLine | undefined
}) {
  const { t } = useTranslation()
  const taken = checked?.lots ?? []
  if (taken.length > 0) {
    return (
      <Note title={t('documents.aside.leaves')}>
        <FactRows
          rows={taken.map(({ name, quantity }) => ({ label: name, value: quantityOf(quantity, unit) }))}
        />
      </Note>
    )
  }
  if (lots.length === 0) return null
  return (
    <Note title={t('documents.aside.lots')}>
      <FactRows
        rows={lots.slice(0, 6).map(({ name, expires, available }) => ({
          label:
            expires === ''
              ? name
              : `${name} · ${t('documents.aside.expires', { date: formatDate(expires) })}`,
          value: quantityOf(available, unit),
        }))}
      />
    </Note>
  )
}

function OwnerNote({ facts: { producer, producerBalance, terms } }: { readonly facts: ProductFacts }) {
  const { t } = useTranslation()
  if (!producer) return null
  return (
    <Note title={producer.name}>
      <p className={producerBalance < 0 ? 'felt' : undefined}>
        {producerBalance === 0
          ? t('documents.aside.even')
          : t(producerBalance > 0 ? 'documents.aside.owed' : 'documents.aside.debt', {
              amount: formatMoney(Math.abs(producerBalance)),
            })}
      </p>
      {terms && <TermsLine terms={terms} />}
    </Note>
  )
}
