/** Products by barcode, article or name, as they are typed or scanned into a line. */
import { allProducts } from '../../db/queries/catalogues.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { fold } from '../../domain/fold.ts'
import { inBothLayouts } from '../../domain/keyboard.ts'
import type { ProductChoice } from '../../domain/views.ts'
import { LedgerFacts } from '../facts.ts'
import { type Ledger, look } from '../ledger.ts'
import { productChoice } from './product-choice.ts'

export interface ProductSearch {
  readonly text: string
  readonly location?: number | undefined
  readonly producer?: number | undefined
  readonly day: CivilDate
  readonly limit: number
}

/** A product as a search sees it: everything folded. */
interface Entry {
  readonly id: number
  readonly producer: number | null
  readonly article: string
  readonly barcode: string
  readonly name: string
  /** The name in the other languages. */
  readonly others: string
  /** All of them: what is not in here needs no closer look. */
  readonly all: string
}

/** Best first: a barcode or an article that is the text itself, then what begins with it, then what holds it. */
export function searchProducts(ledger: Ledger, search: ProductSearch): Promise<ProductChoice[]> {
  return look(ledger, () => {
    const facts = new LedgerFacts(ledger.connection, ledger.catalogue, () => undefined)
    const found = candidates(ledger, search).map(({ id, rank }) => ({
      rank,
      choice: productChoice(ledger, facts, id, search.location ?? null, search.day),
    }))
    // What stands at the place is what is meant, among equals.
    if (search.location !== undefined)
      found.sort((a, b) => a.rank - b.rank || Number(b.choice.stock > 0) - Number(a.choice.stock > 0))
    return found.slice(0, search.limit).map(({ choice }) => choice)
  })
}

/** Prices and stock are only looked up for so many more than are shown. */
const SPARE = 20

interface Candidate {
  readonly id: number
  readonly name: string
  readonly rank: number
}

const alphabet = new Intl.Collator('ru', { numeric: true })

function candidates(ledger: Ledger, { text, producer, limit }: ProductSearch): Candidate[] {
  const [typed = '', ...meant] = inBothLayouts(fold(text))
  const entries = entriesOf(ledger).filter((entry) => producer === undefined || entry.producer === producer)
  const found = ranked(entries, typed, 0)
  // As it was typed counts before as it was meant.
  for (const [index, other] of meant.entries())
    if (found.length < limit) found.push(...ranked(entries, other, OTHER_LAYOUT * (index + 1)))
  const seen = new Set<number>()
  return found
    .sort((a, b) => a.rank - b.rank || alphabet.compare(a.name, b.name))
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, limit + SPARE)
}

const OTHER_LAYOUT = 10

/** No more than these of one search are put in order: a text of one letter fits nearly everything. */
const MOST_RANKED = 500

function ranked(entries: readonly Entry[], text: string, worse: number): Candidate[] {
  const words = text.split(' ')
  const found: Candidate[] = []
  for (const entry of entries) {
    if (!words.every((word) => entry.all.includes(word))) continue
    const rank = rankOf(entry, text, words)
    if (rank !== null) found.push({ id: entry.id, name: entry.name, rank: rank + worse })
  }
  if (found.length <= MOST_RANKED) return found
  return found.sort((a, b) => a.rank - b.rank).slice(0, MOST_RANKED)
}

function entriesOf({ catalogue, connection }: Ledger): readonly Entry[] {
  return catalogue.derived('product search', () =>
    allProducts
      .all(connection, {})
      .map((row): Entry => {
        const [article, barcode, name] = [fold(row.article), row.barcode ?? '', row.name_fold]
        const others = fold(`${row.name_ky} ${row.name_en}`)
        const all = `${article}\n${barcode}\n${name}\n${others}`
        return { id: row.id, producer: row.producer_id, article, barcode, name, others, all }
      })
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  )
}

function rankOf(
  { article, barcode, name, others }: Entry,
  text: string,
  words: readonly string[],
): number | null {
  if (text === '') return 5
  if (text === barcode) return 0
  if (text === article) return 1
  if (article.startsWith(text)) return 2
  if (name.startsWith(text)) return 3
  if (words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 4
  if (words.every((word) => name.includes(word))) return 5
  if (words.every((word) => others.includes(word))) return 6
  return text.length >= 4 && barcode.includes(text) ? 7 : null
}
