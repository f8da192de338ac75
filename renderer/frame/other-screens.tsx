/** Screens for when there is no screen: a wrong address, a broken one, one that is not built yet. */
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'

export function MissingScreen() {
  const { t } = useTranslation()
  return <EmptyState>{t('error.missing')}</EmptyState>
}

export function BrokenScreen({ reset }: { readonly reset: () => void }) {
  const { t } = useTranslation()
  return <EmptyState action={{ label: t('error.again'), run: reset }}>{t('error.screen')}</EmptyState>
}

export function ComingScreen() {
  const { t } = useTranslation()
  return <EmptyState>{t('common.soon')}</EmptyState>
}
