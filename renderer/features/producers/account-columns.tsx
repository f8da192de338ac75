import type { TFunction } from 'i18next'
import { formatDate, formatMoney } from '../../../domain/format.ts'
import type { AccountRow } from '../../../domain/views.ts'
import { moneyOrDash } from '../../format.ts'
import { wordOf } from '../../ui/explain/words.ts'
import type { ListColumn } from '../../ui/list/columns.ts'

/** What the document's own name says already. */
const isOwn = (what: string): boolean => ['sales', 'returns', 'payouts'].includes(what)

export function accountColumns(t: TFunction): readonly ListColumn<AccountRow>[] {
  const money = (key: 'debit' | 'credit'): ListColumn<AccountRow> => ({
    key,
    heading: t(`producers.accountColumn.${key}`),
    width: 106,
    align: 'right',
    text: (row) => moneyOrDash(row[key]),
    total: formatMoney,
  })
  return [
    {
      key: 'date',
      heading: t('producers.accountColumn.date'),
      width: 96,
      text: ({ date }) => formatDate(date),
    },
    { key: 'number', heading: t('producers.accountColumn.number'), width: 132, text: ({ number }) => number },
    {
      key: 'what',
      heading: t('producers.accountColumn.what'),
      width: 120,
      grow: 1,
      text: ({ what, name, kind }) =>
        name !== '' ? name : isOwn(what) ? t(`documents.kind.${kind}`) : wordOf(t, `#${what}`),
    },
    money('debit'),
    money('credit'),
    {
      key: 'balance',
      heading: t('producers.accountColumn.balance'),
      width: 106,
      align: 'right',
      text: ({ balance }) => formatMoney(balance),
      dress: ({ balance }) => (
        <span className={balance < 0 ? 'strong felt' : 'strong'}>{formatMoney(balance)}</span>
      ),
      total: formatMoney,
    },
  ]
}
