import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../ui/key-cap.tsx'
import { useLedgerStatus } from './ledger-status.ts'
import { LESSER_SECTIONS, SECTIONS } from './sections.ts'

const on = { className: 'nav-on' }

/** The seven sections and what lies under them. */
export function SideNav() {
  const { t } = useTranslation()
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      {SECTIONS.map(({ name, to }, index) => (
        <Link
          key={name}
          to={to}
          className="nav-link"
          activeProps={on}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          {t(`nav.${name}`)}
          <KeyCap keys={index === 0 ? 'Alt+1' : String(index + 1)} />
        </Link>
      ))}
      <hr />
      {LESSER_SECTIONS.map(({ name, to }) => (
        <Link key={name} to={to} className="nav-link" activeProps={on}>
          {t(`nav.${name}`)}
        </Link>
      ))}
      <Reminders />
    </nav>
  )
}

function Reminders() {
  const { t } = useTranslation()
  const { drafts = 0, expiring = 0 } = useLedgerStatus() ?? {}
  if (drafts + expiring === 0) return null
  return (
    <>
      <hr />
      {drafts > 0 && (
        <Link to="/documents" search={{ status: 'draft' }} className="nav-small" activeProps={{}}>
          {t('nav.drafts', { count: drafts })}
        </Link>
      )}
      {expiring > 0 && (
        <Link to="/stock" className="nav-small" activeProps={{}}>
          {t('nav.expiring', { count: expiring })}
        </Link>
      )}
    </>
  )
}
