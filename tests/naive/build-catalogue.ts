import type { BookRow, RowValues, SheetKey } from '../../domain/book/sheets.ts'
import { plusDays } from './numbers.ts'
import type { Picks, Recipe } from './recipe.ts'
import { picksOf } from './recipe.ts'

export const START = '2026-01-01'

/** Values of a row with the cells that may stay empty. */
export type Draft<T> = { readonly [K in keyof T]: T[K] | undefined }

/** Leaves the empty cells out, as the reader does. */
export function filled<T>(draft: Draft<T>): T {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as T
}

export function numbered<K extends SheetKey>(rows: readonly RowValues<K>[]): BookRow<K>[] {
  return rows.map((values, index) => ({ row: index + 2, values }))
}

const PRICES = [10_000, 0, 1, 33, 1001, 33_333, 99_999, 25_050] as const
const RATES = [1000, 0, 1, 725, 1250, 3333, 5000, 10_000, 9999] as const
const UNITS = ['шт', 'кг', 'банка', 'л', 'м'] as const

export function priceFrom(picks: Picks): number {
  return picks.chance(60) ? 50 + picks.below(9000) * 37 : picks.of(PRICES)
}

function dayFrom(picks: Picks, recipe: Recipe): string {
  return plusDays(START, picks.below(recipe.months * 30))
}

type Catalogue = {
  [K in
    | 'settings'
    | 'partners'
    | 'locations'
    | 'producers'
    | 'products'
    | 'sets'
    | 'terms'
    | 'rules']: RowValues<K>[]
}

const PARTNERS = ['КМЦ', 'ДАЙ'] as const

function producersOf(recipe: Recipe): RowValues<'producers'>[] {
  return recipe.producers.map((numbers, index) => {
    const picks = picksOf(numbers)
    const code = String(index + 1).padStart(3, '0')
    return filled<RowValues<'producers'>>({
      code,
      name: `Производитель ${code}`,
      taxStatus: picks.of([undefined, 'none', 'farmer', 'patent', 'unified', 'vat']),
      organisation: picks.of([undefined, 'ОСОП', 'КМЦ', 'ДАЙ']),
      payoutMethod: picks.of([undefined, 'cash', 'bank', 'wallet']),
      kind: picks.of([undefined, 'person', 'group']),
      leader: undefined,
      oblast: undefined,
      district: undefined,
      aymak: undefined,
      village: undefined,
      phone: undefined,
      inn: undefined,
      passport: undefined,
      details: undefined,
      joined: undefined,
      language: undefined,
      note: undefined,
    })
  })
}

function productsOf(recipe: Recipe): RowValues<'products'>[] {
  return recipe.products.map((numbers, index) => {
    const picks = picksOf(numbers)
    const article = `T${index + 1}`
    const producer = String((picks.below(recipe.producers.length) % recipe.producers.length) + 1).padStart(
      3,
      '0',
    )
    const values: RowValues<'products'> = {
      article,
      name: `Товар ${article}`,
      producer,
      unit: picks.of(UNITS),
    }
    const price = picks.chance(15) ? undefined : priceFrom(picks)
    return {
      ...values,
      ...(price === undefined ? {} : { price }),
      ...(picks.chance(20) ? {} : { net: priceFrom(picks) }),
      ...(picks.chance(40) ? { shelfLifeDays: 1 + picks.below(90) } : {}),
    }
  })
}

/** Two shares of one place never begin on one day. */
function freeDay(taken: Set<string>, wanted: string): string {
  let day = wanted
  while (taken.has(day)) day = plusDays(day, 1)
  taken.add(day)
  return day
}

/** A place stands in one row for itself, or in several, one for each agreement. */
function locationsOf(recipe: Recipe): RowValues<'locations'>[] {
  return recipe.places.flatMap((numbers, index): RowValues<'locations'>[] => {
    const picks = picksOf(numbers)
    const place = { code: `М${index + 1}`, name: `Место ${index + 1}`, type: 'shop' as const }
    const agreements = picks.of([0, 1, 2, 3])
    if (agreements === 0) return [place]
    const begun = new Set<string>()
    return Array.from({ length: agreements }, (_, turn): RowValues<'locations'> => {
      const share = picks.of(RATES)
      const base = picks.of(['sale', 'commission'] as const)
      const partner = picks.of(PARTNERS)
      const always = turn === 0 && picks.chance(50)
      return {
        ...place,
        partner,
        share,
        shareBase: base,
        ...(always ? {} : { shareFrom: freeDay(begun, dayFrom(picks, recipe)) }),
      }
    })
  })
}

function setsOf(recipe: Recipe, products: readonly RowValues<'products'>[]): RowValues<'sets'>[] {
  return recipe.sets.flatMap((numbers, index) => {
    const picks = picksOf(numbers)
    const size = 2 + picks.below(2)
    const first = picks.below(products.length)
    const set = { setArticle: `Н${index + 1}`, name: `Набор ${index + 1}`, price: priceFrom(picks) }
    return Array.from({ length: size }, (_, turn) => {
      const product = products[(first + turn) % products.length]
      const whole = product?.unit === 'шт' || product?.unit === 'банка'
      const quantity = whole ? 1000 * (1 + picks.below(3)) : 1 + picks.below(2500)
      return { ...set, article: product?.article ?? 'T1', quantity }
    })
  })
}

function termsOf(recipe: Recipe, products: readonly RowValues<'products'>[]): RowValues<'terms'>[] {
  return recipe.terms.map((numbers) => {
    const picks = picksOf(numbers)
    const level = picks.below(6)
    const product = products[picks.below(products.length)]
    const location = `М${1 + picks.below(recipe.places.length)}`
    const method = picks.of([
      'percent_of_sale',
      'difference',
      'percent_of_difference',
      'fixed_per_unit',
    ] as const)
    const number = picks.below(10_001)
    const from = dayFrom(picks, recipe)
    const named = picks.chance(30)
    return filled<RowValues<'terms'>>({
      from,
      article: level === 4 || level === 5 ? product?.article : undefined,
      producer: level === 2 || level === 3 || (level > 3 && named) ? product?.producer : undefined,
      location: level === 1 || level === 3 || level === 5 ? location : undefined,
      method,
      rate: method === 'fixed_per_unit' || (method === 'difference' && named) ? undefined : number,
      fixed: method === 'fixed_per_unit' ? number : undefined,
    })
  })
}

/** Rules have names of their own, so that two of one name never fit one producer; half of them run out or begin late. */
function rulesOf(recipe: Recipe): RowValues<'rules'>[] {
  return recipe.rules.flatMap((numbers, index) => {
    const picks = picksOf(numbers)
    const base = picks.of(['due', 'sales', 'fixed'] as const)
    const number = picks.below(3000)
    const turn = dayFrom(picks, recipe)
    const rule = filled<RowValues<'rules'>>({
      name: `Правило ${index + 1}`,
      base,
      rate: base === 'fixed' ? undefined : number,
      amount: base === 'fixed' ? number : undefined,
      taxStatus: picks.of([undefined, 'none', 'farmer', 'vat']),
      organisation: picks.of([undefined, 'ОСОП', 'КМЦ']),
      producer: picks.chance(15) ? '001' : undefined,
      from: '2025-06-01',
      until: undefined,
    })
    const ends = picks.of(['never', 'ends', 'begins', 'changes'] as const)
    if (ends === 'never') return [rule]
    if (ends === 'ends') return [{ ...rule, until: turn }]
    if (ends === 'begins') return [{ ...rule, from: turn }]
    const other = base === 'fixed' ? { amount: number + 100 } : { rate: number + 100 }
    return [
      { ...rule, until: turn },
      { ...rule, ...other, from: plusDays(turn, 1) },
    ]
  })
}

const russianDate = (date: string): string => date.split('-').reverse().join('.')

function settingsOf(recipe: Recipe): { settings: RowValues<'settings'>[]; terms: RowValues<'terms'>[] } {
  const picks = picksOf(recipe.settings)
  const rounding = picks.below(4)
  const minimum = picks.below(3)
  const settings: RowValues<'settings'>[] = [{ parameter: 'Организация', value: 'Ассоциация' }]
  if (rounding === 1) settings.push({ parameter: 'Округление наличных', value: 'нет' })
  if (rounding === 2) settings.push({ parameter: 'Округление наличных', value: 'да' })
  if (rounding === 3)
    settings.push({ parameter: 'Округление наличных', value: russianDate(dayFrom(picks, recipe)) })
  if (minimum > 0)
    settings.push({ parameter: 'Минимальная выплата', value: minimum === 1 ? '100' : '1 000,50' })
  const rate = picks.of(RATES)
  if (picks.chance(50)) {
    settings.push({ parameter: 'Схема', value: 'процент' })
    settings.push({ parameter: 'Ставка', value: String(rate / 100).replace('.', ',') })
    return { settings, terms: [] }
  }
  return { settings, terms: [{ from: '2025-06-01', method: 'percent_of_sale', rate }] }
}

export function catalogueOf(recipe: Recipe): Catalogue {
  const products = productsOf(recipe)
  const { settings, terms } = settingsOf(recipe)
  return {
    settings,
    partners: PARTNERS.map((code) => ({ code, name: `Партнёр ${code}` })),
    locations: locationsOf(recipe),
    producers: producersOf(recipe),
    products,
    sets: setsOf(recipe, products),
    terms: [...terms, ...termsOf(recipe, products)],
    rules: rulesOf(recipe),
  }
}
