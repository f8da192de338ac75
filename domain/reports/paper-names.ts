/** What files of papers are called, without the ending. */
import type { SalesReport } from './month.ts'

const BY: Readonly<Record<SalesReport['by'], string>> = {
  product: 'товары',
  producer: 'производители',
  category: 'категории',
  district: 'районы',
  day: 'дни',
}

/** The same in every language, as the papers themselves are: other tools find them by name (formats.md section 2). */
export const PAPER_NAMES = {
  settlement: (month: string) => `Расчёт-${month}`,
  producer: (month: string, code: string) => `Расчёт-${month}-${code}`,
  stock: (date: string, location = '') => placed(`Остатки-${date}`, location),
  count: (date: string, location = '') => placed(`Опись-${date}`, location),
  statement: (code: string, from: string, to: string) => `Акт-сверки-${code}-${from}-${to}`,
  sales: (from: string, to: string, by: SalesReport['by']) => `Продажи-${from}-${to}-${BY[by]}`,
  template: 'Книга учёта',
} as const

const placed = (name: string, location: string): string => (location === '' ? name : `${name}-${location}`)
