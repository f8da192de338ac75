import { formatDate, formatInteger, formatMoney } from '../format.ts'
import type { BookSentences } from './book.ts'
import { formatMoment } from './moment.ts'

const LIMITS = {
  file: (most: number) => `файл ${most} МБдан чоң`,
  unpacked: (most: number) => `ачылганда ${most} МБдан чоң`,
  parts: (most: number) => `бөлүктөрүнүн саны чектен ашык (эң көбү: ${most})`,
  rows: (most: number) => `саптарынын саны чектен ашык (эң көбү: ${formatInteger(most)})`,
  memory: (most: number) => `ага ${most} МБ эс жетпейт`,
}

export const bookKy: BookSentences = {
  // files
  not_a_workbook: ({ file }) =>
    `«${file}» — Excel китеби эмес. Аны Excelде ачып, «Excel китеби (.xlsx)» түрүндө сактаңыз.`,
  workbook_old_format: ({ file }) =>
    `«${file}» — эски Excel китеби (.xls). Аны Excelде «Excel китеби (.xlsx)» түрүндө сактаңыз.`,
  workbook_damaged: ({ file, part }) =>
    `«${file}» файлы бузулган (${part}). Аны Excelде ачып, кайра сактаңыз же көчүрмөсүн алыңыз.`,
  workbook_too_large: ({ file, limit, most }) =>
    `«${file}» китебин жүктөөгө болбойт: ${LIMITS[limit](most)}. Ашыкча барактарды жана бош саптарды өчүрүңүз же китепти экиге бөлүңүз.`,
  workbook_too_slow: ({ file, seconds }) =>
    `«${file}» китеби ${seconds} секундда окулган жок. Ашыкча барактарды жана кооздоолорду өчүрүңүз же китепти экиге бөлүңүз.`,
  workbook_protected: ({ file }) =>
    `«${file}» файлы сырсөз менен жабылган. Excelде сырсөздү алып салып, кайра сактаңыз.`,
  book_empty: ({ file }) =>
    `«${file}» файлында эсепке ала турган бир да сап жок. Барактардын жана мамычалардын аталыштары үлгүдөгүдөй болушу керек.`,
  csv_name_unknown: ({ file, sheets }) =>
    `«${file}» деген аталыштан бул кайсы барак экени белгисиз. Файлды барактын аты менен атаңыз: ${sheets}.`,
  csv_quotes: ({ file }) =>
    `«${file}» файлында жабылбаган тырмакча бар: уяча кайда бүтөрү белгисиз. Таблицаны Excelде .xlsx түрүндө сактаңыз.`,

  // sheets and columns
  sheet_skipped: ({ sheet }) => `«${sheet}» барагы программага белгисиз, ал окулган жок.`,
  sheet_without_headings: ({ sheet, missing }) =>
    `«${sheet}» барагында аталыштар сабы табылган жок. Жетпеген мамычалар: ${missing}.`,
  sheet_repeated: ({ sheet }) =>
    `«${sheet}» барагы файлда экинчи жолу кездешти. Анын саптарын биринчисине көчүрүңүз.`,
  column_skipped: ({ heading }) => `«${heading}» мамычасы программага белгисиз, ал окулган жок.`,
  column_repeated: ({ heading }) =>
    `«${heading}» мамычасы кайталанат. Бирин калтырыңыз же ашыгынын атын өзгөртүңүз.`,
  cells_merged: ({ cells }) =>
    `${cells} уячалары бириктирилген, ылдыйкы саптарга маани жетпейт. Аларды ажыратып, маанини ар бир сапка жазыңыз.`,

  // cells
  cell_missing: ({ heading }) => `«${heading}» мамычасы толтурулган эмес.`,
  cell_error: ({ value }) => `Уячада ката бар: ${value}. Формуланы оңдоңуз же маанини жазыңыз.`,
  formula_without_result: () =>
    'Формула азырынча эсептелген эмес. Китепти Excelде ачып, жыйынтыгын күтүп, сактаңыз.',
  not_a_number: ({ heading }) => `«${heading}» мамычасында сан болушу керек, мисалы 1 234,50.`,
  not_a_whole_number: ({ heading }) => `«${heading}» мамычасында бүтүн сан болушу керек.`,
  not_a_code: ({ heading }) => `«${heading}» мамычасында код болушу керек: текст же сан.`,
  code_became_date: ({ heading }) =>
    `Excel «${heading}» маанисин датага айландырган. Уячаны текст түрүнө которуп, кайра жазыңыз.`,
  code_digits_lost: ({ taken }) =>
    `Excel сандын 15 цифрасын гана сактайт, акыркылары жоголушу мүмкүн. Алынганы: ${taken}. Салыштырып, уячаны текст түрүнө которуп, кайра жазыңыз.`,
  not_a_date: ({ heading }) => `«${heading}» мамычасында дата болушу керек, мисалы 30.11.2026.`,
  not_a_word: ({ heading, words }) => `«${heading}» мамычасында булардын бири гана болот: ${words}.`,
  not_an_account: ({ heading }) =>
    `«${heading}» мамычасында булардын бири болот: касса, банк, потери, «партнёр: код», «покупатель: аты», «удержание: түрү».`,
  number_out_of_range: ({ heading }) => `«${heading}» мамычасындагы сан өтө чоң же өтө кичине. Аны оңдоңуз.`,
  text_too_long: ({ heading, limit }) =>
    `«${heading}» мамычасындагы текст өтө узун (эң көбү ${formatInteger(limit)} белги). Аны кыскартыңыз.`,
  digits_lost: ({ taken }) => `Сандын үтүрдөн кийинки белгилери эсеп сактагандан көп. Алынганы: ${taken}.`,

  // meaning
  code_repeated: ({ code, row }) => `«${code}» коду ${row}-сапта бар. Бир код — бир сап.`,
  value_differs: ({ heading, stored, way }) =>
    `Эсепте «${heading}» башкача: ${stored}. Аны жаңы жазуу менен гана өзгөртсө болот: «${way}».`,
  amount_differs: ({ expected_tyiyn, found_tyiyn }) =>
    `Сумма туура келбейт: баасы, саны жана арзандатуусу боюнча ${formatMoney(expected_tyiyn)} чыгат, уячада ${formatMoney(found_tyiyn)} турат.`,
  setting_unknown: ({ parameter }) =>
    `«${parameter}» деген жөндөө программага белгисиз. Аталышын үлгүдөн караңыз.`,
  setting_invalid: ({ parameter, value }) => `«${value}» мааниси «${parameter}» жөндөөсүнө туура келбейт.`,
  product_of_other_producer: ({ article, producer, other }) =>
    `${article} товары башка өндүрүүчүгө таандык. Товардын өндүрүүчүсү: ${other}, сапта жазылганы: ${producer}.`,
  place_without_partner: ({ location }) =>
    `${location} деген жайдын үлүшү бар, бирок өнөктөшү көрсөтүлгөн эмес. Өнөктөштүн кодун жазыңыз же үлүштү алып салыңыз.`,
  set_without_components: ({ article }) =>
    `${article} деген топтомдун курамы жок. Жок дегенде бир товарды саны менен жазыңыз.`,
  unknown_sale: ({ sale, article }) =>
    `${sale} номерлүү сатуудан ${article} товары табылган жок. Номерин, сатуу күнүн жана артикулун текшериңиз.`,
  sale_ambiguous: ({ sale, date }) =>
    `${sale} номерлүү сатуу бир нече. Кайтаруу алардын эң эртесине жазылды, күнү: ${formatDate(date)}.`,
  document_differs: ({ number }) =>
    `${number} документи эсепте бар, бирок маалыматы башка. Китептин саптарын мурдагыдай кылып, катаны программадан оңдоңуз.`,
  document_repeated: ({ count }) =>
    `Эсепте бар болгондуктан калтырылган документтердин саны: ${formatInteger(count)}.`,
  import_repeated: ({ file, moment }) => `«${file}» файлы мурда жүктөлгөн: ${formatMoment(moment)}.`,
  nothing_new: ({ file }) => `«${file}» файлында жаңы эч нерсе жок: баары эсепте бар.`,
  book_cannot_hold: ({ number }) =>
    `${number} документи китепке кирген жок: ал эсепте жок сатуунун товарын кайтарат. Аны жаңы эсепке кол менен киргизиңиз.`,
  book_loses_choice: ({ number }) =>
    `${number} документинде партия же сатуунун сабы кол менен тандалган, ал эми китепте ага мамыча жок. Китеп жүктөлгөндөн кийин аны салыштырыңыз.`,
  book_has_errors: ({ count }) =>
    `Китептеги каталардын саны: ${formatInteger(count)}. Эч нерсе жазылган жок. Аларды оңдоп, китепти кайра жүктөңүз.`,
  issues_cut: ({ count }) =>
    `Биринчи эскертүүлөр гана көрсөтүлдү, көрсөтүлбөгөнү: ${formatInteger(count)}. Буларды оңдоп, китепти кайра жүктөңүз.`,
  follows_from: ({ row, sheet }) =>
    `«${sheet}» барагынын ${row}-сабындагы катадан келип чыккан. Адегенде ошону оңдоңуз.`,
}
