import { commonEn } from './common-en.ts'
import { documentsEn } from './documents-en.ts'
import { ledgerEn } from './ledger-en.ts'
import { monthEn } from './month-en.ts'

/** Each area of the screens has its table; a new one is added here in every language. */
export const en = { ...commonEn, ...documentsEn, ...monthEn, ...ledgerEn }
