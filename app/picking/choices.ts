/** Short lists to choose from. */
import { allCustomers, allLocations, allPartners, allProducers } from '../../db/queries/catalogues.ts'
import { usedCharges } from '../../db/queries/picking.ts'
import { fold } from '../../domain/fold.ts'
import { inBothLayouts } from '../../domain/keyboard.ts'
import type { Choice } from '../../domain/views.ts'
import { customerByName } from '../catalogues.ts'
import { type Actor, change, type Ledger, look } from '../ledger.ts'
import { compareCodes } from '../months.ts'

interface Search {
  readonly text: string
  readonly limit: number
}

export function allPlaces(ledger: Ledger): Promise<Choice[]> {
  return look(ledger, () => byCode(allLocations.all(ledger.connection, {})))
}

export function allPartnersToPick(ledger: Ledger): Promise<Choice[]> {
  return look(ledger, () => byCode(allPartners.all(ledger.connection, {})))
}

export function searchProducers(ledger: Ledger, search: Search): Promise<Choice[]> {
  return look(ledger, () => {
    const rows = allProducers.all(ledger.connection, {})
    const villages = new Map(rows.map(({ id, village, leader }) => [id, fold(`${village} ${leader}`)]))
    return found(byCode(rows), search, ({ id }) => villages.get(id) ?? '')
  })
}

export function searchCustomers(ledger: Ledger, search: Search): Promise<Choice[]> {
  return look(ledger, () => {
    const alphabet = new Intl.Collator('ru', { numeric: true })
    const customers = allCustomers
      .all(ledger.connection, {})
      .map(({ id, name }) => ({ id, code: '', name }))
      .sort((a, b) => alphabet.compare(a.name, b.name))
    return found(customers, search, () => '')
  })
}

/** The customer of this name, added when new. @throws EsepError `code_empty` */
export function nameCustomer(ledger: Ledger, name: string, actor: Actor): Promise<Choice> {
  return change(ledger, actor, (work) => {
    const id = customerByName(work, name)
    return { id, code: '', name: work.ledger.catalogue.customer(id).name }
  })
}

export function chargeKinds(ledger: Ledger): Promise<string[]> {
  return look(ledger, () =>
    usedCharges.all(ledger.connection, {}).map(({ key }) => key.slice('charges:'.length)),
  )
}

const byCode = (rows: readonly Choice[]): Choice[] =>
  rows.map(({ id, code, name }) => ({ id, code, name })).sort((a, b) => compareCodes(a.code, b.code))

/** The code itself first, then what begins with the text, then what holds it, then what is known of it beside. */
function found(rows: readonly Choice[], { text, limit }: Search, beside: (row: Choice) => string): Choice[] {
  const texts = inBothLayouts(fold(text))
  const ranked = rows.flatMap((row) => {
    const ranks = texts.flatMap((each) => rankOf(row, each, beside(row)) ?? [])
    return ranks.length === 0 ? [] : [{ row, rank: Math.min(...ranks) }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ row }) => row)
}

function rankOf({ code, name }: Choice, text: string, beside: string): number | null {
  const [foldedCode, foldedName] = [fold(code), fold(name)]
  if (foldedCode !== '' && foldedCode === text) return 0
  if (foldedCode !== '' && foldedCode.startsWith(text)) return 1
  if (foldedName.startsWith(text)) return 2
  const words = text.split(' ')
  if (words.every((word) => foldedName.includes(word))) return 3
  return words.every((word) => foldedName.includes(word) || beside.includes(word)) ? 4 : null
}
