import type { TFunction } from 'i18next'
import { formatMoney } from '../../../domain/format.ts'
import type { SettlementRow, SettlementView, SettleQuestion } from '../../../domain/views.ts'
import { moneyOrDash } from '../../format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

export type Figure = keyof SettlementView['totals']
type Shown = 'opening' | 'sales' | 'commission' | 'withheld' | 'payouts' | 'payable'

const TONES: Readonly<Partial<Record<SettleQuestion, Tone>>> = {
  negative_balance: 'felt',
  double_import: 'felt',
}

export function settlementColumns(
  t: TFunction,
  onFigure: (figure: Shown) => void,
): readonly ListColumn<SettlementRow>[] {
  const money = (key: Shown, width: number): ListColumn<SettlementRow> => ({
    key,
    heading: t(`settlement.column.${key}`),
    width,
    align: 'right',
    text: (row) => moneyOrDash(row[key]),
    dress: (row) => (
      <button type="button" tabIndex={-1} className={figureClass(key, row[key])} onClick={() => onFigure(key)}>
        {moneyOrDash(row[key])}
      </button>
    ),
    total: formatMoney,
  })
  return [
    {
      key: 'code',
      heading: t('settlement.column.code'),
      width: 56,
      text: ({ producer }) => producer.code,
      dress: ({ producer }) => <span className="dim">{producer.code}</span>,
    },
    {
      key: 'producer',
      heading: t('settlement.column.producer'),
      width: 150,
      grow: 3,
      text: ({ producer }) => producer.name,
    },
    {
      key: 'village',
      heading: t('settlement.column.village'),
      width: 70,
      grow: 1,
      text: ({ village }) => village,
      dress: ({ village }) => <span className="dim">{village}</span>,
    },
    money('opening', 90),
    money('sales', 92),
    money('commission', 86),
    money('withheld', 84),
    money('payouts', 86),
    money('payable', 92),
    {
      key: 'questions',
      heading: '',
      width: 74,
      text: ({ questions }) => questions.map((question) => t(`settlement.question.${question}`)).join(', '),
      dress: ({ questions }) => <Marks questions={questions} t={t} />,
    },
  ]
}

function figureClass(key: Shown, amount: number): string {
  return ['cell-figure', ...(key === 'payable' ? ['strong'] : []), ...(amount < 0 ? ['felt'] : [])].join(' ')
}

function Marks({ questions, t }: { readonly questions: readonly SettleQuestion[]; readonly t: TFunction }) {
  const [first] = questions
  if (!first) return <Tag tone="leaf">✓</Tag>
  const more = questions.length > 1 ? ` +${questions.length - 1}` : ''
  return (
    <Tag tone={TONES[first] ?? 'honey'}>
      {t(`settlement.mark.${first}`)}
      {more}
    </Tag>
  )
}
