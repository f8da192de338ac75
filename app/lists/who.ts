/** Whom a document is about: a producer, a customer, a partner, or several. */
import type { Catalogue } from '../catalogue.ts'
import type { Ledger } from '../ledger.ts'

interface Subject {
  readonly producer_id: number | null
  readonly customer_id: number | null
}

/** Of a document that names nobody in its head: the first of its lines, and how many more. */
export function whoOf({ catalogue }: Ledger, subject: Subject, input: unknown): string {
  if (subject.producer_id !== null) return catalogue.producer(subject.producer_id).name
  if (subject.customer_id !== null) return catalogue.customer(subject.customer_id).name
  const [first, ...rest] = new Set(linesOf(input).flatMap((line) => named(catalogue, line)))
  if (first === undefined) return ''
  return rest.length === 0 ? first : `${first} +${rest.length}`
}

type Loose = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The lines of whatever was entered, as far as they are any. */
export function linesOf(input: unknown): Loose[] {
  if (!isObject(input)) return []
  return [input['lines'], input['balances']].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  )
}

function named(catalogue: Catalogue, line: Loose): string[] {
  const { producer, from, to, account, id } = line
  const refs = [{ account: 'producer', id: producer }, from, to, { account, id }]
  return refs.filter(isObject).flatMap((ref) => nameOf(catalogue, ref))
}

/** What is typed may name nobody. */
function nameOf(catalogue: Catalogue, { account, id }: Loose): string[] {
  if (typeof id !== 'number' || (account !== 'producer' && account !== 'customer' && account !== 'partner'))
    return []
  try {
    return [catalogue[account](id).name]
  } catch {
    return []
  }
}
