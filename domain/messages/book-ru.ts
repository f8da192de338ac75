import { formatDate, formatInteger, formatMoney } from '../format.ts'
import type { BookSentences } from './book.ts'
import { formatMoment } from './moment.ts'

const LIMITS = {
  file: (most: number) => `файл больше ${most} МБ`,
  unpacked: (most: number) => `в развёрнутом виде он больше ${most} МБ`,
  parts: (most: number) => `в нём больше ${most} частей`,
  rows: (most: number) => `в нём больше ${formatInteger(most)} строк`,
  memory: (most: number) => `на него не хватает ${most} МБ памяти`,
}

export const bookRu: BookSentences = {
  // files
  not_a_workbook: ({ file }) =>
    `«${file}» — не книга Excel. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».`,
  workbook_old_format: ({ file }) =>
    `«${file}» — книга старого Excel (.xls). Сохраните её в Excel как «Книга Excel (.xlsx)».`,
  workbook_damaged: ({ file, part }) =>
    `Файл «${file}» повреждён (${part}). Откройте его в Excel и сохраните заново или возьмите копию.`,
  workbook_too_large: ({ file, limit, most }) =>
    `Книгу «${file}» нельзя загрузить: ${LIMITS[limit](most)}. Удалите лишние листы и пустые строки или разделите книгу на две.`,
  workbook_too_slow: ({ file, seconds }) =>
    `Книга «${file}» не прочиталась за ${seconds} с. Удалите лишние листы и оформление или разделите книгу на две.`,
  workbook_protected: ({ file }) =>
    `Файл «${file}» закрыт паролем. Снимите пароль в Excel (Файл — Сведения — Защита книги) и сохраните.`,
  book_empty: ({ file }) =>
    `В файле «${file}» нет ни одной строки для учёта. Проверьте названия листов и заголовки: они должны быть как в шаблоне.`,
  csv_name_unknown: ({ file, sheets }) =>
    `По названию файла «${file}» не понять, какой это лист. Назовите файл как лист: ${sheets}.`,
  csv_quotes: ({ file }) =>
    `В файле «${file}» есть кавычка без пары: где кончается ячейка, не понять. Сохраните таблицу в Excel как .xlsx.`,

  // sheets and columns
  sheet_skipped: ({ sheet }) => `Лист «${sheet}» программе не известен и пропущен.`,
  sheet_without_headings: ({ sheet, missing }) =>
    `На листе «${sheet}» не найдена строка заголовков. Не хватает столбцов: ${missing}.`,
  sheet_repeated: ({ sheet }) =>
    `Лист «${sheet}» встретился в файле второй раз. Перенесите его строки на первый.`,
  column_skipped: ({ heading }) => `Столбец «${heading}» программе не известен и пропущен.`,
  column_repeated: ({ heading }) =>
    `Столбец «${heading}» повторяется. Оставьте один или переименуйте лишний.`,
  cells_merged: ({ cells }) =>
    `Ячейки ${cells} объединены, и строкам ниже не хватает значения. Разъедините их и впишите значение в каждую строку.`,

  // cells
  cell_missing: ({ heading }) => `Не заполнен столбец «${heading}».`,
  cell_error: ({ value }) => `В ячейке ошибка ${value}. Исправьте формулу или впишите значение.`,
  formula_without_result: () =>
    'Формула ещё не посчитана. Откройте книгу в Excel, дождитесь результата и сохраните.',
  not_a_number: ({ heading }) => `В столбце «${heading}» должно быть число, например 1 234,50.`,
  not_a_whole_number: ({ heading }) => `В столбце «${heading}» должно быть целое число.`,
  not_a_code: ({ heading }) => `В столбце «${heading}» должен быть код: текст или число.`,
  code_became_date: ({ heading }) =>
    `Excel превратил «${heading}» в дату. Сделайте ячейку текстовой и впишите заново.`,
  code_digits_lost: ({ taken }) =>
    `Excel хранит у числа только 15 цифр, последние могли пропасть. Взято ${taken}. Сверьте, сделайте ячейку текстовой и впишите заново.`,
  not_a_date: ({ heading }) => `В столбце «${heading}» должна быть дата, например 30.11.2026.`,
  not_a_word: ({ heading, words }) => `В столбце «${heading}» может стоять только: ${words}.`,
  not_an_account: ({ heading }) =>
    `В столбце «${heading}» может стоять: касса, банк, потери, «партнёр: код», «покупатель: имя», «удержание: вид».`,
  number_out_of_range: ({ heading }) =>
    `Число в столбце «${heading}» слишком велико или слишком мало. Исправьте его.`,
  text_too_long: ({ heading, limit }) =>
    `Текст в столбце «${heading}» длиннее ${formatInteger(limit)} знаков. Сократите его.`,
  digits_lost: ({ taken }) => `В числе больше знаков после запятой, чем хранит учёт. Взято ${taken}.`,

  // meaning
  code_repeated: ({ code, row }) => `Код «${code}» уже есть в строке ${row}. Один код — одна строка.`,
  value_differs: ({ heading, stored, way }) =>
    `В учёте «${heading}» другое: ${stored}. Изменить это можно только новой записью: «${way}».`,
  amount_differs: ({ expected_tyiyn, found_tyiyn }) =>
    `Сумма не сходится: по цене, количеству и скидке выходит ${formatMoney(expected_tyiyn)}, а в ячейке ${formatMoney(found_tyiyn)}.`,
  setting_unknown: ({ parameter }) =>
    `Параметр «${parameter}» программе не известен. Проверьте название по шаблону.`,
  setting_invalid: ({ parameter, value }) => `Значение «${value}» не подходит для параметра «${parameter}».`,
  product_of_other_producer: ({ article, producer, other }) =>
    `Товар ${article} принадлежит производителю ${other}, а не ${producer}.`,
  place_without_partner: ({ location }) =>
    `У места ${location} есть доля, но не указан партнёр. Впишите код партнёра или уберите долю.`,
  set_without_components: ({ article }) =>
    `У набора ${article} нет состава. Впишите хотя бы один товар с количеством.`,
  unknown_sale: ({ sale, article }) =>
    `Продажа ${sale} с товаром ${article} не найдена. Проверьте номер, дату продажи и артикул.`,
  sale_ambiguous: ({ sale, date }) =>
    `Продаж с номером ${sale} несколько. Возврат отнесён к самой ранней из них, от ${formatDate(date)}.`,
  document_differs: ({ number }) =>
    `Документ ${number} уже есть в учёте, но с другими данными. Верните строки книги как были, а ошибку исправьте в программе.`,
  document_repeated: ({ count }) =>
    `Пропущено документов, которые уже есть в учёте: ${formatInteger(count)}.`,
  import_repeated: ({ file, moment }) => `Файл «${file}» уже загружен: ${formatMoment(moment)}.`,
  nothing_new: ({ file }) => `В файле «${file}» нет ничего нового: всё уже есть в учёте.`,
  book_cannot_hold: ({ number }) =>
    `Документ ${number} в книгу не попал: он возвращает товар продажи, которой в учёте нет. Внесите его в новом учёте вручную.`,
  book_loses_choice: ({ number }) =>
    `В документе ${number} партия или строка продажи выбрана вручную, а в книге для этого нет столбца. После загрузки книги сверьте его.`,
  book_has_errors: ({ count }) =>
    `Ошибок в книге: ${formatInteger(count)}. Ничего не записано. Исправьте их и загрузите книгу ещё раз.`,
  issues_cut: ({ count }) =>
    `Показаны первые замечания, ещё ${formatInteger(count)} не показано. Исправьте эти и загрузите книгу снова.`,
  follows_from: ({ row, sheet }) =>
    `Следует из ошибки в строке ${row} листа «${sheet}». Исправьте сначала её.`,
}
