import { describe, expect, it } from 'vitest'
import type { BookNotices } from '../error.ts'
import type { Language } from '../format.ts'
import { bookMessages } from './book.ts'

/** One of every code, with data that can be found again in the sentence. */
const SAMPLES: { readonly [C in keyof BookNotices]: BookNotices[C] } = {
  not_a_workbook: { file: 'Ф' },
  workbook_old_format: { file: 'Ф' },
  workbook_damaged: { file: 'Ф', part: 'часть' },
  workbook_too_large: { file: 'Ф', limit: 'rows', most: 7 },
  workbook_too_slow: { file: 'Ф', seconds: 30 },
  workbook_protected: { file: 'Ф' },
  book_empty: { file: 'Ф' },
  csv_name_unknown: { file: 'Ф', sheets: 'Л1, Л2' },
  csv_quotes: { file: 'Ф' },
  sheet_skipped: { sheet: 'Л' },
  sheet_without_headings: { sheet: 'Л', missing: 'Дата' },
  sheet_repeated: { sheet: 'Л' },
  column_skipped: { heading: 'С' },
  column_repeated: { heading: 'С' },
  cells_merged: { cells: 'A1:A2' },
  cell_missing: { heading: 'С' },
  cell_error: { heading: '', value: '#REF!' },
  formula_without_result: { heading: '' },
  not_a_number: { heading: 'С' },
  not_a_whole_number: { heading: 'С' },
  not_a_code: { heading: 'С' },
  code_became_date: { heading: 'С' },
  code_digits_lost: { heading: '', taken: '123' },
  not_a_date: { heading: 'С' },
  not_a_word: { heading: 'С', words: 'да, нет' },
  not_an_account: { heading: 'С' },
  number_out_of_range: { heading: 'С' },
  text_too_long: { heading: 'С', limit: 200 },
  digits_lost: { heading: '', taken: '1,01' },
  code_repeated: { code: '007', row: 5 },
  value_differs: { heading: 'С', stored: '10', way: 'Переоценка' },
  amount_differs: { expected_tyiyn: 1234, found_tyiyn: 4321 },
  setting_unknown: { parameter: 'П' },
  setting_invalid: { parameter: 'П', value: 'З' },
  product_of_other_producer: { article: '001-1', producer: '007', other: '001' },
  place_without_partner: { location: 'БИШ' },
  set_without_components: { article: 'Н1' },
  unknown_sale: { sale: 'Р9', article: '001-1' },
  sale_ambiguous: { sale: 'Р9', date: '2026-03-01' },
  document_differs: { number: 'Р9' },
  document_repeated: { count: 5 },
  import_repeated: { file: 'Ф', moment: '2026-02-28T18:30:00.000Z' },
  nothing_new: { file: 'Ф' },
  book_cannot_hold: { number: 'ВП-2026-000001' },
  book_loses_choice: { number: 'РЛ-2026-000001' },
  book_has_errors: { count: 5 },
  issues_cut: { count: 5 },
  follows_from: { row: 5, sheet: 'Л' },
}

function shownOf(value: string | number, field: string): string {
  if (field === 'date') return '01.03.2026'
  if (field === 'moment') return '01.03.2026 00:30'
  if (field.endsWith('_tyiyn')) return `${Math.floor(Number(value) / 100)},`
  return field === 'limit' && typeof value === 'string' ? '' : String(value)
}

describe.each<Language>(['ru', 'ky', 'en'])('sentences in %s', (language) => {
  it.each(Object.keys(SAMPLES) as (keyof BookNotices)[])('%s says all that it was given', (code) => {
    const say = bookMessages[language][code] as (data: object) => string
    const sentence = say(SAMPLES[code])
    expect(sentence).toMatch(/^[\p{Lu}«“\p{N}].*\.$/su)
    expect(sentence).not.toMatch(/undefined|NaN|\[object|\s\s/)
    for (const [field, value] of Object.entries(SAMPLES[code]))
      expect(sentence).toContain(shownOf(value, field))
  })

  it('has another sentence for every code', () => {
    const all = Object.keys(SAMPLES).map((code) => {
      const say = bookMessages[language][code as keyof BookNotices] as (data: object) => string
      return say(SAMPLES[code as keyof BookNotices])
    })
    expect(new Set(all).size).toBe(all.length)
  })
})
