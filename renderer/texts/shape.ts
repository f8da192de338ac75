/**
 * Russian is written first; the other languages must fill the same keys or they do not compile. Only the plural forms
 * that a language does not have may be left out: Kyrgyz and English count with `one` and `other`.
 */
import type { commonRu } from './common-ru.ts'
import type { documentsRu } from './documents-ru.ts'
import type { ledgerRu } from './ledger-ru.ts'
import type { monthRu } from './month-ru.ts'

type RussianOnly<Key> = Key extends `${string}_few` | `${string}_many` ? Key : never

type Shape<T> = {
  readonly [Key in keyof T as Exclude<Key, RussianOnly<Key>>]: T[Key] extends string ? string : Shape<T[Key]>
} & { readonly [Key in keyof T as RussianOnly<Key>]?: string }

export type CommonTexts = Shape<typeof commonRu>
export type DocumentTexts = Shape<typeof documentsRu>
export type MonthTexts = Shape<typeof monthRu>
export type LedgerTexts = Shape<typeof ledgerRu>
