/** Gives the user a file the core has made: saved by the desktop window, downloaded by a browser. */
import { useTranslation } from 'react-i18next'
import { useErrorText } from './error-notice.tsx'
import { notifyDone, notifyTrouble } from './notify.ts'

interface GivenFile {
  readonly name: string
  /** Where a browser fetches it, once; null where the window has saved it already. */
  readonly href: string | null
  readonly saved: boolean
}

export function useGivenFile(): (make: () => Promise<GivenFile>) => void {
  const { t } = useTranslation()
  const say = useErrorText()
  return (make) => {
    const act = async () => {
      try {
        const { name, href, saved } = await make()
        if (href !== null) download(href, name)
        if (saved || href !== null) notifyDone(t('common.fileReady', { name }))
      } catch (error) {
        notifyTrouble(say(error))
      }
    }
    void act()
  }
}

function download(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
