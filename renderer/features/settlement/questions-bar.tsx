/** What to look at before the month is settled: each question cuts the table down to those it is about. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SETTLE_QUESTIONS, type SettlementView, type SettleQuestion } from '../../../domain/views.ts'
import './settlement.css'

interface QuestionsBarProps {
  readonly questions: SettlementView['questions']
  readonly chosen: SettleQuestion | undefined
  readonly onChoose: (question: SettleQuestion | undefined) => void
}

export function QuestionsBar({ questions, chosen, onChoose }: QuestionsBarProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const asked = new Set(questions.map(({ question }) => question))
  const clean = SETTLE_QUESTIONS.filter((question) => !asked.has(question))
    .map((question) => t(`settlement.question.${question}`).toLowerCase())
    .join(' · ')
  const choose = (question: SettleQuestion) => {
    // Drafts are no producer's: they are looked at where they stand.
    if (question === 'drafts_left') void navigate({ to: '/documents', search: { status: 'draft' } })
    else onChoose(question === chosen ? undefined : question)
  }
  return (
    <div className={questions.length > 0 ? 'ask-bar' : 'ask-bar ask-clean'}>
      {questions.length > 0 && <b>{t('settlement.before', { count: questions.length })}</b>}
      {questions.map(({ question, count }) => (
        <button
          key={question}
          type="button"
          className="ask"
          aria-pressed={question === chosen}
          onClick={() => choose(question)}
        >
          {t(`settlement.question.${question}`)}: {count}
        </button>
      ))}
      {chosen !== undefined && (
        <button type="button" className="ask" onClick={() => onChoose(undefined)}>
          {t('settlement.all')}
        </button>
      )}
      {clean !== '' && <span className="ask-rest">{t('settlement.clean', { list: clean })}</span>}
    </div>
  )
}
