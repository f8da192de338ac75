import { formatDate, formatInteger, formatMoney, formatMonth, formatQuantity, formatRate } from '../format.ts'
import { formFieldName } from './form-fields.ts'
import type { LedgerSentences } from './ledger.ts'
import { nameOf, names } from './names.ts'

// Whole sentences, with values set apart by commas and colons: endings that would follow a value hang on its vowels.
const { kinds, methods, fields, catalogues, accounts, fileTroubles, roles } = names.ky

const som = (amount_tyiyn: number): string => `${formatMoney(amount_tyiyn)} сом`
const goods = ({ product, article }: { product: string; article: string }): string =>
  `«${product}» (${article})`
const month = (value: string): string => formatMonth(value, 'ky')

export const ledgerKy: LedgerSentences = {
  // numbers
  amount_too_large: ({ value }) => `${value} саны эсеп үчүн өтө чоң. Санын жана баасын текшериңиз.`,
  not_whole: ({ value }) => `${value} — бүтүн сан эмес. Жазылганды текшериңиз.`,
  invalid_input: ({ path, problem }) =>
    `«${path}» талаасы туура эмес толтурулган (${problem}). Аны текшериңиз.`,
  field_missing: ({ field }) => `Толтурулган жок: ${formFieldName('ky', field)}.`,

  // references
  unknown_product: ({ article }) =>
    `Мындай артикулдуу товар жок: ${article}. Артикулду текшериңиз же адегенде товарды кошуңуз.`,
  unknown_producer: ({ code }) =>
    `Мындай коддуу өндүрүүчү жок: ${code}. Кодду текшериңиз же адегенде өндүрүүчүнү кошуңуз.`,
  unknown_partner: ({ code }) =>
    `Мындай коддуу өнөктөш жок: ${code}. Кодду текшериңиз же адегенде өнөктөштү кошуңуз.`,
  unknown_location: ({ code }) =>
    `Мындай коддуу жай жок: ${code}. Кодду текшериңиз же адегенде жайды кошуңуз.`,
  unknown_customer: ({ customer }) => `${customer} деген сатып алуучу жок. Тизмеден тандаңыз.`,
  unknown_lot: ({ lot }) => `Мындай партия жок: ${lot}. Партияны тизмеден тандаңыз.`,
  unknown_document: ({ id }) => `Мындай документ жок: ${id}. Номерин текшериңиз.`,
  unknown_user: ({ user }) => `Мындай колдонуучу жок: ${user}. Башкасын тандаңыз.`,

  // dates and months
  invalid_date: ({ date }) => `«${date}» — дата эмес. Датаны мындай жазыңыз: 2026-09-30.`,
  date_in_settled_month: (data) =>
    `${formatDate(data.date)} күнү эсептешилген айга туура келет (${month(data.month)}). Ачык айдын күнүн коюп, кагаздын күнүн өзүнчө жазыңыз.`,
  date_in_future: ({ date, today }) =>
    `${formatDate(date)} күнү али келе элек, бүгүн ${formatDate(today)}. Күнүн оңдоңуз.`,
  paper_date_after: ({ date, paperDate }) =>
    `Кагаздын күнү (${formatDate(paperDate)}) документтин күнүнөн (${formatDate(date)}) кийин турат. Ал эрте же ошол эле күн болушу керек.`,

  // documents
  id_reused: ({ number }) =>
    `Ушул эле белги менен башка документ өткөрүлгөн: ${number}. Аны ачып, салыштырыңыз.`,
  no_lines: ({ kind }) => `«${nameOf(kinds, kind)}» документинде бир да сап жок. Сап кошуңуз.`,
  too_many_lines: ({ kind, most }) =>
    `«${nameOf(kinds, kind)}» документинде ${formatInteger(most)} саптан көп сап бар. Аны бир нечеге бөлүңүз.`,
  quantity_not_positive: ({ article, quantity_milli }) =>
    `${article} товарынын саны: ${formatQuantity(quantity_milli)}. Ал нөлдөн чоң болушу керек.`,
  fraction_of_piece: (data) =>
    `${goods(data)} бүтүн саналат (${data.unit}), жазылганы: ${formatQuantity(data.quantity_milli)}. Бүтүн сан жазыңыз.`,
  price_negative: ({ article }) => `${article} товарынын баасы терс. Баасын оңдоңуз.`,
  amount_zero: ({ kind }) =>
    kind === 'money'
      ? 'Акча кыймылынын суммасы нөлдөн чоң болушу керек. Сумманы оңдоңуз же сапты өчүрүңүз.'
      : `«${nameOf(kinds, kind)}» документинин суммасы нөл болбойт. Сумманы жазыңыз же сапты өчүрүңүз.`,
  discount_out_of_range: ({ article, discount_tyiyn, amount_tyiyn }) =>
    `Арзандатуу суммадан чоң: арзандатуу ${som(discount_tyiyn)}, сумма ${som(amount_tyiyn)}${article === '' ? '' : `, товар ${article}`}. Арзандатууну оңдоңуз.`,
  not_enough_stock: (data) =>
    `${data.location}: ${formatDate(data.day)} күнү ${goods(data)} товары жетпейт, жетпегени ${formatQuantity(data.short_milli)} ${data.unit}${data.lot === '' ? '' : `, партия ${data.lot}`}. Санын азайтыңыз же адегенде кабыл алууну өткөрүңүз.`,
  no_price: (data) =>
    `${formatDate(data.date)} күнүнө ${goods(data)} товарынын баасы жок. Баасын жазыңыз же кайра баалаңыз.`,
  no_terms: (data) =>
    `${formatDate(data.date)} күнүнө ${goods(data)} товарынын комиссия шарттары жок (${data.location}). Аларды «Условия» барагына же шарттарга кошуңуз.`,
  no_net_price: (data) =>
    `${goods(data)} товарынын комитент баасы жок, ал эми «${nameOf(methods, data.method)}» ошондон эсептелет. Аны кабыл алууга же товардын өзүнө жазыңыз.`,
  receipt_of_several_producers: ({ article, producer, other }) =>
    other === ''
      ? `${article} топтому комиссияга кабыл алынбайт. Анын курамындагы товарларды кабыл алыңыз.`
      : `${article} товарынын ээси ${other}, кабыл алуу болсо ${producer} өндүрүүчүсүнөн. Аны өзүнчө кабыл алуу менен жазыңыз.`,
  expires_before_made: ({ article, made, expires }) =>
    `${article} товары ${formatDate(expires)} чейин жарактуу, бирок даярдалган күнү ${formatDate(made)}. Бирин оңдоңуз.`,
  same_place: ({ location }) => `Которуу бир эле жайга жазылган: ${location}. Башка жайды тандаңыз.`,
  credit_without_customer: () => 'Карызга сатууда сатып алуучу жазылган эмес. Ким карыз экенин жазыңыз.',
  count_line_repeated: ({ article }) =>
    `Бул инвентаризацияда ${article} товары эки жолу жазылган. Жалпы саны менен бир сап калтырыңыз.`,
  return_exceeds_sale: ({ article, sale, quantity_milli, left_milli, unit }) =>
    `${sale} сатуусунан ${article} товарын кайтарууга болгону: ${formatQuantity(left_milli)} ${unit}, жазылганы: ${formatQuantity(quantity_milli)}. Санын азайтыңыз.`,
  return_without_sale: ({ article, sale }) =>
    `${sale} сатуусунда ${article} товары жок. Сатуунун номерин жана артикулду текшериңиз.`,
  return_before_sale: (data) =>
    `${formatDate(data.date)} күнкү кайтаруу өзүнүн ${data.sale} сатуусунан (${formatDate(data.saleDate)}) эрте. Кайтаруунун датасын оңдоңуз.`,
  charge_kind_empty: () => 'Кармоонун түрү жазылган эмес. Эмне үчүн экенин жазыңыз: таңгак, транспорт.',
  money_same_account: ({ account }) =>
    `Акча бир эле жерден чыгып, ошол эле жерге кирет: ${nameOf(accounts, account)}. Башкасын тандаңыз.`,
  payout_rounding: ({ producer }) =>
    `${producer} өндүрүүчүсүнө накталай төлөмдү тыйынга чейин берүүгө болбойт. Сумманы 50 тыйынга эселүү жазыңыз.`,

  // questions
  expired_lot: (data) =>
    `${data.lot} партиясы, ${goods(data)}, ${formatDate(data.expires)} чейин жарактуу, сатуу күнү ${formatDate(data.date)}. Партияны жана күнүн текшериңиз.`,
  negative_commission: (data) =>
    `${goods(data)} товарынан комиссия терс чыгат: ${som(data.commission_tyiyn)}. Баасын жана арзандатууну текшериңиз.`,
  payout_over_balance: ({ producer, name, balance_tyiyn, amount_tyiyn }) =>
    `${producer} «${name}» үчүн төлөм ${som(amount_tyiyn)}, ага тийиштүүсү ${som(balance_tyiyn)}. Сумманы текшериңиз: калганы аванс болот.`,

  // warnings
  receipt_price_differs: ({ article, price_tyiyn, current_tyiyn }) =>
    `${article} товары: кабыл алуудагы баа ${som(price_tyiyn)}, азыркы баа ${som(current_tyiyn)}. Баа мурдагыдай калды; жаңысын кайра баалоо коёт.`,
  partner_share_exceeds_commission: ({ article, share_tyiyn, commission_tyiyn }) =>
    `${article} товары: өнөктөштүн үлүшү ${som(share_tyiyn)}, комиссия ${som(commission_tyiyn)}, айырмасын ассоциация төлөйт. Шарттарды жана үлүштү текшериңиз.`,
  late_before_count: ({ article, location, count, date }) =>
    `${formatDate(date)} күнкү документ ${article} товарынын (${location}) калдыгын ${count} инвентаризациясына чейин өзгөртөт. Анын жыйынтыгын салыштырыңыз.`,

  // reversal
  already_reversed: ({ number, by }) => `${number} документи сторно кылынган: ${by}.`,
  reversal_of_reversal: ({ number }) => `${number} — сторнонун өзү. Анын ордуна документти кайра өткөрүңүз.`,
  reversal_of_settlement: (data) =>
    `${data.number} отчёту өзүнчө сторно кылынбайт. Айды толугу менен кайра ачыңыз: ${month(data.month)}.`,
  reversal_of_settled_opening: (data) =>
    `${data.number} эсептешилген айга кирет (${month(data.month)}). Сумманы кармоо менен оңдоңуз, керек болсо минус менен.`,
  reversal_has_followers: ({ number, follower }) =>
    `${number} документине ${follower} таянат. Адегенде ошону сторно кылыңыз.`,
  reason_required: () => 'Себеби жазылган эмес. Аны жазыңыз: ал журналда калат.',

  // months
  nothing_to_settle: (data) =>
    data.first === ''
      ? `${month(data.month)}: эсептешүүгө эч нерсе жок, документтер али жок.`
      : `${month(data.month)}: эсептешүүгө эч нерсе жок, эсеп кийин башталат: ${month(data.first)}.`,
  month_not_over: (data) =>
    `Ай али бүтө элек: ${month(data.month)}. Эсептешүүгө мүмкүн болгон күн: ${formatDate(data.last)}.`,
  month_before_open: (data) =>
    `Айлар ирети менен эсептешилет. Адегенде ${month(data.before)}, андан кийин ${month(data.month)}.`,
  month_has_drafts: (data) =>
    `${month(data.month)}: ${formatInteger(data.count)} долбоор бар. Аларды өткөрүңүз же өчүрүңүз, андан кийин айды эсептешиңиз.`,
  month_already_settled: (data) =>
    `Ай эсептешилген: ${month(data.month)}. Кайра эсептешүү үчүн адегенде аны кайра ачыңыз.`,
  month_not_settled: (data) => `Ай али эсептешиле элек: ${month(data.month)}. Адегенде аны эсептешиңиз.`,
  month_already_closed: (data) => `Ай жабылган: ${month(data.month)}.`,
  month_not_last_settled: (data) => `Акыркы эсептешилген айды гана кайра ачууга болот: ${month(data.last)}.`,
  rules_clash: ({ rule, producer }) =>
    `${producer} өндүрүүчүсүнө «${rule}» деген эки эреже туура келет. Бирин тактаңыз же ага акыркы күн коюңуз.`,
  ledger_not_clean: ({ first, count }) =>
    `Эсепти текшерүү ${formatInteger(count)} ката тапты, биринчиси: ${first}. Ай жабылган жок. Текшерүүнү иштетип, тизмесин караңыз.`,

  // what is left to do before a month can be closed
  left_drafts: ({ count }) => `${formatInteger(count)} долбоор калды. Аларды өткөрүңүз же өчүрүңүз.`,
  left_no_receipts: (data) =>
    `${month(data.month)}: кабыл алуулар али жок. Товар алып келишкен болсо, жазыңыз.`,
  left_no_sales: (data) =>
    `${month(data.month)}: сатуулар али жок. Аларды жазыңыз же Excel китебинен алыңыз.`,
  left_uncounted: ({ count }) =>
    `Калдыктар салыштырылган жок: ${formatInteger(count)} жай. Инвентаризация жүргүзүңүз.`,
  left_not_over: (data) => `Ай али бүтө элек. Аны ${formatDate(data.last)} күнүнөн баштап эсептесе болот.`,
  left_settle: (data) => `Айды эсептеңиз: ${month(data.month)}.`,
  left_unpaid: ({ count, amount_tyiyn }) =>
    `${formatInteger(count)} өндүрүүчүгө ${som(amount_tyiyn)} төлөп бериңиз.`,
  left_close: (data) => `Айды жабыңыз: ${month(data.month)}.`,

  // what a check of the whole ledger finds
  verify_integrity: ({ detail }) =>
    `Эсеп файлынын ичи бузулган: ${detail}. Анда иштебеңиз, акыркы көчүрмөнү калыбына келтириңиз.`,
  verify_foreign_key: ({ table, row }) => `${table} таблицасынын ${row} сабы жок нерсеге шилтеме берет.`,
  verify_entry: ({ seq, kind, subject }) =>
    `Чынжырдын № ${formatInteger(seq)} жазуусу (${kind} ${subject}) текшерүү суммасына туура келбейт: мазмуну программасыз өзгөртүлгөн.`,
  verify_order: ({ seq }) => `Жазуулар чынжырынын ирети бузулган, № ${formatInteger(seq)}.`,
  verify_rows: ({ table, expected, found }) =>
    `${table} таблицасында ${formatInteger(found)} сап бар, чынжыр боюнча ${formatInteger(expected)} болушу керек.`,
  verify_catalogue: ({ table, row }) =>
    `${table} маалымдамасы: ${row} сабы чынжырдагы акыркы жазуусундай эмес.`,
  verify_stored: ({ table, key, stored, expected }) =>
    `Сакталган калдык (${table}, ${key}): ${stored}, кыймылдар боюнча: ${expected}.`,
  verify_trial_balance: ({ difference_tyiyn }) => `Дебет менен кредиттин айырмасы: ${som(difference_tyiyn)}.`,
  verify_stock_negative: ({ lot, place, day, quantity_milli }) =>
    `${lot} партиясынын калдыгы (${place}) ${formatDate(day)} күнү терс: ${formatQuantity(quantity_milli)}.`,
  verify_number_gap: ({ kind, year, number }) =>
    `${year}-жыл: «${nameOf(kinds, kind)}» № ${formatInteger(number)} документи жок, номерлер катары менен болушу керек.`,

  // catalogues
  code_taken: ({ catalogue, code }) =>
    `«${code}» коду бар («${nameOf(catalogues, catalogue)}»). Башкасын алыңыз.`,
  barcode_taken: ({ barcode, article, other }) =>
    `${barcode} штрихкоду ${other} товарында турат. ${article} товарына өзүнүкү керек.`,
  code_empty: ({ catalogue }) =>
    `Коду же аты жазылган эмес («${nameOf(catalogues, catalogue)}»). Аны жазыңыз.`,
  terms_incomplete: ({ method, missing }) =>
    `«${nameOf(methods, method)}» шартына ${nameOf(fields, missing)} керек. Аны жазыңыз.`,
  rate_out_of_range: ({ rate_bp }) =>
    `${formatRate(rate_bp)} % ставкасы туура эмес: ал 0дөн 100 %га чейин болот. Ставканы оңдоңуз.`,
  rule_incomplete: ({ rule, missing }) =>
    `«${rule}» эрежесине ${nameOf(fields, missing)} керек. Аны жазыңыз.`,

  // files
  ledger_missing: ({ file }) => `«${file}» эсеби жок. Жолун текшериңиз же жаңы эсеп түзүңүз.`,
  ledger_exists: ({ file }) => `«${file}» бар, анын үстүнө эсеп түзүлбөйт. Башка файлды атаңыз.`,
  not_a_ledger: ({ file }) => `«${file}» — Esep эсебинин файлы эмес. Ошол файлбы, текшериңиз.`,
  ledger_file_empty: ({ file }) =>
    `«${file}» файлы бош, анда эсеп жок. Эсепти көчүрмөдөн калыбына келтириңиз.`,
  ledger_newer: ({ file, version, known }) =>
    `«${file}» эсебин жаңыраак программа жүргүзөт (схема ${version}, бул ${known} гана билет). Программаны жаңылаңыз; файл өзгөргөн жок.`,
  ledger_busy: ({ file }) =>
    `«${file}» эсеби азыр башка программада ачык. Аны жаап, кайталаңыз; эч нерсе өзгөргөн жок.`,
  ledger_damaged: ({ file, detail }) =>
    `«${file}» эсебинин файлы бузулган (${detail}). Анда иштебеңиз, акыркы көчүрмөнү калыбына келтириңиз.`,
  copy_missing: ({ name }) => `Бул жерде «${name}» көчүрмөсү жок. Башкасын тандаңыз.`,
  copy_damaged: ({ file, detail }) =>
    `«${file}» көчүрмөсү бузулган (${detail}), ал жарабайт. Башкасын тандаңыз; эсеп өзгөргөн жок.`,
  file_not_readable: ({ file, reason }) => `«${file}» окулбайт: ${nameOf(fileTroubles, reason)}.`,
  file_not_writable: ({ file, reason }) =>
    `«${file}» жазылбайт: ${nameOf(fileTroubles, reason)}. Башка жерди тандаңыз же муну бошотуңуз.`,
  not_allowed: ({ role }) => `Муну ${nameOf(roles, role)} гана кыла алат. Эч нерсе өзгөргөн жок.`,
  cancelled: () => 'Токтотулду. Эч нерсе өзгөргөн жок.',
  internal: ({ id }) =>
    `Программанын өзүндө ката бар (${id}). Эч нерсе жазылган жок. Кайталаңыз, болбосо ушул номерди билдириңиз.`,
}
