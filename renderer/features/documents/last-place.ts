/** The place of the last document: most of the day she works at one. */
import type { Choice } from '../../../domain/views.ts'
import { cellOf, type FormCell, type FormState } from './form/cells.ts'

const KEY = 'esep.place'

export function rememberPlace({ head }: FormState): void {
  const { value } = cellOf(head, 'location')
  if (typeof value === 'number') localStorage.setItem(KEY, String(value))
}

/** The one she used last; at the very first, the first there is. */
export function lastPlace(places: readonly Choice[]): FormCell | undefined {
  const id = Number(localStorage.getItem(KEY) ?? '')
  const place = places.find((known) => known.id === id) ?? places[0]
  return place && { text: place.name, value: place.id }
}
