import { formatDate, formatInteger, formatMoney, formatMonth, formatQuantity, formatRate } from '../format.ts'
import { russianNoun } from '../words.ts'
import { formFieldName } from './form-fields.ts'
import type { LedgerSentences } from './ledger.ts'
import { nameOf, names } from './names.ts'

const { kinds, methods, fields, catalogues, accounts, fileTroubles, roles } = names.ru

const som = (amount_tyiyn: number): string => `${formatMoney(amount_tyiyn)} сом`
const goods = ({ product, article }: { product: string; article: string }): string =>
  `«${product}» (${article})`
const month = (value: string): string => formatMonth(value, 'ru')
const counted = (count: number, one: string, few: string, many: string): string =>
  `${formatInteger(count)} ${russianNoun(count, one, few, many)}`

export const ledgerRu: LedgerSentences = {
  // numbers
  amount_too_large: ({ value }) => `Число ${value} слишком велико для учёта. Проверьте количество и цену.`,
  not_whole: ({ value }) => `Число ${value} не целое. Проверьте, что введено.`,
  invalid_input: ({ path, problem }) => `Поле «${path}» заполнено неверно (${problem}). Проверьте его.`,
  field_missing: ({ field }) => `Не заполнено: ${formFieldName('ru', field)}.`,

  // references
  unknown_product: ({ article }) =>
    `Товара с артикулом ${article} нет. Проверьте артикул или сначала добавьте товар.`,
  unknown_producer: ({ code }) =>
    `Производителя с кодом ${code} нет. Проверьте код или сначала добавьте производителя.`,
  unknown_partner: ({ code }) => `Партнёра с кодом ${code} нет. Проверьте код или сначала добавьте партнёра.`,
  unknown_location: ({ code }) => `Места с кодом ${code} нет. Проверьте код или сначала добавьте место.`,
  unknown_customer: ({ customer }) => `Покупателя ${customer} нет. Выберите его из списка.`,
  unknown_lot: ({ lot }) => `Партии ${lot} нет. Выберите партию из списка.`,
  unknown_document: ({ id }) => `Документа ${id} нет. Проверьте номер.`,
  unknown_user: ({ user }) => `Пользователя ${user} нет. Выберите другого.`,

  // dates and months
  invalid_date: ({ date }) => `«${date}» — не дата. Напишите её так: 2026-09-30.`,
  date_in_settled_month: (data) =>
    `Дата ${formatDate(data.date)} попадает в рассчитанный месяц (${month(data.month)}). Поставьте дату открытого месяца, а дату бумаги запишите отдельно.`,
  date_in_future: ({ date, today }) =>
    `Дата ${formatDate(date)} ещё не наступила: сегодня ${formatDate(today)}. Исправьте дату.`,
  paper_date_after: ({ date, paperDate }) =>
    `Дата бумаги ${formatDate(paperDate)} позже даты документа ${formatDate(date)}. Она может быть только раньше или та же.`,

  // documents
  id_reused: ({ number }) =>
    `Под этой же меткой уже проведён другой документ: ${number}. Откройте его и сверьте.`,
  no_lines: ({ kind }) => `В документе «${nameOf(kinds, kind)}» нет ни одной строки. Добавьте строку.`,
  too_many_lines: ({ kind, most }) =>
    `В документе «${nameOf(kinds, kind)}» больше строк, чем ${formatInteger(most)}. Разделите его на несколько.`,
  quantity_not_positive: ({ article, quantity_milli }) =>
    `У товара ${article} количество ${formatQuantity(quantity_milli)}. Оно должно быть больше нуля.`,
  fraction_of_piece: (data) =>
    `${goods(data)} считают целыми (${data.unit}), а указано ${formatQuantity(data.quantity_milli)}. Впишите целое количество.`,
  price_negative: ({ article }) => `У товара ${article} отрицательная цена. Исправьте цену.`,
  amount_zero: ({ kind }) =>
    kind === 'money'
      ? 'Сумма движения денег должна быть больше нуля. Исправьте сумму или удалите строку.'
      : `Сумма документа «${nameOf(kinds, kind)}» не бывает нулевой. Впишите сумму или удалите строку.`,
  discount_out_of_range: ({ article, discount_tyiyn, amount_tyiyn }) =>
    `Скидка ${som(discount_tyiyn)} больше суммы ${som(amount_tyiyn)}${article === '' ? '' : ` (товар ${article})`}. Исправьте скидку.`,
  not_enough_stock: (data) =>
    `${data.location}: на ${formatDate(data.day)} не хватает ${formatQuantity(data.short_milli)} ${data.unit} ${goods(data)}${data.lot === '' ? '' : `, партия ${data.lot}`}. Уменьшите количество или сначала проведите приём.`,
  no_price: (data) =>
    `У товара ${goods(data)} на ${formatDate(data.date)} нет цены. Впишите цену или проведите переоценку.`,
  no_terms: (data) =>
    `Для товара ${goods(data)} (${data.location}) на ${formatDate(data.date)} нет условий комиссии. Добавьте их в «Условия».`,
  no_net_price: (data) =>
    `У товара ${goods(data)} нет цены комитента, а схема «${nameOf(methods, data.method)}» считается от неё. Впишите её в приём или в карточку товара.`,
  receipt_of_several_producers: ({ article, producer, other }) =>
    other === ''
      ? `Набор ${article} не принимают на комиссию. Примите товары, из которых он состоит.`
      : `Товар ${article} принадлежит производителю ${other}, а приём — от ${producer}. Запишите его отдельным приёмом.`,
  expires_before_made: ({ article, made, expires }) =>
    `Товар ${article} годен до ${formatDate(expires)}, но изготовлен позже: ${formatDate(made)}. Исправьте одну из дат.`,
  same_place: ({ location }) => `Перемещение из места «${location}» в него же. Выберите другое место.`,
  credit_without_customer: () => 'Продажа в долг без покупателя. Впишите, кто должен.',
  count_line_repeated: ({ article }) =>
    `Товар ${article} в этой инвентаризации записан дважды. Оставьте одну строку с общим количеством.`,
  return_exceeds_sale: ({ article, sale, quantity_milli, left_milli, unit }) =>
    `По продаже ${sale} можно вернуть ${formatQuantity(left_milli)} ${unit} товара ${article}, а указано ${formatQuantity(quantity_milli)}. Уменьшите количество.`,
  return_without_sale: ({ article, sale }) =>
    `В продаже ${sale} нет товара ${article}. Проверьте номер продажи и артикул.`,
  return_before_sale: (data) =>
    `Возврат от ${formatDate(data.date)} раньше своей продажи ${data.sale} от ${formatDate(data.saleDate)}. Исправьте дату возврата.`,
  charge_kind_empty: () => 'Не указан вид удержания. Напишите, за что оно: упаковка, транспорт.',
  money_same_account: ({ account }) =>
    `Деньги уходят и приходят в одно место (${nameOf(accounts, account)}). Выберите другое.`,
  payout_rounding: ({ producer }) =>
    `Наличную выплату производителю ${producer} нельзя выдать до тыйына. Впишите сумму, кратную 50 тыйынам.`,

  // questions
  expired_lot: (data) =>
    `Партия ${data.lot} товара ${goods(data)} годна до ${formatDate(data.expires)}, а продажа от ${formatDate(data.date)}. Проверьте партию и дату.`,
  negative_commission: (data) =>
    `Комиссия с товара ${goods(data)} выходит отрицательной: ${som(data.commission_tyiyn)}. Проверьте цену и скидку.`,
  payout_over_balance: ({ producer, name, balance_tyiyn, amount_tyiyn }) =>
    `Производителю ${producer} «${name}» выплачивается ${som(amount_tyiyn)}, а причитается ${som(balance_tyiyn)}. Проверьте сумму: остальное будет авансом.`,

  // warnings
  receipt_price_differs: ({ article, price_tyiyn, current_tyiyn }) =>
    `Товар ${article}: в приёме цена ${som(price_tyiyn)}, а действует ${som(current_tyiyn)}. Цена осталась прежней; новую назначает переоценка.`,
  partner_share_exceeds_commission: ({ article, share_tyiyn, commission_tyiyn }) =>
    `Товар ${article}: доля партнёра ${som(share_tyiyn)} больше комиссии ${som(commission_tyiyn)}, разницу доплачивает ассоциация. Проверьте условия и долю.`,
  late_before_count: ({ article, location, count, date }) =>
    `Документ от ${formatDate(date)} меняет остаток товара ${article} (${location}) до инвентаризации ${count}. Сверьте её итог.`,

  // reversal
  already_reversed: ({ number, by }) => `Документ ${number} уже сторнирован: ${by}.`,
  reversal_of_reversal: ({ number }) => `${number} — сам сторно. Вместо этого проведите документ заново.`,
  reversal_of_settlement: (data) =>
    `Отчёт ${data.number} отдельно не сторнируют. Откройте заново весь месяц: ${month(data.month)}.`,
  reversal_of_settled_opening: (data) =>
    `${data.number} входит в рассчитанный месяц (${month(data.month)}). Исправьте сумму удержанием, с минусом или без.`,
  reversal_has_followers: ({ number, follower }) =>
    `На документ ${number} опирается ${follower}. Сначала сторнируйте его.`,
  reason_required: () => 'Не указана причина. Напишите её: она останется в журнале.',

  // months
  nothing_to_settle: (data) =>
    data.first === ''
      ? `Рассчитывать за ${month(data.month)} нечего: документов ещё нет.`
      : `Рассчитывать за ${month(data.month)} нечего: учёт начинается позже, первый месяц — ${month(data.first)}.`,
  month_not_over: (data) =>
    `Месяц ещё идёт: ${month(data.month)}. Рассчитать его можно с ${formatDate(data.last)}.`,
  month_before_open: (data) =>
    `Месяцы рассчитывают по порядку. Сначала рассчитайте ${month(data.before)}, потом ${month(data.month)}.`,
  month_has_drafts: (data) =>
    `За ${month(data.month)} есть ${counted(data.count, 'черновик', 'черновика', 'черновиков')}. Проведите или удалите, потом рассчитывайте месяц.`,
  month_already_settled: (data) =>
    `Месяц уже рассчитан: ${month(data.month)}. Чтобы рассчитать его снова, сначала откройте его заново.`,
  month_not_settled: (data) => `Месяц ещё не рассчитан: ${month(data.month)}. Сначала рассчитайте его.`,
  month_already_closed: (data) => `Месяц уже закрыт: ${month(data.month)}.`,
  month_not_last_settled: (data) =>
    `Открыть заново можно только последний рассчитанный месяц: ${month(data.last)}.`,
  rules_clash: ({ rule, producer }) =>
    `Производителю ${producer} подходят сразу два правила «${rule}». Уточните одно из них или поставьте ему последний день.`,
  ledger_not_clean: ({ first, count }) =>
    `Проверка учёта нашла ${counted(count, 'ошибку', 'ошибки', 'ошибок')}, первая: ${first}. Месяц не закрыт. Запустите проверку и посмотрите её список.`,

  // what is left to do before a month can be closed
  left_drafts: ({ count }) =>
    `Проведите или удалите ${counted(count, 'черновик', 'черновика', 'черновиков')}.`,
  left_no_receipts: (data) => `За ${month(data.month)} ещё нет приёмов. Если товар привозили, запишите их.`,
  left_no_sales: (data) => `За ${month(data.month)} ещё нет продаж. Запишите их или возьмите из книги Excel.`,
  left_uncounted: ({ count }) =>
    `Остатки не сверены: ${counted(count, 'место', 'места', 'мест')}. Проведите инвентаризацию.`,
  left_not_over: (data) => `Месяц ещё идёт. Рассчитать его можно с ${formatDate(data.last)}.`,
  left_settle: (data) => `Рассчитайте месяц: ${month(data.month)}.`,
  left_unpaid: ({ count, amount_tyiyn }) =>
    `Выплатите ${som(amount_tyiyn)}: ${counted(count, 'производителю', 'производителям', 'производителям')}.`,
  left_close: (data) => `Закройте месяц: ${month(data.month)}.`,

  // what a check of the whole ledger finds
  verify_integrity: ({ detail }) =>
    `Файл учёта испорчен внутри: ${detail}. Не работайте в нём, восстановите последнюю копию.`,
  verify_foreign_key: ({ table, row }) => `Строка ${row} таблицы ${table} ссылается на то, чего нет.`,
  verify_entry: ({ seq, kind, subject }) =>
    `Запись цепи № ${formatInteger(seq)} (${kind} ${subject}) не сходится со своей контрольной суммой: содержание менялось не программой.`,
  verify_order: ({ seq }) => `В цепи записей пропуск или перестановка у № ${formatInteger(seq)}.`,
  verify_rows: ({ table, expected, found }) =>
    `В таблице ${table} строк ${formatInteger(found)}, а по записям цепи должно быть ${formatInteger(expected)}.`,
  verify_catalogue: ({ table, row }) =>
    `Справочник ${table}: строка ${row} не такая, как её последняя запись в цепи.`,
  verify_stored: ({ table, key, stored, expected }) =>
    `Хранимый остаток (${table}, ${key}) равен ${stored}, а по движениям выходит ${expected}.`,
  verify_trial_balance: ({ difference_tyiyn }) => `Дебет и кредит расходятся на ${som(difference_tyiyn)}.`,
  verify_stock_negative: ({ lot, place, day, quantity_milli }) =>
    `Остаток партии ${lot} (${place}) на ${formatDate(day)} отрицательный: ${formatQuantity(quantity_milli)}.`,
  verify_number_gap: ({ kind, year, number }) =>
    `Нет документа «${nameOf(kinds, kind)}» № ${formatInteger(number)} за ${year} год: номера должны идти подряд.`,

  // catalogues
  code_taken: ({ catalogue, code }) =>
    `Код «${code}» уже есть («${nameOf(catalogues, catalogue)}»). Возьмите другой.`,
  barcode_taken: ({ barcode, article, other }) =>
    `Штрихкод ${barcode} уже стоит у товара ${other}. Товару ${article} нужен свой.`,
  code_empty: ({ catalogue }) => `Не указан код или имя («${nameOf(catalogues, catalogue)}»). Впишите его.`,
  terms_incomplete: ({ method, missing }) =>
    `Для схемы «${nameOf(methods, method)}» нужна ${nameOf(fields, missing)}. Впишите её.`,
  rate_out_of_range: ({ rate_bp }) =>
    `Ставка ${formatRate(rate_bp)} % не подходит: она бывает от 0 до 100 %. Исправьте ставку.`,
  rule_incomplete: ({ rule, missing }) => `Правилу «${rule}» нужна ${nameOf(fields, missing)}. Впишите её.`,

  // files
  ledger_missing: ({ file }) => `Учёта «${file}» нет. Проверьте путь или создайте новый учёт.`,
  ledger_exists: ({ file }) => `«${file}» уже есть, поверх него учёт не создаётся. Назовите другой файл.`,
  not_a_ledger: ({ file }) => `«${file}» — не файл учёта Esep. Проверьте, тот ли это файл.`,
  ledger_file_empty: ({ file }) => `Файл «${file}» пуст, учёта в нём нет. Восстановите учёт из копии.`,
  ledger_newer: ({ file, version, known }) =>
    `Учёт «${file}» ведёт более новая программа (схема ${version}, эта знает ${known}). Обновите программу; файл не тронут.`,
  ledger_busy: ({ file }) =>
    `Учёт «${file}» сейчас открыт другой программой. Закройте её и повторите; ничего не изменилось.`,
  ledger_damaged: ({ file, detail }) =>
    `Файл учёта «${file}» повреждён (${detail}). Не работайте в нём, восстановите последнюю копию.`,
  copy_missing: ({ name }) => `Копии «${name}» здесь нет. Выберите другую.`,
  copy_damaged: ({ file, detail }) =>
    `Копия «${file}» повреждена (${detail}) и не годится. Выберите другую; учёт не тронут.`,
  file_not_readable: ({ file, reason }) => `«${file}» не читается: ${nameOf(fileTroubles, reason)}.`,
  file_not_writable: ({ file, reason }) =>
    `«${file}» не записать: ${nameOf(fileTroubles, reason)}. Выберите другое место или освободите это.`,
  not_allowed: ({ role }) => `Это может только ${nameOf(roles, role)}. Ничего не изменилось.`,
  cancelled: () => 'Отменено. Ничего не изменилось.',
  internal: ({ id }) =>
    `Ошибка самой программы (${id}). Ничего не записано. Повторите, а если не поможет, сообщите этот номер.`,
}
