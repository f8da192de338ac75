import { useTranslation } from 'react-i18next'
import { formatMoney, formatRate } from '../../../domain/format.ts'
import type { TermsView } from '../../../domain/views.ts'
import { dayAndMonth } from '../../format.ts'
import { useLanguage } from '../../texts/use-language.ts'

/** `условия производителя: 20 % от продажи, с 1 марта (раньше 12,5 %)`. */
export function TermsLine({ terms: { method, rate, since, level, before } }: { readonly terms: TermsView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const show = (value: number) => (method === 'fixed_per_unit' ? formatMoney(value) : formatRate(value))
  const how = method === 'difference' ? '' : `${show(rate)} `
  return (
    <p>
      {t('documents.aside.terms', {
        level: t(`documents.level.${level}`),
        rate: `${how}${t(`documents.method.${method}`)}`,
      })}
      {since !== '' && `, ${t('documents.aside.termsSince', { date: dayAndMonth(since, language) })}`}
      {before !== null && (
        <span className="dim"> ({t('documents.aside.before', { rate: show(before) })})</span>
      )}
    </p>
  )
}
