import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sentence } from '../../../domain/messages/index.ts'
import type { OverviewView } from '../../../domain/views.ts'
import { stepTarget } from '../../frame/step-target.ts'
import { useLanguage } from '../../texts/use-language.ts'

/** What is left, in the order in which it is done; each line opens the screen where it is done. */
export function Checklist({ left, spine }: Pick<OverviewView, 'left' | 'spine'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (left.length === 0) return <p className="leaf">✓ {t('overview.nothingLeft')}</p>
  return (
    <ol className="checklist" aria-label={t('overview.leftLabel')}>
      {left.map(({ step, notice }) => {
        const target =
          notice.code === 'left_drafts'
            ? ({ to: '/documents', search: { status: 'draft' } } as const)
            : stepTarget(step, spine.month)
        return (
          <li key={`${step} ${notice.code}`}>
            <Link {...target} className="check">
              <span className="check-step">{t(`month.short.${step}`)}</span>
              <span>{sentence(notice, language)}</span>
              <span aria-hidden="true" className="check-go">
                ›
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
