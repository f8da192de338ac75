import { commonKy } from './common-ky.ts'
import { documentsKy } from './documents-ky.ts'
import { ledgerKy } from './ledger-ky.ts'
import { monthKy } from './month-ky.ts'

/** Each area of the screens has its table; a new one is added here in every language. */
export const ky = { ...commonKy, ...documentsKy, ...monthKy, ...ledgerKy }
