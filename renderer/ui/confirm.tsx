/** A question before what cannot be undone, and for nothing else. */
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from './action-button.tsx'
import './confirm.css'

interface ConfirmProps {
  readonly opened: boolean
  readonly title: string
  /** The verb of the deed: «Закрыть месяц». */
  readonly yes: string
  readonly disabled?: boolean
  readonly onYes: () => void
  readonly onNo: () => void
  readonly children: ReactNode
}

export function Confirm({ opened, title, yes, disabled, onYes, onNo, children }: ConfirmProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onNo} title={title} centered size={460} transitionProps={{ duration: 0 }}>
      {children}
      <div className="confirm-buttons">
        <ActionButton label={t('confirm.cancel')} run={onNo} first />
        <ActionButton label={yes} run={onYes} primary disabled={disabled} />
      </div>
    </Modal>
  )
}
