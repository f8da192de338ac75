import type fc from 'fast-check'
import type { Book, RowValues, SheetKey } from '../../domain/book/sheets.ts'
import { catalogueOf, numbered, START } from './build-catalogue.ts'
import type { Sheets, Walk } from './build-rows.ts'
import { STEPS } from './build-rows.ts'
import { runModel } from './model.ts'
import { compareText, endOfMonth, plusDays } from './numbers.ts'
import type { Recipe, Sizes, Step } from './recipe.ts'
import { picksOf, recipeArbitrary, STEP_KINDS } from './recipe.ts'
import type { Refusal } from './world.ts'

export interface GeneratedBook {
  readonly book: Book
  /** A day after the book's last month, so that every month can be settled. */
  readonly today: string
  /** What the builder took back because the model refused it. */
  readonly dropped: readonly Refusal[]
}

const EMPTY: Sheets = {
  openingBalances: [],
  openingStock: [],
  receipts: [],
  transfers: [],
  sales: [],
  customerReturns: [],
  producerReturns: [],
  writeOffs: [],
  repricings: [],
  charges: [],
  payouts: [],
  money: [],
  stockCounts: [],
}

/** Openings stand around the first day, receipts early, everything else anywhere. */
function dateOf(recipe: Recipe, step: Step): string {
  const span = Math.round(recipe.months * 30.4) - 1
  if (step.kind === 'openingBalance' || step.kind === 'openingStock')
    return plusDays(START, (step.day % 30) - 15)
  const day = step.day % span
  return plusDays(START, step.kind === 'receipt' ? Math.floor((day * day) / span) : day)
}

function walkThrough(recipe: Recipe, walk: Walk): void {
  const steps = recipe.steps
    .map((step, index) => ({ step, index, date: dateOf(recipe, step), rank: STEP_KINDS.indexOf(step.kind) }))
    .sort(
      (left, right) =>
        compareText(left.date, right.date) || left.rank - right.rank || left.index - right.index,
    )
  for (const { step, date } of steps) STEPS[step.kind](walk, picksOf(step.picks), date)
}

/** Deals the days of a sheet anew, so that rows do not stand in order of date; within a day their order stays. */
function dealt<K extends SheetKey>(
  rows: RowValues<K>[],
  dateOfRow: (row: RowValues<K>) => string,
  shuffle: number,
) {
  if (shuffle === 0) return numbered<K>(rows)
  const days = [...new Set(rows.map(dateOfRow))]
  const placeOf = (row: RowValues<K>): number => (days.indexOf(dateOfRow(row)) * (2 * shuffle + 1)) % 101
  return numbered<K>([...rows].sort((left, right) => placeOf(left) - placeOf(right)))
}

function assemble(recipe: Recipe): Book {
  const catalogue = catalogueOf(recipe)
  const sheets = structuredClone(EMPTY)
  walkThrough(recipe, {
    sheets,
    products: catalogue.products,
    sets: catalogue.sets,
    producers: catalogue.producers.map((row) => row.code),
    places: [...new Set(catalogue.locations.map((row) => row.code))],
    stock: new Map(),
    paper: 0,
  })
  const { shuffle } = recipe
  return {
    settings: numbered<'settings'>(catalogue.settings),
    partners: numbered<'partners'>(catalogue.partners),
    locations: numbered<'locations'>(catalogue.locations),
    producers: numbered<'producers'>(catalogue.producers),
    products: numbered<'products'>(catalogue.products),
    sets: numbered<'sets'>(catalogue.sets),
    terms: numbered<'terms'>(catalogue.terms),
    rules: numbered<'rules'>(catalogue.rules),
    openingBalances: dealt<'openingBalances'>(sheets.openingBalances, (row) => row.date, shuffle),
    openingStock: dealt<'openingStock'>(sheets.openingStock, (row) => row.date, shuffle),
    receipts: dealt<'receipts'>(sheets.receipts, (row) => row.date, shuffle),
    transfers: dealt<'transfers'>(sheets.transfers, (row) => row.date, shuffle),
    sales: dealt<'sales'>(sheets.sales, (row) => row.date, shuffle),
    customerReturns: dealt<'customerReturns'>(sheets.customerReturns, (row) => row.date, shuffle),
    producerReturns: dealt<'producerReturns'>(sheets.producerReturns, (row) => row.date, shuffle),
    writeOffs: dealt<'writeOffs'>(sheets.writeOffs, (row) => row.date, shuffle),
    repricings: dealt<'repricings'>(sheets.repricings, (row) => row.date, shuffle),
    charges: dealt<'charges'>(sheets.charges, (row) => row.date, shuffle),
    payouts: dealt<'payouts'>(sheets.payouts, (row) => row.date, shuffle),
    money: dealt<'money'>(sheets.money, (row) => row.date, shuffle),
    stockCounts: dealt<'stockCounts'>(sheets.stockCounts, (row) => row.date, shuffle),
  }
}

function withoutRow(book: Book, sheet: SheetKey, row: number): Book {
  return { ...book, [sheet]: book[sheet].filter((candidate: { row: number }) => candidate.row !== row) }
}

/** Builds the book and takes back, one by one, the rows that cannot stand, such as a return of too much. */
function buildBook(recipe: Recipe): GeneratedBook {
  let book = assemble(recipe)
  const lastMonth = plusDays(START, Math.round(recipe.months * 30.4) - 1).slice(0, 7)
  const today = plusDays(endOfMonth(lastMonth), 3)
  const dropped: Refusal[] = []
  for (;;) {
    const { refusal } = runModel(book, { today })
    if (!refusal) return { book, today, dropped }
    dropped.push(refusal)
    book = withoutRow(book, refusal.sheet, refusal.row)
  }
}

/** Books that the rules accept, of every sheet and rule; small ones shrink to a few plain rows. */
export function bookArbitrary(sizes: Sizes = { minSteps: 5, maxSteps: 80 }): fc.Arbitrary<GeneratedBook> {
  return recipeArbitrary(sizes).map(buildBook)
}
