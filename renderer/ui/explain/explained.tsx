/** One figure explained: parts that add up to it, the terms that applied, and the lines of documents. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ExplainedPart, Explanation, FigureRef } from '../../../domain/explanation.ts'
import { formatMoney, formatQuantity, formatRate } from '../../../domain/format.ts'
import { useRpc } from '../../rpc/rpc.tsx'
import { ErrorNotice } from '../error-notice.tsx'
import { Note } from '../note.tsx'
import { ExplainedLines } from './explained-lines.tsx'
import { FigureRows } from './figure-rows.tsx'
import { RuleNote, ShareNote } from './rule-note.tsx'
import { wordOf } from './words.ts'

interface ExplainedProps {
  readonly figure: FigureRef
  readonly onAsk: (figure: FigureRef) => void
}

export function Explained({ figure, onAsk }: ExplainedProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { data, error } = useQuery({
    ...rpc.explain.figure.queryOptions(figure),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  const { title, parts, rules, partners, lines } = data
  const what = wordOf(t, title)
  const nothing = parts.length + lines.length + rules.length === 0
  return (
    <>
      <Note
        title={t('explain.title', {
          what: what.charAt(0).toLowerCase() + what.slice(1),
          amount: shown(data),
        })}
      >
        {rules.map((rule) => (
          <RuleNote
            key={`${rule.terms.level} ${rule.terms.method} ${rule.terms.rate} ${rule.base}`}
            rule={rule}
          />
        ))}
        {partners.map((share) => (
          <ShareNote key={`${share.name} ${share.rate} ${share.of}`} share={share} />
        ))}
        {nothing && <p>{t('explain.none')}</p>}
        {parts.length > 0 && <Parts explanation={data} onAsk={onAsk} />}
      </Note>
      {lines.length > 0 && <ExplainedLines key={JSON.stringify(figure)} explanation={data} />}
    </>
  )
}

const shown = ({ unit, amount }: Pick<Explanation, 'unit' | 'amount'>): string =>
  unit === 'money' ? formatMoney(amount) : formatQuantity(amount)

function Parts({
  explanation: { parts, unit },
  onAsk,
}: {
  readonly explanation: Explanation
  readonly onAsk: ExplainedProps['onAsk']
}) {
  const { t } = useTranslation()
  const hintOf = ({ base, rate }: ExplainedPart): string | undefined =>
    base === undefined || rate === undefined
      ? undefined
      : t('explain.ofRate', { rate: formatRate(rate), base: formatMoney(base) })
  return (
    <FigureRows
      label={t('explain.figures')}
      onAsk={onAsk}
      rows={parts.map((part) => ({
        key: part.label,
        label: wordOf(t, part.label),
        value: shown({ unit, amount: part.amount }),
        negative: part.amount < 0,
        hint: hintOf(part),
        figure: part.ref,
      }))}
    />
  )
}
