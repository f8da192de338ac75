import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../domain/messages/moment.ts'
import { useCoreState } from '../rpc/rpc.tsx'
import { lastSaid, onSaid } from '../ui/notify.ts'
import { useLedgerStatus } from './ledger-status.ts'

/** What is safe and where: the state of the core, the last copy, the seal of the chain, the keys. */
export function Footer() {
  const { t } = useTranslation()
  const status = useLedgerStatus()
  return (
    <footer className="frame-foot">
      <Said />
      {status && (
        <>
          <span>
            {status.lastCopy === ''
              ? t('footer.noCopy')
              : t('footer.copy', { moment: formatMoment(status.lastCopy) })}
          </span>
          <span className="foot-seal">{t('footer.seal', { seal: status.seal })}</span>
        </>
      )}
      <span className="push">{t('keys.footer')}</span>
      <ThemeSwitch />
    </footer>
  )
}

/** Whether all is safe; for a moment, what was just done. */
function Said() {
  const { t } = useTranslation()
  const core = useCoreState()
  const said = useSyncExternalStore(onSaid, lastSaid)
  const done = said === '' ? `● ${t('footer.saved')}` : `✓ ${said}`
  return (
    <span role="status" className={core === 'up' ? 'leaf' : 'felt'}>
      {core === 'up' ? done : `▲ ${t('footer.lost')}`}
    </span>
  )
}

function ThemeSwitch() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  return (
    <button
      type="button"
      className="foot-theme"
      aria-label={t('footer.theme')}
      title={t('footer.theme')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      {scheme === 'dark' ? '☀' : '☾'}
    </button>
  )
}
