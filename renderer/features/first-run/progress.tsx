import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../ui/action-button.tsx'

interface ProgressProps {
  readonly what: string
  readonly done: number
  readonly total: number
  readonly onCancel: () => void
}

export function Progress({ what, done, total, onCancel }: ProgressProps) {
  const { t } = useTranslation()
  return (
    <div className="progress">
      <p role="status">
        {what} {total > 0 && <span className="dim">{t('firstRun.progress', { done, total })}</span>}
      </p>
      <progress aria-label={what} {...(total > 0 && { value: done, max: total })} />
      <ActionButton label={t('firstRun.cancel')} run={onCancel} />
    </div>
  )
}
