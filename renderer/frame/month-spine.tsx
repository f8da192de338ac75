import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../domain/dates.ts'
import type { MonthSpine as Spine } from '../../domain/views.ts'
import { monthTitle } from '../format.ts'
import { useRpc } from '../rpc/rpc.tsx'
import { useLanguage } from '../texts/use-language.ts'
import { useMonth } from './month.tsx'
import { stepTarget } from './step-target.ts'

/** Which month it is and how far: each step opens its screen and says what it still lacks. */
export function MonthSpine() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { month, turnTo } = useMonth()
  const { data: spine } = useQuery({
    ...rpc.months.spine.queryOptions({ month }),
    placeholderData: (before) => before,
  })
  return (
    <nav className="spine" aria-label={t('month.label')}>
      <Turn to={spine?.previous} label={t('month.previous')} sign="‹" onTurn={turnTo} />
      <MonthName month={month} />
      <Turn to={spine?.next} label={t('month.next')} sign="›" onTurn={turnTo} />
      {spine && <Steps spine={spine} />}
    </nav>
  )
}

function MonthName({ month }: { readonly month: Month }) {
  const language = useLanguage()
  return <span className="spine-month">{monthTitle(month, language)}</span>
}

interface TurnProps {
  readonly to: Month | null | undefined
  readonly label: string
  readonly sign: string
  readonly onTurn: (month: Month) => void
}

function Turn({ to, label, sign, onTurn }: TurnProps) {
  return (
    <button
      type="button"
      className="spine-turn"
      aria-label={label}
      title={label}
      disabled={!to}
      onClick={() => {
        if (to) onTurn(to)
      }}
    >
      {sign}
    </button>
  )
}

function Steps({ spine }: { readonly spine: Spine }) {
  const { t } = useTranslation()
  return (
    <ol className="spine-steps">
      {spine.steps.map(({ step, state, missing }) => {
        const missingText = missing > 0 ? t('month.missing', { count: missing }) : ''
        const about = [t(`month.steps.${step}`), t(`month.state.${state}`), missingText]
        return (
          <li key={step}>
            <Link
              {...stepTarget(step, spine.month)}
              className={`spine-step spine-${state}`}
              activeProps={{}}
              aria-current={state === 'now' ? 'step' : undefined}
              title={about.filter((part) => part !== '').join(' · ')}
            >
              {state === 'done' && <span className="visually-hidden">✓ </span>}
              {t(`month.short.${step}`)}
              {missing > 0 && state === 'now' && ` · ${missing}`}
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
