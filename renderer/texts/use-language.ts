import { useTranslation } from 'react-i18next'
import type { Language } from '../../domain/format.ts'

/** The language the screens speak now. */
export function useLanguage(): Language {
  const { language } = useTranslation().i18n
  return language === 'ky' || language === 'en' ? language : 'ru'
}
