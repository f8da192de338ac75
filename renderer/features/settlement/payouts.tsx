/** Payouts of a settled month: every offer in one table, each amount hers to lower, all paid in one batch. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../../domain/dates.ts'
import { formatMoney } from '../../../domain/format.ts'
import type { PayoutOffer } from '../../../domain/views.ts'
import { monthTitle } from '../../format.ts'
import { useLedgerStatus } from '../../frame/ledger-status.ts'
import { useLanguage } from '../../texts/use-language.ts'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FilterChoice } from '../../ui/list/filter-bar.tsx'
import { Table } from '../../ui/list/table.tsx'
import { useFitting } from '../../ui/list/use-fitting.ts'
import { FactRows, Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { payoutColumns } from './payout-columns.tsx'
import { type PayoutRow, usePayouts } from './use-payouts.ts'

const SPARE = ['paidAfter', 'balance']

interface PayoutsProps {
  readonly month: Month
  readonly offers: readonly PayoutOffer[]
  readonly onDone: () => void
}

export function Payouts({ month, offers, onDone }: PayoutsProps) {
  const { t } = useTranslation()
  const title = monthTitle(month, useLanguage()).toLowerCase()
  const { today = '' } = useLedgerStatus() ?? {}
  const [date, setDate] = useState(today)
  const [at, setAt] = useState(0)
  const { rows, type, pay, total, wrong, payNobody, payAll } = usePayouts(month, offers, onDone)
  const row = rows[at]
  const all = payoutColumns({
    t,
    active: row?.key,
    onType: (producer, text) => type(producer, { text }),
    onNext: () => setAt(Math.min(rows.length - 1, at + 1)),
  })
  const columns = useFitting(all, SPARE)
  useAmountFocus(row?.key)
  const payees = rows.filter(({ amount = 0 }) => amount > 0).length
  return (
    <Screen
      title={t('settlement.payoutsTitle', { month: title })}
      tags={<span className="dim">{t('settlement.pay.payees', { count: payees })}</span>}
      actions={[
        { label: t('settlement.pay.back'), keys: 'Esc', run: onDone },
        { label: t('settlement.pay.none'), run: payNobody },
        { label: t('settlement.pay.all'), run: payAll },
        {
          label: `${t('settlement.pay.go')} ${formatMoney(total)}`,
          keys: 'Ctrl+Enter',
          primary: true,
          disabled: wrong || total === 0 || pay.isPending,
          run: () => pay.mutate(date),
        },
      ]}
      banner={pay.error && <ErrorNotice error={pay.error} />}
      fields={
        <div className="fields">
          <DayField label={t('settlement.pay.date')} day={date} onDay={setDate} />
        </div>
      }
      aside={row && <PayeeAside row={row} onMethod={(method) => type(row.producer.id, { method })} />}
    >
      {rows.length === 0 ? (
        <EmptyState>{t('settlement.pay.nobody')}</EmptyState>
      ) : (
        <Table
          label={t('settlement.payoutsTitle', { month: title })}
          columns={columns}
          rows={rows}
          totals={{ ...sumsOf(rows), amount: total }}
          at={at}
          onSelect={setAt}
        />
      )}
    </Screen>
  )
}

/** A press on a row gives the row the keyboard after the amount has had it: the amount takes it back. */
function useAmountFocus(key: string | undefined): void {
  useEffect(() => {
    if (key === undefined) return
    const frame = requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.pay-input')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [key])
}

const sumsOf = (rows: readonly PayoutRow[]) => ({
  payable: rows.reduce((sum, row) => sum + row.payable, 0),
  paidAfter: rows.reduce((sum, row) => sum + row.paidAfter, 0),
  balance: rows.reduce((sum, row) => sum + row.balance, 0),
})

interface PayeeAsideProps {
  readonly row: PayoutRow
  readonly onMethod: (method: PayoutOffer['method']) => void
}

const METHODS = ['cash', 'bank', 'wallet'] as const

function PayeeAside({ row, onMethod }: PayeeAsideProps) {
  const { t } = useTranslation()
  const { producer, payable, paidAfter, balance, amount = 0, method, details, wrong } = row
  return (
    <>
      <h2>{producer.name}</h2>
      <FactRows
        rows={[
          { label: t('settlement.column.payable'), value: formatMoney(payable) },
          { label: t('settlement.column.paidAfter'), value: formatMoney(-paidAfter) },
          { label: t('settlement.column.balance'), value: formatMoney(balance) },
          { label: t('settlement.column.amount'), value: formatMoney(amount), sum: true },
        ]}
      />
      {wrong !== undefined && (
        <Note tone="felt">
          <p>{wrong}</p>
        </Note>
      )}
      <FilterChoice
        label={t('settlement.column.method')}
        value={method}
        options={METHODS.map((value) => ({ value, label: t(`documents.payment.${value}`) }))}
        onChoose={(chosen) => onMethod(chosen ?? method)}
      />
      {details !== '' && (
        <Note title={t('settlement.pay.details')}>
          <p>{details}</p>
        </Note>
      )}
      <p className="dim">{t('settlement.pay.hint')}</p>
    </>
  )
}
