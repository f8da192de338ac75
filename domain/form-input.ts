/** A form as it was typed: empty fields are no fields, empty lines no lines, and every line keeps its place. */
import type { DocumentKind } from './documents/document.ts'

type Loose = Readonly<Record<string, unknown>>

export interface FormLine {
  readonly list: string
  /** Its place in the form, from 0; an opening's balances count on after its lots. */
  readonly place: number
  readonly fields: Loose
}

export interface Form {
  readonly kind: DocumentKind
  readonly head: Loose
  readonly lists: readonly string[]
  /** Without the empty ones. */
  readonly lines: readonly FormLine[]
  /** How many the form shows, empty ones too. */
  readonly places: number
}

export function formOf(kind: DocumentKind, input: Loose): Form {
  const lists = kind === 'opening' ? ['lots', 'balances'] : ['lines']
  const head = Object.fromEntries(Object.entries(tidy(input)).filter(([key]) => !lists.includes(key)))
  const lines: FormLine[] = []
  let places = 0
  for (const list of lists) {
    const typed = input[list]
    for (const line of Array.isArray(typed) ? typed : []) {
      const fields = isLoose(line) ? tidy(line) : {}
      if (Object.keys(fields).length > 0) lines.push({ list, place: places, fields })
      places += 1
    }
  }
  return { kind, head, lists, lines, places }
}

/** What goes to the engine: the head with some of the lines. */
export function inputOf({ head, lists }: Form, lines: readonly FormLine[]): Loose {
  const input: Record<string, unknown> = { ...head }
  for (const list of lists)
    input[list] = lines.filter((line) => line.list === list).map(({ fields }) => fields)
  return input
}

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

function tidy(fields: Loose): Loose {
  const kept = Object.entries(fields).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(kept.map(([key, value]) => [key, isLoose(value) ? tidy(value) : value]))
}
