import { commonRu } from './common-ru.ts'
import { documentsRu } from './documents-ru.ts'
import { ledgerRu } from './ledger-ru.ts'
import { monthRu } from './month-ru.ts'

/** Each area of the screens has its table; a new one is added here in every language. */
export const ru = { ...commonRu, ...documentsRu, ...monthRu, ...ledgerRu }
