import {
  amount,
  article,
  barcode,
  bearer,
  type ColumnSpec,
  date,
  details,
  expires,
  inn,
  METHODS,
  made,
  name,
  net,
  note,
  number,
  PAYOUT_METHODS,
  paperDate,
  payment,
  phone,
  place,
  price,
  producer,
  quantity,
  rate,
  reason,
  required,
  TAX_STATUSES,
} from './columns.ts'

export type { ColumnSpec, ValueType } from './columns.ts'

/**
 * The ledger book («Книга учёта»): every sheet, its columns and the kind of value each holds (formats.md section 1).
 * One table for the reader, the empty template, the export of a whole ledger and the tests.
 */
export const SHEETS = {
  settings: {
    name: 'Настройки',
    columns: [
      { field: 'parameter', heading: 'Параметр', type: 'text', required },
      { field: 'value', heading: 'Значение', type: 'text', required },
    ],
  },
  partners: {
    name: 'Партнёры',
    columns: [{ field: 'code', heading: 'Код', type: 'code', required }, name, inn, phone, details],
  },
  locations: {
    name: 'Места',
    columns: [
      { field: 'code', heading: 'Код', type: 'code', required },
      name,
      {
        field: 'type',
        heading: 'Тип',
        type: 'word',
        required,
        words: { магазин: 'shop', склад: 'warehouse', ярмарка: 'fair', отель: 'hotel', другое: 'other' },
      },
      { field: 'address', heading: 'Адрес', type: 'text' },
      { field: 'partner', heading: 'Партнёр', type: 'code', variants: ['Партнёр (код)'] },
      {
        field: 'share',
        heading: 'Доля партнёра %',
        type: 'rate',
        variants: ['Доля партнёра', 'Доля %', 'Доля'],
      },
      {
        field: 'shareBase',
        heading: 'База доли',
        type: 'word',
        words: { продажа: 'sale', комиссия: 'commission' },
      },
      { field: 'shareFrom', heading: 'Доля с даты', type: 'date' },
    ],
  },
  producers: {
    name: 'Производители',
    columns: [
      { field: 'code', heading: 'Код', type: 'code', required },
      name,
      {
        field: 'kind',
        heading: 'Вид',
        type: 'word',
        words: {
          физлицо: 'person',
          группа: 'group',
          ип: 'sole_trader',
          осоо: 'firm',
          кооператив: 'cooperative',
        },
      },
      { field: 'organisation', heading: 'Организация', type: 'code' },
      { field: 'leader', heading: 'Руководитель', type: 'text' },
      { field: 'oblast', heading: 'Область', type: 'text' },
      { field: 'district', heading: 'Район', type: 'text' },
      { field: 'aymak', heading: 'Айылный аймак', type: 'text', variants: ['Аймак'] },
      { field: 'village', heading: 'Село', type: 'text' },
      phone,
      inn,
      { field: 'passport', heading: 'Паспорт', type: 'code' },
      { field: 'taxStatus', heading: 'Налоговый статус', type: 'word', words: TAX_STATUSES },
      { field: 'payoutMethod', heading: 'Способ выплаты', type: 'word', words: PAYOUT_METHODS },
      details,
      { field: 'joined', heading: 'Дата вступления', type: 'date' },
      { field: 'language', heading: 'Язык', type: 'word', words: { рус: 'ru', кырг: 'ky', англ: 'en' } },
      note,
    ],
  },
  products: {
    name: 'Товары',
    columns: [
      article,
      name,
      { field: 'nameKy', heading: 'Наименование (кырг.)', type: 'text' },
      { field: 'nameEn', heading: 'Наименование (англ.)', type: 'text' },
      producer,
      { field: 'category', heading: 'Категория', type: 'text' },
      { field: 'brandLine', heading: 'Товарная линия', type: 'text' },
      { field: 'unit', heading: 'Ед.', type: 'text', required, variants: ['Ед. изм.', 'Единица', 'Ед изм'] },
      barcode,
      price,
      net,
      {
        field: 'shelfLifeDays',
        heading: 'Срок годности, дней',
        type: 'count',
        variants: ['Срок годности дней', 'Срок, дней'],
      },
      { field: 'composition', heading: 'Состав', type: 'text' },
      { field: 'storage', heading: 'Условия хранения', type: 'text' },
      { field: 'certificate', heading: 'Сертификат', type: 'text' },
      { field: 'certificateUntil', heading: 'Сертификат до', type: 'date' },
      { field: 'story', heading: 'Рассказ', type: 'text' },
    ],
  },
  sets: {
    name: 'Наборы',
    columns: [
      { field: 'setArticle', heading: 'Артикул набора', type: 'code', required },
      name,
      { ...price, required },
      barcode,
      article,
      quantity,
    ],
  },
  terms: {
    name: 'Условия',
    columns: [
      { field: 'from', heading: 'С даты', type: 'date', required },
      { field: 'producer', heading: 'Производитель', type: 'code' },
      { field: 'article', heading: 'Артикул', type: 'code', variants: ['Арт'] },
      { field: 'location', heading: 'Место', type: 'code' },
      { field: 'method', heading: 'Схема', type: 'word', required, words: METHODS },
      rate,
      { field: 'fixed', heading: 'За единицу', type: 'money' },
    ],
  },
  rules: {
    name: 'Удержания-правила',
    columns: [
      name,
      {
        field: 'base',
        heading: 'База',
        type: 'word',
        required,
        words: { 'к начислению': 'due', продажи: 'sales', фиксированная: 'fixed' },
      },
      rate,
      { field: 'amount', heading: 'Сумма', type: 'money' },
      {
        field: 'taxStatus',
        heading: 'Статус',
        type: 'word',
        words: TAX_STATUSES,
        variants: ['Налоговый статус'],
      },
      { field: 'organisation', heading: 'Организация', type: 'code' },
      { field: 'producer', heading: 'Производитель', type: 'code' },
      { field: 'from', heading: 'С даты', type: 'date', required },
      { field: 'until', heading: 'По дату', type: 'date' },
    ],
  },
  openingBalances: {
    name: 'Начальное сальдо',
    columns: [
      date,
      { field: 'producer', heading: 'Производитель', type: 'code' },
      {
        field: 'account',
        heading: 'Счёт',
        type: 'word',
        words: {
          производитель: 'producer',
          партнёр: 'partner',
          покупатель: 'customer',
          касса: 'cash',
          банк: 'bank',
        },
      },
      { field: 'who', heading: 'Кто', type: 'code' },
      amount,
      paperDate,
    ],
  },
  openingStock: {
    name: 'Начальные остатки',
    columns: [
      date,
      place,
      article,
      quantity,
      { field: 'received', heading: 'Принят', type: 'date' },
      net,
      made,
      expires,
      paperDate,
    ],
  },
  receipts: {
    name: 'Приход',
    columns: [date, number, place, article, quantity, price, net, made, expires, note, paperDate],
  },
  transfers: {
    name: 'Перемещения',
    columns: [
      date,
      number,
      { field: 'from', heading: 'Откуда', type: 'code', required },
      { field: 'to', heading: 'Куда', type: 'code', required },
      article,
      quantity,
      paperDate,
    ],
  },
  sales: {
    name: 'Продажи',
    columns: [
      date,
      number,
      place,
      article,
      quantity,
      price,
      { field: 'discount', heading: 'Скидка', type: 'discount' },
      { field: 'amount', heading: 'Сумма', type: 'money', variants: ['Сумма, сом'] },
      payment,
      { field: 'customer', heading: 'Покупатель', type: 'code' },
      paperDate,
    ],
  },
  customerReturns: {
    name: 'Возвраты покупателей',
    columns: [
      date,
      number,
      { field: 'sale', heading: 'Продажа', type: 'code', required },
      { field: 'saleDate', heading: 'Дата продажи', type: 'date' },
      article,
      quantity,
      { field: 'location', heading: 'Место', type: 'code' },
      payment,
      paperDate,
    ],
  },
  producerReturns: {
    name: 'Возвраты комитентам',
    columns: [date, number, place, article, quantity, reason, paperDate],
  },
  writeOffs: {
    name: 'Списания',
    columns: [date, number, place, article, quantity, reason, bearer, paperDate],
  },
  repricings: { name: 'Переоценка', columns: [date, article, { ...price, required }, paperDate] },
  charges: {
    name: 'Удержания',
    columns: [
      date,
      producer,
      { field: 'kind', heading: 'Вид', type: 'text', required },
      amount,
      note,
      paperDate,
    ],
  },
  payouts: {
    name: 'Выплаты',
    columns: [
      date,
      number,
      producer,
      amount,
      { field: 'method', heading: 'Способ', type: 'word', words: PAYOUT_METHODS },
      note,
      paperDate,
    ],
  },
  money: {
    name: 'Деньги',
    columns: [
      date,
      number,
      { field: 'from', heading: 'Откуда', type: 'account', required },
      { field: 'to', heading: 'Куда', type: 'account', required },
      amount,
      note,
      paperDate,
    ],
  },
  stockCounts: {
    name: 'Инвентаризация',
    columns: [
      date,
      number,
      place,
      article,
      { field: 'counted', heading: 'Фактически', type: 'quantity', required, variants: ['Факт'] },
      bearer,
      paperDate,
    ],
  },
} as const satisfies Record<string, { name: string; columns: readonly ColumnSpec[] }>

export type SheetKey = keyof typeof SHEETS

/** `{ amount }` is som off the line in tyiyn, `{ rate }` a percent of it in basis points. */
export type BookDiscount = { readonly amount: number } | { readonly rate: number }

/** An account as a book names it; `who` is a partner's code, a customer's name or a kind of charge. */
export type BookAccount =
  | { readonly account: 'cash' | 'bank' | 'loss' }
  | { readonly account: 'partner' | 'customer' | 'charges'; readonly who: string }

type WordOf<C> = C extends { readonly words: infer W } ? W[keyof W] : never
type ValueOf<C extends ColumnSpec> = C['type'] extends 'code' | 'text' | 'date'
  ? string
  : C['type'] extends 'money' | 'quantity' | 'rate' | 'count'
    ? number
    : C['type'] extends 'discount'
      ? BookDiscount
      : C['type'] extends 'account'
        ? BookAccount
        : WordOf<C>

type ColumnsOf<K extends SheetKey> = (typeof SHEETS)[K]['columns'][number]

/** The typed cells of one row; empty cells are absent. */
export type RowValues<K extends SheetKey> = {
  [C in ColumnsOf<K> as C extends { required: true } ? C['field'] : never]: ValueOf<C>
} & { [C in ColumnsOf<K> as C extends { required: true } ? never : C['field']]?: ValueOf<C> }

/** One row of a book: where it stands (the row as Excel numbers it) and what it says. */
export interface BookRow<K extends SheetKey = SheetKey> {
  /** Which of several files; absent where there is one. */
  readonly file?: string
  readonly row: number
  readonly values: RowValues<K>
}

/** A book whose every cell has the right shape; sheets that are absent are empty. */
export type Book = { readonly [K in SheetKey]: readonly BookRow<K>[] }
