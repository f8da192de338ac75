/** What the fields of forms are called, where a sentence names one. */
import type { Language } from '../format.ts'
import { nameOf } from './names.ts'

type FieldNames = Readonly<Record<string, string>>

const ru: FieldNames = {
  date: 'дата',
  paperDate: 'дата бумаги',
  location: 'место',
  from: 'откуда',
  to: 'куда',
  account: 'счёт',
  producer: 'производитель',
  customer: 'покупатель',
  product: 'товар',
  quantity_milli: 'количество',
  counted_milli: 'сосчитано',
  price_tyiyn: 'цена',
  amount_tyiyn: 'сумма',
  what: 'за что',
  bearer: 'за чей счёт',
  lot: 'партия',
  sale: 'продажа',
}
const ky: FieldNames = {
  date: 'күнү',
  paperDate: 'кагаздын күнү',
  location: 'жай',
  from: 'кайдан',
  to: 'кайда',
  account: 'эсеп',
  producer: 'өндүрүүчү',
  customer: 'сатып алуучу',
  product: 'товар',
  quantity_milli: 'саны',
  counted_milli: 'саналды',
  price_tyiyn: 'баасы',
  amount_tyiyn: 'суммасы',
  what: 'эмне үчүн',
  bearer: 'кимдин эсебинен',
  lot: 'партия',
  sale: 'сатуу',
}
const en: FieldNames = {
  date: 'date',
  paperDate: 'date of the paper',
  location: 'place',
  from: 'from',
  to: 'to',
  account: 'account',
  producer: 'producer',
  customer: 'customer',
  product: 'product',
  quantity_milli: 'quantity',
  counted_milli: 'counted',
  price_tyiyn: 'price',
  amount_tyiyn: 'amount',
  what: 'what for',
  bearer: 'who bears it',
  lot: 'lot',
  sale: 'sale',
}

const formFields: Readonly<Record<Language, FieldNames>> = { ru, ky, en }

export const formFieldName = (language: Language, field: string): string =>
  nameOf(formFields[language], field)
