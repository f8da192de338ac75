import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '../../../domain/explanation.ts'
import { formatDate, formatMoney, formatQuantity } from '../../../domain/format.ts'
import { wordOf } from './words.ts'

const AT_ONCE = 40

/** What stands behind the figure, each line one press from its document. */
export function ExplainedLines({ explanation: { lines, unit } }: { readonly explanation: Explanation }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(AT_ONCE)
  if (lines.length === 0) return null
  const left = lines.length - shown
  return (
    <>
      <h3 className="explain-count">{t('explain.lines', { count: lines.length })}</h3>
      <ul className="figures">
        {lines.slice(0, shown).map(({ document, kind, number, date, text, quantity, amount }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one document may have equal lines, and they never move.
          <li key={`${document} ${index}`}>
            <Link to="/documents/$id" params={{ id: document }} data-figure className="explain-line">
              <span className="explain-text">
                {unit === 'quantity' ? t(`documents.kind.${kind}`) : wordOf(t, text)}
              </span>
              <span className={amount < 0 ? 'felt' : undefined}>
                {unit === 'money' ? formatMoney(amount) : formatQuantity(amount)}
              </span>
              <span className="explain-paper">
                {number} · {formatDate(date).slice(0, 5)}
                {quantity !== null && unit === 'money' && ` · × ${formatQuantity(quantity)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" data-figure className="explain-more" onClick={() => setShown(shown + 200)}>
          {t('explain.more', { count: left })}
        </button>
      )}
    </>
  )
}
