import { useTranslation } from 'react-i18next'
import type { ExplainedRule, ExplainedShare } from '../../../domain/explanation.ts'
import { formatDate, formatMoney, formatRate } from '../../../domain/format.ts'

/** By which terms, since when, on how much: a sentence each. */
export function RuleNote({ rule: { terms, base, result, lines } }: { readonly rule: ExplainedRule }) {
  const { t } = useTranslation()
  const { method, rate, since, level, before } = terms
  const show = (value: number) => (method === 'fixed_per_unit' ? formatMoney(value) : formatRate(value))
  const how = method === 'difference' ? '' : `${show(rate)} `
  const parts = [
    t('explain.rule', {
      level: t(`documents.level.${level}`),
      rate: `${how}${t(`documents.method.${method}`)}`,
    }),
    ...(since === '' ? [] : [t('explain.since', { date: formatDate(since) })]),
    ...(before === null ? [] : [t('explain.before', { rate: show(before) })]),
  ]
  return (
    <p>
      {parts.join(', ')}.{' '}
      <span className="dim">
        {t('explain.ruleSum', { count: lines, base: formatMoney(base), result: formatMoney(result) })}
      </span>
    </p>
  )
}

export function ShareNote({ share: { name, rate, of, share } }: { readonly share: ExplainedShare }) {
  const { t } = useTranslation()
  return (
    <p className="dim">
      {t(`explain.share.${of}`, { name, rate: formatRate(rate) })} = {formatMoney(share)}
    </p>
  )
}
