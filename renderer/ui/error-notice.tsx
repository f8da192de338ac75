/** A failed call in a sentence: what, where, what next. Never a stack, never a code. */
import { useTranslation } from 'react-i18next'
import { sentence } from '../../domain/messages/index.ts'
import { refusalOf } from '../rpc/problem.ts'
import { useLanguage } from '../texts/use-language.ts'
import { ActionButton } from './action-button.tsx'
import { Note } from './note.tsx'

interface ErrorNoticeProps {
  readonly error: unknown
  readonly onAgain?: (() => void) | undefined
}

export function ErrorNotice({ error, onAgain }: ErrorNoticeProps) {
  const { t } = useTranslation()
  const say = useErrorText()
  return (
    <div role="alert">
      <Note tone="felt" title={t('error.title')}>
        <p>{say(error)}</p>
      </Note>
      {onAgain && <ActionButton label={t('error.again')} run={onAgain} />}
    </div>
  )
}

/** The sentence of any error, for notices and notifications alike. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (error) => {
    const refusal = refusalOf(error)
    return refusal ? sentence(refusal, language) : t('error.lost')
  }
}
