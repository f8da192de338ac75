/** The sentence of every code in every language: the one place where a notice becomes words. */
import type { Notice, NoticeCode, NoticeData } from '../error.ts'
import type { Language } from '../format.ts'
import { bookMessages } from './book.ts'
import { commandMessages } from './command.ts'
import { ledgerMessages } from './ledger.ts'

type Sentences = { readonly [C in NoticeCode]: (data: NoticeData[C]) => string }

const messages: Readonly<Record<Language, Sentences>> = {
  ru: { ...ledgerMessages.ru, ...bookMessages.ru, ...commandMessages.ru },
  ky: { ...ledgerMessages.ky, ...bookMessages.ky, ...commandMessages.ky },
  en: { ...ledgerMessages.en, ...bookMessages.en, ...commandMessages.en },
}

/** What is said of a notice, in one sentence or two, ended by a full stop. */
export function sentence<C extends NoticeCode>({ code, data }: Notice<C>, language: Language): string {
  return messages[language][code](data)
}
