import type { LedgerNotices } from '../error.ts'
import type { Language } from '../format.ts'
import { ledgerEn } from './ledger-en.ts'
import { ledgerKy } from './ledger-ky.ts'
import { ledgerRu } from './ledger-ru.ts'

/** A sentence for everything that the ledger refuses or warns of: a code without one does not compile. */
export type LedgerSentences = { readonly [C in keyof LedgerNotices]: (data: LedgerNotices[C]) => string }

export const ledgerMessages: Readonly<Record<Language, LedgerSentences>> = {
  ru: ledgerRu,
  ky: ledgerKy,
  en: ledgerEn,
}
