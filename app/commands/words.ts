/** What the command line says besides reasons: help, headings of tables, what was done. */
import type { Language } from '../../domain/format.ts'
import type { CommandName } from './command.ts'
import { wordsEn } from './words-en.ts'
import { wordsKy } from './words-ky.ts'
import { wordsRu } from './words-ru.ts'

export type OptionName =
  | 'db'
  | 'dry-run'
  | 'strict'
  | 'json'
  | 'errors'
  | 'post'
  | 'out'
  | 'per-producer'
  | 'pdf'
  | 'reason'
  | 'date'
  | 'location'
  | 'by'
  | 'count-sheet'
  | 'from'
  | 'to'
  | 'producers'
  | 'months'
  | 'until'
  | 'seed'
  | 'lang'
  | 'today'

export interface CommandWords {
  readonly help: { readonly title: string; readonly more: string; readonly exit: string }
  readonly about: Readonly<Record<CommandName, string>>
  readonly options: Readonly<Record<OptionName, string>>
  readonly columns: Readonly<Record<ColumnName, string>>
  readonly total: string
  readonly steps: Readonly<Record<StepName, string>>
  readonly written: (file: string) => string
  readonly made: (file: string) => string
  readonly imported: ImportWords
  readonly settled: SettleWords
  readonly closed: (month: string) => string
  readonly reopened: (month: string) => string
  readonly stock: { title(date: string): string; readonly none: string }
  readonly statement: {
    title(code: string, name: string): string
    period(from: string, to: string): string
    readonly opening: string
    readonly closing: string
  }
  readonly sales: { title(from: string, to: string): string; readonly none: string }
  readonly bookLeft: (count: number) => string
  readonly verified: string
  readonly broken: (count: number) => string
  readonly copied: (file: string, documents: number) => string
  /** Named while the app holds the ledger. */
  readonly newestCopy: (file: string, moment: string) => string
  readonly restored: (file: string, before: string | undefined) => string
  readonly demo: (file: string, months: string, producers: number) => string
}

type StepName =
  | 'reading'
  | 'posting'
  | 'marking'
  | 'settling'
  | 'drawing'
  | 'verifying'
  | 'exporting'
  | 'copying'
  | 'demo'

type ColumnName =
  | 'sheet'
  | 'posted'
  | 'wouldPost'
  | 'known'
  | 'code'
  | 'producer'
  | 'opening'
  | 'sales'
  | 'returns'
  | 'commission'
  | 'compensation'
  | 'charges'
  | 'payouts'
  | 'closing'
  | 'payable'
  | 'location'
  | 'article'
  | 'product'
  | 'lot'
  | 'expires'
  | 'quantity'
  | 'unit'
  | 'price'
  | 'value'
  | 'date'
  | 'document'
  | 'what'
  | 'debit'
  | 'credit'
  | 'balance'
  | 'amount'
  | 'partner'
  | 'due'
  | 'category'
  | 'district'
  | 'day'

interface ImportWords {
  catalogues(count: number): string
  warnings(count: number): string
  errors(count: number): string
  /** How many more there are than are shown. */
  more(count: number): string
  readonly done: string
  readonly dryRun: string
  readonly refused: string
  marked(file: string): string
}

interface SettleWords {
  title(month: string): string
  readonly preview: string
  posted(seal: string): string
  payable(amount: string, count: number): string
  partner(name: string, location: string, share: string): string
  controls(count: number): string
  controlFails(key: string, left: string, right: string): string
}

export const commandWords: Readonly<Record<Language, CommandWords>> = {
  ru: wordsRu,
  ky: wordsKy,
  en: wordsEn,
}
