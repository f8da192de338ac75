import type { TFunction } from 'i18next'
import { formatMoney } from '../../../domain/format.ts'
import { moneyOrDash } from '../../format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import type { PayoutRow } from './use-payouts.ts'

interface PayoutColumns {
  readonly t: TFunction
  /** The row whose amount is a field now. */
  readonly active: string | undefined
  readonly onType: (producer: number, text: string) => void
  readonly onNext: () => void
}

export function payoutColumns({
  t,
  active,
  onType,
  onNext,
}: PayoutColumns): readonly ListColumn<PayoutRow>[] {
  const money = (key: 'payable' | 'paidAfter' | 'balance'): ListColumn<PayoutRow> => ({
    key,
    heading: t(`settlement.column.${key}`),
    width: 124,
    align: 'right',
    text: (row) => moneyOrDash(row[key]),
    total: formatMoney,
  })
  return [
    { key: 'code', heading: t('settlement.column.code'), width: 64, text: ({ producer }) => producer.code },
    {
      key: 'producer',
      heading: t('settlement.column.producer'),
      width: 160,
      grow: 1,
      text: ({ producer }) => producer.name,
    },
    money('payable'),
    money('paidAfter'),
    money('balance'),
    {
      key: 'method',
      heading: t('settlement.column.method'),
      width: 96,
      text: ({ method }) => t(`documents.payment.${method}`),
    },
    {
      key: 'amount',
      heading: t('settlement.column.amount'),
      width: 150,
      align: 'right',
      text: ({ text }) => text,
      dress: (row) =>
        row.key === active ? (
          <AmountInput
            row={row}
            label={t('settlement.column.amount')}
            onText={(text) => onType(row.producer.id, text)}
            onNext={onNext}
          />
        ) : (
          <span className={row.wrong === undefined ? 'strong' : 'strong felt'}>
            {row.amount === undefined ? row.text : moneyOrDash(row.amount)}
          </span>
        ),
      total: formatMoney,
    },
  ]
}

interface AmountInputProps {
  readonly row: PayoutRow
  readonly label: string
  readonly onText: (text: string) => void
  readonly onNext: () => void
}

function AmountInput({ row, label, onText, onNext }: AmountInputProps) {
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the field is where she stands; arrows move it from row to row.
      autoFocus
      className="pay-input"
      inputMode="decimal"
      aria-label={`${label}: ${row.producer.name}`}
      aria-invalid={row.wrong !== undefined}
      title={row.wrong}
      value={row.text}
      onChange={(event) => onText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        // Within the text these are the field's own; the rest moves over the rows.
        if (event.key === 'Home' || event.key === 'End') event.stopPropagation()
        if (event.key !== 'Enter' || event.ctrlKey) return
        event.preventDefault()
        event.stopPropagation()
        onNext()
      }}
    />
  )
}
