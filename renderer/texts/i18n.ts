/** The interface texts: typed keys, three languages, numbers written the program's own way. */
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatInteger, type Language } from '../../domain/format.ts'
import { en } from './en.ts'
import { ky } from './ky.ts'
import { ru } from './ru.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ru }
    returnNull: false
  }
}

export function createTexts(language: Language): i18n {
  const texts = createInstance()
  texts.use(initReactI18next)
  void texts.init({
    lng: language,
    fallbackLng: 'ru',
    resources: { ru: { translation: ru }, ky: { translation: ky }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  // Chromium has no Kyrgyz numbers: one way for every language.
  texts.services.formatter?.add('integer', (value: number) => formatInteger(value))
  return texts
}
