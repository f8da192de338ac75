import type { BookNotices } from '../error.ts'
import type { Language } from '../format.ts'
import { bookEn } from './book-en.ts'
import { bookKy } from './book-ky.ts'
import { bookRu } from './book-ru.ts'

/** A sentence for everything that a ledger book can be told: a code without one does not compile. */
export type BookSentences = { readonly [C in keyof BookNotices]: (data: BookNotices[C]) => string }

export const bookMessages: Readonly<Record<Language, BookSentences>> = { ru: bookRu, ky: bookKy, en: bookEn }

/** The words around the sentences where they stand as a table. */
export interface ProblemWords {
  readonly file: string
  readonly sheet: string
  readonly row: string
  readonly column: string
  readonly cell: string
  readonly reason: string
  readonly error: string
  readonly warning: string
}

export const problemWords: Readonly<Record<Language, ProblemWords>> = {
  ru: {
    file: 'Файл',
    sheet: 'Лист',
    row: 'Строка',
    column: 'Столбец',
    cell: 'Ячейка',
    reason: 'Что не так',
    error: 'ошибка',
    warning: 'внимание',
  },
  ky: {
    file: 'Файл',
    sheet: 'Барак',
    row: 'Сап',
    column: 'Мамыча',
    cell: 'Уяча',
    reason: 'Эмнеси туура эмес',
    error: 'ката',
    warning: 'көңүл буруңуз',
  },
  en: {
    file: 'File',
    sheet: 'Sheet',
    row: 'Row',
    column: 'Column',
    cell: 'Cell',
    reason: 'What is wrong',
    error: 'error',
    warning: 'warning',
  },
}
