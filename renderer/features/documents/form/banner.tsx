/** Above the lines: what keeps the document from being posted, and the questions that want an answer. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useErrorText } from '../../../ui/error-notice.tsx'
import type { OpenQuestion, Remark } from './problems.ts'
import './banner.css'

interface BannerProps {
  readonly error: unknown
  readonly tried: boolean
  readonly remarks: readonly Remark[]
  readonly questions: readonly OpenQuestion[]
  readonly onGoTo: (remark: Remark) => void
  readonly onAnswer: (question: OpenQuestion['code'], reason: string) => void
}

const MOST_SHOWN = 2

export function Banner({ error, tried, remarks, questions, onGoTo, onAnswer }: BannerProps) {
  const { t } = useTranslation()
  const [first] = remarks
  if (first && tried) {
    return (
      <div className="banner banner-felt" role="alert">
        <b>{t('documents.problem.some', { count: remarks.length })}</b>
        <div className="banner-text">
          {remarks.slice(0, MOST_SHOWN).map(({ line, field, text }) => (
            <div key={`${line} ${field}`}>{text}</div>
          ))}
        </div>
        <ActionButton label={t('documents.problem.first')} run={() => onGoTo(first)} />
      </div>
    )
  }
  const codes = [...new Set(questions.map(({ code }) => code))]
  if (error !== null && codes.length === 0) return <Refused error={error} />
  return codes.map((code) => (
    <Question
      key={code}
      code={code}
      texts={questions.filter((question) => question.code === code).map(({ text }) => text)}
      onAnswer={onAnswer}
    />
  ))
}

/** A refusal that no field is to blame for. */
function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const say = useErrorText()
  return (
    <div className="banner banner-felt" role="alert">
      <b>{t('error.title')}</b>
      <div className="banner-text">{say(error)}</div>
    </div>
  )
}

interface QuestionProps {
  readonly code: OpenQuestion['code']
  readonly texts: readonly string[]
  readonly onAnswer: (question: OpenQuestion['code'], reason: string) => void
}

/** Asked in place, answered in place; an expired lot wants a reason too. */
function Question({ code, texts, onAnswer }: QuestionProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const needsReason = code === 'expired_lot'
  const ready = !needsReason || reason.trim() !== ''
  const answer = () => {
    if (ready) onAnswer(code, reason.trim())
  }
  return (
    <div className="banner banner-honey" role="alert" data-question>
      <b>{t(`documents.question.${code}`)}</b>
      <div className="banner-text">
        {texts.slice(0, MOST_SHOWN).map((text) => (
          <div key={text}>{text}</div>
        ))}
      </div>
      <input
        className="field-input banner-reason"
        aria-label={t('documents.question.reason')}
        placeholder={needsReason ? t('documents.question.reasonHint') : t('documents.question.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return
          event.preventDefault()
          answer()
        }}
      />
      <ActionButton label={t('documents.question.yes')} run={answer} disabled={!ready} />
    </div>
  )
}
