import { formatDate, formatInteger, formatMoney } from '../format.ts'
import type { BookSentences } from './book.ts'
import { formatMoment } from './moment.ts'

const LIMITS = {
  file: (most: number) => `the file is larger than ${most} MB`,
  unpacked: (most: number) => `unpacked it is larger than ${most} MB`,
  parts: (most: number) => `it has more than ${most} parts`,
  rows: (most: number) => `it has more than ${formatInteger(most)} rows`,
  memory: (most: number) => `${most} MB of memory are not enough for it`,
}

export const bookEn: BookSentences = {
  // files
  not_a_workbook: ({ file }) =>
    `“${file}” is not an Excel workbook. Open it in Excel and save it as “Excel Workbook (.xlsx)”.`,
  workbook_old_format: ({ file }) =>
    `“${file}” is a workbook of old Excel (.xls). Save it in Excel as “Excel Workbook (.xlsx)”.`,
  workbook_damaged: ({ file, part }) =>
    `The file “${file}” is damaged (${part}). Open it in Excel and save it again, or take a copy.`,
  workbook_too_large: ({ file, limit, most }) =>
    `The book “${file}” cannot be loaded: ${LIMITS[limit](most)}. Delete spare sheets and empty rows, or split the book in two.`,
  workbook_too_slow: ({ file, seconds }) =>
    `The book “${file}” could not be read in ${seconds} s. Delete spare sheets and formatting, or split the book in two.`,
  workbook_protected: ({ file }) =>
    `The file “${file}” is locked with a password. Remove the password in Excel (File — Info — Protect Workbook) and save.`,
  book_empty: ({ file }) =>
    `The file “${file}” has no row for the ledger. Check the names of sheets and headings against the template.`,
  csv_name_unknown: ({ file, sheets }) =>
    `The name of “${file}” does not tell which sheet it is. Name the file as one of: ${sheets}.`,
  csv_quotes: ({ file }) =>
    `A quotation mark in “${file}” has no pair, so it is unclear where the cell ends. Save the table in Excel as .xlsx.`,

  // sheets and columns
  sheet_skipped: ({ sheet }) => `The sheet “${sheet}” is not known and was skipped.`,
  sheet_without_headings: ({ sheet, missing }) =>
    `The sheet “${sheet}” has no row of headings. Missing columns: ${missing}.`,
  sheet_repeated: ({ sheet }) =>
    `The sheet “${sheet}” stands in the file twice. Move its rows to the first one.`,
  column_skipped: ({ heading }) => `The column “${heading}” is not known and was skipped.`,
  column_repeated: ({ heading }) => `The column “${heading}” is repeated. Keep one, or rename the other.`,
  cells_merged: ({ cells }) =>
    `The cells ${cells} are merged, so the rows below lack a value. Unmerge them and fill in every row.`,

  // cells
  cell_missing: ({ heading }) => `The column “${heading}” is not filled in.`,
  cell_error: ({ value }) => `The cell holds the error ${value}. Correct the formula or type the value.`,
  formula_without_result: () =>
    'The formula has not been calculated. Open the book in Excel, wait for the result and save.',
  not_a_number: ({ heading }) => `The column “${heading}” needs a number, such as 1 234,50.`,
  not_a_whole_number: ({ heading }) => `The column “${heading}” needs a whole number.`,
  not_a_code: ({ heading }) => `The column “${heading}” needs a code: text or a number.`,
  code_became_date: ({ heading }) =>
    `Excel turned “${heading}” into a date. Make the cell a text cell and type it again.`,
  code_digits_lost: ({ taken }) =>
    `Excel keeps only 15 digits of a number, so the last ones may be gone. Taken as ${taken}. Check it, make the cell a text cell and type it again.`,
  not_a_date: ({ heading }) => `The column “${heading}” needs a date, such as 30.11.2026.`,
  not_a_word: ({ heading, words }) => `The column “${heading}” takes only: ${words}.`,
  not_an_account: ({ heading }) =>
    `The column “${heading}” takes: касса, банк, потери, «партнёр: code», «покупатель: name», «удержание: kind».`,
  number_out_of_range: ({ heading }) =>
    `The number in the column “${heading}” is too large or too small. Correct it.`,
  text_too_long: ({ heading, limit }) =>
    `The text in the column “${heading}” is longer than ${formatInteger(limit)} characters. Shorten it.`,
  digits_lost: ({ taken }) => `The number has more decimal places than the ledger keeps. Taken as ${taken}.`,

  // meaning
  code_repeated: ({ code, row }) => `The code “${code}” stands in row ${row} already. One code, one row.`,
  value_differs: ({ heading, stored, way }) =>
    `The ledger has another “${heading}”: ${stored}. Only a new entry changes it: “${way}”.`,
  amount_differs: ({ expected_tyiyn, found_tyiyn }) =>
    `The amount does not agree: price, quantity and discount give ${formatMoney(expected_tyiyn)}, the cell says ${formatMoney(found_tyiyn)}.`,
  setting_unknown: ({ parameter }) =>
    `The parameter “${parameter}” is not known. Check its name against the template.`,
  setting_invalid: ({ parameter, value }) =>
    `The value “${value}” does not fit the parameter “${parameter}”.`,
  product_of_other_producer: ({ article, producer, other }) =>
    `Product ${article} belongs to producer ${other}, not to ${producer}.`,
  place_without_partner: ({ location }) =>
    `Location ${location} has a share but no partner. Enter the partner's code or remove the share.`,
  set_without_components: ({ article }) =>
    `Set ${article} has no components. Enter at least one product with its quantity.`,
  unknown_sale: ({ sale, article }) =>
    `No sale ${sale} with product ${article} was found. Check the number, the date of the sale and the article.`,
  sale_ambiguous: ({ sale, date }) =>
    `Several sales have the number ${sale}. The return was taken to the earliest of them, of ${formatDate(date)}.`,
  document_differs: ({ number }) =>
    `Document ${number} is in the ledger with other data. Put the rows of the book back as they were and correct the document in the program.`,
  document_repeated: ({ count }) => `Documents skipped because the ledger has them: ${formatInteger(count)}.`,
  import_repeated: ({ file, moment }) => `The file “${file}” was loaded already: ${formatMoment(moment)}.`,
  nothing_new: ({ file }) => `The file “${file}” has nothing new: the ledger holds all of it.`,
  book_cannot_hold: ({ number }) =>
    `Document ${number} is not in the book: it returns goods of a sale that the ledger does not hold. Enter it by hand in the new ledger.`,
  book_loses_choice: ({ number }) =>
    `In document ${number} a lot or a line of the sale was chosen by hand, and the book has no column for that. Check it once the book is loaded.`,
  book_has_errors: ({ count }) =>
    `Errors in the book: ${formatInteger(count)}. Nothing was written. Correct them and load the book again.`,
  issues_cut: ({ count }) =>
    `Only the first remarks are shown, ${formatInteger(count)} more are not. Correct these and load the book again.`,
  follows_from: ({ row, sheet }) =>
    `Follows from the error in row ${row} of the sheet “${sheet}”. Correct that one first.`,
}
