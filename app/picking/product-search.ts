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
  readonly rank: number
}

function candidates(ledger: Ledger, { text, producer, limit }: ProductSearch): Candidate[] {
  const folded = fold(text)
  const texts = inBothLayouts(folded)
  const found: Candidate[] = []
  for (const entry of entriesOf(ledger)) {
    if (producer !== undefined && entry.producer !== producer) continue
    const rank = rankOf(entry, texts)
    if (rank !== null) found.push({ id: entry.id, rank })
  }
  // Entries come by name and the sort is stable, so equal ranks stay in the order of the alphabet.
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit + SPARE)
}

function entriesOf({ catalogue, connection }: Ledger): readonly Entry[] {
  return catalogue.derived('product search', () => {
    const alphabet = new Intl.Collator('ru', { numeric: true })
    return allProducts
      .all(connection, {})
      .sort((a, b) => alphabet.compare(a.name, b.name))
      .map((row) => ({
        id: row.id,
        producer: row.producer_id,
        article: fold(row.article),
        barcode: row.barcode ?? '',
        name: row.name_fold,
        others: fold(`${row.name_ky} ${row.name_en}`),
      }))
  })
}

/** As it was typed counts before as it was meant. */
const OTHER_LAYOUT = 10

function rankOf(entry: Entry, [typed = '', ...meant]: readonly string[]): number | null {
  const rank = rankOfText(entry, typed)
  if (rank !== null) return rank
  for (const text of meant) {
    const other = rankOfText(entry, text)
    if (other !== null) return other + OTHER_LAYOUT
  }
  return null
}

function rankOfText({ article, barcode, name, others }: Entry, text: string): number | null {
  if (text === '') return 5
  if (text === barcode) return 0
  if (text === article) return 1
  if (article.startsWith(text)) return 2
  const words = text.split(' ')
  if (name.startsWith(text)) return 3
  if (words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 4
  if (words.every((word) => name.includes(word))) return 5
  if (words.every((word) => others.includes(word))) return 6
  return text.length >= 4 && barcode.includes(text) ? 7 : null
}
