/** Words of the program that stand inside sentences: kinds of document, catalogues, methods, why a file failed. */
import type { DocumentKind } from '../documents/document.ts'
import type { Language } from '../format.ts'
import type { Method } from '../registers.ts'

export interface Names {
  readonly kinds: Readonly<Record<DocumentKind, string>>
  readonly methods: Readonly<Record<Method, string>>
  /** What a row of terms or a rule may lack. */
  readonly fields: Readonly<Record<'rate' | 'fixed' | 'amount', string>>
  readonly catalogues: Readonly<Record<'producer' | 'product' | 'location' | 'partner' | 'customer', string>>
  /** Accounts that are one of a kind. */
  readonly accounts: Readonly<Record<string, string>>
  /** Codes of the system and of SQLite, as people would say them. */
  readonly fileTroubles: Readonly<Record<string, string>>
  /** Who does a thing, as «only … may do this» names them. */
  readonly roles: Readonly<Record<string, string>>
}

/** The word for a code; a code that nobody has named stands as it is. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code
}

const namesRu: Names = {
  kinds: {
    opening: 'начальные остатки',
    receipt: 'приём на комиссию',
    transfer: 'перемещение',
    sale: 'продажа',
    customer_return: 'возврат покупателя',
    producer_return: 'возврат комитенту',
    write_off: 'списание',
    stock_count: 'инвентаризация',
    repricing: 'переоценка',
    charge: 'удержание',
    settlement: 'отчёт комиссионера',
    payout: 'выплата',
    money: 'движение денег',
  },
  methods: {
    percent_of_sale: 'процент',
    difference: 'разница',
    percent_of_difference: 'процент от разницы',
    fixed_per_unit: 'за единицу',
  },
  fields: { rate: 'ставка', fixed: 'сумма за единицу', amount: 'сумма' },
  catalogues: {
    producer: 'Производители',
    product: 'Товары',
    location: 'Места',
    partner: 'Партнёры',
    customer: 'Покупатели',
  },
  accounts: { cash: 'касса', bank: 'банк', loss: 'потери' },
  fileTroubles: {
    ENOENT: 'такого файла или папки нет',
    ENOTDIR: 'на месте папки стоит файл',
    EISDIR: 'это папка, а не файл',
    EEXIST: 'на этом месте уже стоит файл',
    EACCES: 'нет прав на этот файл или папку',
    EPERM: 'нет прав, или файл открыт в другой программе',
    EBUSY: 'файл открыт в другой программе',
    EROFS: 'диск только для чтения',
    ENOSPC: 'на диске нет места',
    ENAMETOOLONG: 'слишком длинное имя',
    SQLITE_FULL: 'на диске нет места',
    SQLITE_READONLY: 'файл только для чтения',
    SQLITE_CANTOPEN: 'файл не открывается',
    gone: 'выберите файл ещё раз',
  },
  roles: { viewer: 'наблюдатель', chair: 'председатель', bookkeeper: 'бухгалтер' },
}

const namesKy: Names = {
  kinds: {
    opening: 'баштапкы калдыктар',
    receipt: 'комиссияга кабыл алуу',
    transfer: 'которуу',
    sale: 'сатуу',
    customer_return: 'сатып алуучунун кайтаруусу',
    producer_return: 'комитентке кайтаруу',
    write_off: 'эсептен чыгаруу',
    stock_count: 'инвентаризация',
    repricing: 'кайра баалоо',
    charge: 'кармоо',
    settlement: 'комиссионердин отчёту',
    payout: 'төлөм',
    money: 'акча кыймылы',
  },
  methods: {
    percent_of_sale: 'пайыз',
    difference: 'айырма',
    percent_of_difference: 'айырмадан пайыз',
    fixed_per_unit: 'бирдиги үчүн',
  },
  fields: { rate: 'ставка', fixed: 'бирдиги үчүн сумма', amount: 'сумма' },
  catalogues: {
    producer: 'Өндүрүүчүлөр',
    product: 'Товарлар',
    location: 'Жайлар',
    partner: 'Өнөктөштөр',
    customer: 'Сатып алуучулар',
  },
  accounts: { cash: 'касса', bank: 'банк', loss: 'жоготуулар' },
  fileTroubles: {
    ENOENT: 'мындай файл же папка жок',
    ENOTDIR: 'папканын ордунда файл турат',
    EISDIR: 'бул файл эмес, папка',
    EEXIST: 'бул жерде файл бар',
    EACCES: 'бул файлга же папкага укук жок',
    EPERM: 'укук жок же файл башка программада ачык',
    EBUSY: 'файл башка программада ачык',
    EROFS: 'дискке жазууга болбойт',
    ENOSPC: 'дискте орун жок',
    ENAMETOOLONG: 'аты өтө узун',
    SQLITE_FULL: 'дискте орун жок',
    SQLITE_READONLY: 'файлга жазууга болбойт',
    SQLITE_CANTOPEN: 'файл ачылбайт',
    gone: 'файлды кайра тандаңыз',
  },
  roles: { viewer: 'байкоочу', chair: 'төрага', bookkeeper: 'бухгалтер' },
}

const namesEn: Names = {
  kinds: {
    opening: 'opening stock and balances',
    receipt: 'receipt on commission',
    transfer: 'transfer',
    sale: 'sale',
    customer_return: 'customer return',
    producer_return: 'return to the producer',
    write_off: 'write-off',
    stock_count: 'stock count',
    repricing: 'repricing',
    charge: 'charge',
    settlement: 'settlement',
    payout: 'payout',
    money: 'money move',
  },
  methods: {
    percent_of_sale: 'percent of sale',
    difference: 'difference',
    percent_of_difference: 'percent of difference',
    fixed_per_unit: 'fixed per unit',
  },
  fields: { rate: 'a rate', fixed: 'a sum per unit', amount: 'a sum' },
  catalogues: {
    producer: 'Producers',
    product: 'Products',
    location: 'Locations',
    partner: 'Partners',
    customer: 'Customers',
  },
  accounts: { cash: 'the till', bank: 'the bank', loss: 'losses' },
  fileTroubles: {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'a file stands where a folder should be',
    EISDIR: 'it is a folder, not a file',
    EEXIST: 'a file stands there already',
    EACCES: 'no right to this file or folder',
    EPERM: 'no right to it, or it is open in another program',
    EBUSY: 'the file is open in another program',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
    SQLITE_FULL: 'the disk is full',
    SQLITE_READONLY: 'the file is read-only',
    SQLITE_CANTOPEN: 'the file cannot be opened',
    gone: 'pick the file again',
  },
  roles: { viewer: 'viewer', chair: 'chair', bookkeeper: 'bookkeeper' },
}

export const names: Readonly<Record<Language, Names>> = { ru: namesRu, ky: namesKy, en: namesEn }
