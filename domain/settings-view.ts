/** The organisation's settings as a screen shows them: those in force today. */
import type { TermsView } from './views.ts'

export interface SettingsView {
  readonly organisation: Readonly<
    Record<
      'name' | 'inn' | 'okpo' | 'address' | 'phone' | 'bank' | 'account' | 'bik' | 'director' | 'accountant',
      string
    >
  >
  readonly minimumPayout: number
  readonly cashRounding: boolean
  readonly defaultTerms: TermsView | null
  readonly language: 'ru' | 'ky' | 'en'
}
