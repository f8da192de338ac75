/** The window: the month above, the sections on the left, a screen in the middle, what is safe below. */
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keys/use-keys.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Footer } from './footer.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { useLedgerStatus } from './ledger-status.ts'
import { MonthProvider } from './month.tsx'
import { MonthSpine } from './month-spine.tsx'
import { Palette } from './palette.tsx'
import { SECTIONS } from './sections.ts'
import { SideNav } from './side-nav.tsx'
import './frame.css'

export function Frame() {
  const status = useLedgerStatus()
  const [finding, setFinding] = useState(false)
  const [helping, setHelping] = useState(false)
  if (!status) return null
  return (
    <MonthProvider current={status.month}>
      <FrameKeys onFind={() => setFinding(true)} onHelp={() => setHelping(true)} />
      <div className="frame">
        <TopBar organisation={status.organisation} onFind={() => setFinding(true)} />
        <SideNav />
        <main className="frame-main">
          <Outlet />
        </main>
        <Footer />
      </div>
      {finding && <Palette onClose={() => setFinding(false)} />}
      {helping && <HelpSheet onClose={() => setHelping(false)} />}
    </MonthProvider>
  )
}

interface TopBarProps {
  readonly organisation: string
  readonly onFind: () => void
}

function TopBar({ organisation, onFind }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <header className="frame-top">
      <span className="frame-name">{t('app.name')}</span>
      <span className="frame-organisation" title={organisation}>
        {organisation}
      </span>
      <MonthSpine />
      <button type="button" className="frame-find" onClick={onFind}>
        {t('find.open')} <KeyCap keys="Ctrl+K" />
      </button>
    </header>
  )
}

interface FrameKeysProps {
  readonly onFind: () => void
  readonly onHelp: () => void
}

/** Keys that work everywhere; screens lay theirs above these. */
function FrameKeys({ onFind, onHelp }: FrameKeysProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { history } = useRouter()
  useKeys([
    { keys: 'Ctrl+K', label: t('keys.find'), group: 'app', run: onFind },
    { keys: 'F1', label: t('keys.help'), group: 'app', run: onHelp },
    ...SECTIONS.map(({ name, to }, index) => ({
      keys: `Alt+${index + 1}`,
      label: t('keys.section', { name: t(`nav.${name}`) }),
      group: 'app' as const,
      run: () => void navigate({ to }),
    })),
    { keys: 'Esc', label: t('keys.back'), group: 'app', run: () => history.back() },
  ])
  return null
}
