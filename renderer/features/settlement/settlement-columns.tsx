import type { TFunction } from 'i18next'
import { formatMoney } from '../../../domain/format.ts'
import type { SettlementRow, SettleQuestion } from '../../../domain/views.ts'
import { moneyOrDash } from '../../format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

type Shown = 'opening' | 'sales' | 'commission' | 'withheld' | 'payouts' | 'payable'

const TONES: Readonly<Partial<Record<SettleQuestion, Tone>>> = {
  negative_balance: 'felt',
  double_import: 'felt',
}

export function settlementColumns(
  t: TFunction,
  onFigure: (figure: Shown) => void,
  { withVillage, narrow }: { readonly withVillage: boolean; readonly narrow: boolean },
): readonly ListColumn<SettlementRow>[] {
  const money = (key: Shown, width: number): ListColumn<SettlementRow> => ({
    key,
    heading: t(`settlement.column.${key}`),
    width,
    align: 'right',
    text: (row) => moneyOrDash(row[key]),
    dress: (row) => (
      <button
        type="button"
        tabIndex={-1}
        className={figureClass(key, row[key])}
        onClick={() => onFigure(key)}
      >
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
      width: 130,
      grow: 3,
      text: ({ producer }) => producer.name,
    },
    ...(withVillage ? [village(t)] : []),
    // Where there is little room, the right side alone tells of these two.
    ...(narrow ? [] : [money('opening', 96)]),
    money('sales', 96),
    money('commission', 92),
    money('withheld', 90),
    ...(narrow ? [] : [money('payouts', 98)]),
    money('payable', 96),
    {
      key: 'questions',
      heading: '',
      width: 74,
      text: ({ questions }) => questions.map((question) => t(`settlement.question.${question}`)).join(', '),
      dress: ({ questions }) => <Marks questions={questions} t={t} />,
    },
  ]
}

const village = (t: TFunction): ListColumn<SettlementRow> => ({
  key: 'village',
  heading: t('settlement.column.village'),
  width: 70,
  grow: 1,
  text: (row) => row.village,
  dress: (row) => <span className="dim">{row.village}</span>,
})

/** Many associations write the village into the name: then it is not said twice. */
export const namesVillage = ({ producer, village: where }: SettlementRow): boolean =>
  where === '' || producer.name.includes(where)

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
