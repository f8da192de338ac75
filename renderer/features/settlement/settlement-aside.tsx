/** The producer she stands on: how the sum is made, figure by figure, and why. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../../domain/dates.ts'
import type { FigureRef } from '../../../domain/explanation.ts'
import { formatMoney } from '../../../domain/format.ts'
import type { Figures } from '../../../domain/reports/month.ts'
import type { SettlementRow } from '../../../domain/views.ts'
import { ExplainPanel } from '../../ui/explain/explain-panel.tsx'
import { FigureRows } from '../../ui/explain/figure-rows.tsx'
import { Note } from '../../ui/note.tsx'
import { namesVillage } from './settlement-columns.tsx'

const SIGNED = [
  ['opening', 1],
  ['sales', 1],
  ['returns', -1],
  ['commission', -1],
  ['compensation', 1],
  ['charges', -1],
  ['deductions', -1],
  ['payouts', -1],
  ['closing', 1],
  ['payable', 1],
] as const satisfies readonly (readonly [keyof Figures, 1 | -1])[]

const ALWAYS: readonly (keyof Figures)[] = ['opening', 'sales', 'commission', 'payable']

interface SettlementAsideProps {
  readonly row: SettlementRow
  readonly month: Month
  readonly figure: keyof Figures
  readonly onFigure: (figure: keyof Figures) => void
}

export function SettlementAside({ row, month, figure, onFigure }: SettlementAsideProps) {
  const { t } = useTranslation()
  const { producer, village, questions, number } = row
  const refOf = (key: keyof Figures): FigureRef => ({
    kind: 'producer_month',
    producer: producer.id,
    month,
    figure: key,
  })
  const told = SIGNED.filter(
    ([key]) => ALWAYS.includes(key) || (key === 'closing' ? row.closing !== row.payable : row[key] !== 0),
  )
  return (
    <ExplainPanel figure={refOf(figure)}>
      <h2>{namesVillage(row) ? producer.name : `${producer.name}, ${village}`}</h2>
      <FigureRows
        label={t('explain.figures')}
        chosen={refOf(figure)}
        onAsk={(ref) => {
          if (ref.kind === 'producer_month') onFigure(ref.figure)
        }}
        rows={told.map(([key, sign]) => ({
          key,
          label: t(`explain.label.${key}`),
          value: formatMoney(sign * row[key]),
          negative: sign * row[key] < 0,
          sum: key === 'payable',
          figure: refOf(key),
        }))}
      />
      {questions.map((question) => (
        <Note key={question} tone="honey" title={t(`settlement.question.${question}`)}>
          <p>{t(`settlement.tell.${question}`)}</p>
        </Note>
      ))}
      <p className="dim">
        {number !== '' && `${t('settlement.number', { number })} · `}
        <Link to="/producers/$id" params={{ id: producer.id }} className="link">
          {t('settlement.account')}
        </Link>
      </p>
    </ExplainPanel>
  )
}
