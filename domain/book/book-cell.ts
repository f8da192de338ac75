/** Values of the ledger book as cells that the reader takes back as the same values. */
import { formatQuantity } from '../format.ts'
import { code, date, integer, money, number, quantity, text } from '../reports/content.ts'
import type { Content, Format } from '../reports/sheet.ts'
import type { BookAccount, BookDiscount, ColumnSpec, ValueType } from './sheets.ts'

/** What a typed cell of a book may hold. */
export type BookValue = string | number | BookDiscount | BookAccount

/** The format of cells that are still empty. */
export const ENTRY_FORMATS: Readonly<Record<ValueType, Format>> = {
  code: 'code',
  text: 'text',
  date: 'date',
  money: 'money',
  quantity: 'quantity',
  rate: 'points',
  count: 'integer',
  discount: 'text',
  account: 'text',
  word: 'text',
}

export function bookContent({ type, words }: ColumnSpec, value: BookValue | undefined): Content {
  if (value === undefined) return text('')
  if (typeof value === 'number') return numberContent(type, value)
  if (typeof value !== 'string') return 'account' in value ? text(accountText(value)) : discountContent(value)
  if (type === 'date') return date(value)
  if (type === 'word') return text(wordText(words ?? {}, value))
  return type === 'code' ? code(value) : text(value)
}

function numberContent(type: ValueType, value: number): Content {
  if (type === 'money') return money(value)
  if (type === 'quantity') return quantity(value)
  return type === 'rate' ? number('points', value) : integer(value)
}

function discountContent(discount: BookDiscount): Content {
  return 'rate' in discount ? text(`${formatQuantity(discount.rate * 10)}%`) : money(discount.amount)
}

function accountText(account: BookAccount): string {
  switch (account.account) {
    case 'cash':
      return 'касса'
    case 'bank':
      return 'банк'
    case 'loss':
      return 'потери'
    case 'partner':
      return `партнёр: ${account.who}`
    case 'customer':
      return `покупатель: ${account.who}`
    case 'charges':
      return `удержание: ${account.who}`
  }
}

function wordText(words: Readonly<Record<string, string>>, value: string): string {
  const word = Object.keys(words).find((each) => words[each] === value)
  if (word === undefined) throw new RangeError(`no word for ${value}`)
  return shownWord(word)
}

/** Words are matched without case; abbreviations look odd in small letters. */
export function shownWord(word: string): string {
  return ABBREVIATIONS[word] ?? word
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ип: 'ИП',
  осоо: 'ОсОО',
  ен: 'ЕН',
  ндс: 'НДС',
  qr: 'QR',
}
