/** What the window shows of the ledger there is: the screens, the first run, or why it does not open. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CopiesScreen } from './features/copies/copies-screen.tsx'
import { FirstRun } from './features/first-run/first-run.tsx'
import { Trouble } from './features/first-run/trouble.tsx'
import { Frame } from './frame/frame.tsx'
import { useLedgerStatus } from './frame/ledger-status.ts'
import { bridge } from './shell.ts'

export function Program() {
  const status = useLedgerStatus()
  useLanguageOfLedger(status?.language)
  if (status?.state === 'none') return <FirstRun />
  // Until the core answers, the frame waits by itself.
  if (status === undefined || status.state === 'open') return <Frame />
  return (
    <main className="trouble-page">
      <Trouble state={status.state} problem={status.problem} />
      {status.state === 'damaged' && <CopiesScreen />}
    </main>
  )
}

function useLanguageOfLedger(language: 'ru' | 'ky' | 'en' | undefined): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    if (language === undefined) return
    void i18n.changeLanguage(language)
    document.documentElement.lang = language
    bridge()?.setLanguage(language)
  }, [i18n, language])
}
