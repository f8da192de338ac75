/** Closing and reopening a month: the only deeds here that ask twice, for they cannot simply be undone. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../ui/confirm.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { MonthDeeds } from './use-month-deeds.ts'

export type MonthDialog = 'close' | 'reopen'

interface MonthDialogsProps {
  readonly dialog: MonthDialog | undefined
  readonly title: string
  readonly deeds: MonthDeeds
  readonly onDone: () => void
}

export function MonthDialogs({ dialog, title, deeds, onDone }: MonthDialogsProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { close, reopen } = deeds
  const refuse = () => {
    close.reset()
    reopen.reset()
    onDone()
  }
  const openAgain = () => {
    if (reason.trim() !== '' && !reopen.isPending) reopen.mutate(reason.trim(), { onSuccess: onDone })
  }
  return (
    <>
      <Confirm
        opened={dialog === 'close'}
        title={t('settlement.closeTitle')}
        yes={t('settlement.close')}
        disabled={close.isPending}
        onYes={() => close.mutate(undefined, { onSuccess: onDone })}
        onNo={refuse}
      >
        <p data-autofocus tabIndex={-1} className="dialog-text">
          {t('settlement.closeText', { month: title })}
        </p>
        {close.error && <ErrorNotice error={close.error} />}
      </Confirm>
      <Confirm
        opened={dialog === 'reopen'}
        title={t('settlement.reopenTitle')}
        yes={t('settlement.reopen')}
        disabled={reopen.isPending || reason.trim() === ''}
        onYes={openAgain}
        onNo={refuse}
      >
        <p>{t('settlement.reopenText', { month: title.toLowerCase() })}</p>
        <input
          data-autofocus
          className="field-input dialog-reason"
          aria-label={t('settlement.reopenReason')}
          placeholder={t('settlement.reopenReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') openAgain()
          }}
        />
        {reopen.error && <ErrorNotice error={reopen.error} />}
      </Confirm>
    </>
  )
}
