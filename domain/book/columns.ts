/** What a column of a ledger book can be, and the columns and words that several sheets share. */
export type ValueType =
  | 'code' // text, kept as shown: «007» stays «007»
  | 'text'
  | 'date' // YYYY-MM-DD
  | 'money' // whole tyiyn
  | 'quantity' // whole thousandths
  | 'rate' // whole basis points
  | 'count' // a whole number, such as days
  | 'discount' // som off the line, or a percent when it ends in %
  | 'account' // касса, банк, «партнёр: КМЦ», «покупатель: …», «удержание: …», потери
  | 'word' // one of the column's words

export interface ColumnSpec {
  readonly field: string
  readonly heading: string
  readonly type: ValueType
  readonly required?: true
  /** Other headings people use, besides case, dots, spaces and ё/е. */
  readonly variants?: readonly string[]
  /** For `word`: what a cell may say → the value it stands for. */
  readonly words?: Readonly<Record<string, string>>
}

export const required = true as const
export const date = { field: 'date', heading: 'Дата', type: 'date', required } as const
export const number = {
  field: 'number',
  heading: 'Номер',
  type: 'code',
  variants: ['№', 'Ном', 'N', '№ документа', 'Номер документа'],
} as const
export const place = { field: 'location', heading: 'Место', type: 'code', required } as const
export const article = {
  field: 'article',
  heading: 'Артикул',
  type: 'code',
  required,
  variants: ['Арт', 'Код товара'],
} as const
export const producer = {
  field: 'producer',
  heading: 'Производитель',
  type: 'code',
  required,
  variants: ['Код производителя', 'Комитент'],
} as const
export const quantity = {
  field: 'quantity',
  heading: 'Количество',
  type: 'quantity',
  required,
  variants: ['Кол-во', 'К-во', 'Кол', 'Колво'],
} as const
export const price = {
  field: 'price',
  heading: 'Цена',
  type: 'money',
  variants: ['Цена, сом', 'Цена сом', 'Розничная цена'],
} as const
export const net = {
  field: 'net',
  heading: 'Цена комитента',
  type: 'money',
  variants: ['Цена комитента, сом'],
} as const
export const made = {
  field: 'made',
  heading: 'Изготовлен',
  type: 'date',
  variants: ['Дата изготовления'],
} as const
export const expires = {
  field: 'expires',
  heading: 'Годен до',
  type: 'date',
  variants: ['Срок годности', 'Годен до (включительно)'],
} as const
export const note = { field: 'note', heading: 'Примечание', type: 'text' } as const
export const reason = { field: 'reason', heading: 'Причина', type: 'text' } as const
export const paperDate = { field: 'paperDate', heading: 'Дата бумаги', type: 'date' } as const
export const amount = {
  field: 'amount',
  heading: 'Сумма',
  type: 'money',
  required,
  variants: ['Сумма, сом'],
} as const
export const barcode = {
  field: 'barcode',
  heading: 'Штрихкод',
  type: 'code',
  variants: ['Штрих-код', 'ШК'],
} as const
export const name = {
  field: 'name',
  heading: 'Наименование',
  type: 'text',
  required,
  variants: ['Наим', 'Название'],
} as const
export const rate = {
  field: 'rate',
  heading: 'Ставка %',
  type: 'rate',
  variants: ['Ставка', 'Ставка, %', '%'],
} as const
export const inn = { field: 'inn', heading: 'ИНН', type: 'code' } as const
export const phone = { field: 'phone', heading: 'Телефон', type: 'code', variants: ['Тел'] } as const
export const details = { field: 'details', heading: 'Реквизиты', type: 'text' } as const
export const TAX_STATUSES = {
  нет: 'none',
  фермер: 'farmer',
  патент: 'patent',
  ен: 'unified',
  ндс: 'vat',
} as const
const BEARERS = { производитель: 'producer', ассоциация: 'association' } as const
export const PAYMENTS = {
  наличные: 'cash',
  карта: 'card',
  qr: 'qr',
  банк: 'bank',
  кошелёк: 'wallet',
  'в долг': 'credit',
} as const
export const PAYOUT_METHODS = { наличные: 'cash', банк: 'bank', кошелёк: 'wallet' } as const
export const METHODS = {
  процент: 'percent_of_sale',
  разница: 'difference',
  'процент от разницы': 'percent_of_difference',
  'за единицу': 'fixed_per_unit',
} as const
export const bearer = {
  field: 'bearer',
  heading: 'За чей счёт',
  type: 'word',
  required,
  words: BEARERS,
} as const
export const payment = { field: 'payment', heading: 'Оплата', type: 'word', words: PAYMENTS } as const
