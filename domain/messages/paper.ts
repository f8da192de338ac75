/** What stands on papers, by language. A new language is a table of its own here: it must fill every key. */
import { russianPaper } from './paper-ru.ts'

export type PaperWords = typeof russianPaper

export const paperWords: { readonly ru: PaperWords } = { ru: russianPaper }
