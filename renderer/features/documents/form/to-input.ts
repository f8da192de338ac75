/** From what is typed to what the core takes. What cannot be read goes as it stands: the core says what is wrong. */
import type { Cells, CellValue, FormState, LineCells } from './cells.ts'
import { cellOf } from './cells.ts'
import { KIND_FORMS } from './kinds.ts'
import { readCell, type ValueType } from './values.ts'

type Fields = Record<string, CellValue>

export interface RawForm {
  kind: FormState['kind']
  id: string
  [field: string]: unknown
}

/** Every line keeps its place, empty ones too. */
export function formInput(state: FormState, today: string): RawForm {
  const { head, lines, list } = KIND_FORMS[state.kind]
  const input: RawForm = {
    ...fieldsOf(head, state.head, today),
    [list]: state.lines.map((line) => lineInput(lines, line, today)),
    kind: state.kind,
    id: state.id,
  }
  if (Object.keys(state.confirmed).length > 0) input['confirmed'] = state.confirmed
  return input
}

/** The draft: the document as far as it goes, so that lists can tell of it, and the typed text itself. */
export function draftInput(state: FormState, today: string): RawForm & { typed: string } {
  const { head, lines, confirmed, kind } = state
  const { list } = KIND_FORMS[kind]
  const form = formInput(state, today)
  const priced = state.lines.map((line) => ({
    ...priceOf(line),
    ...lineInput(KIND_FORMS[kind].lines, line, today),
  }))
  return { ...form, [list]: priced, typed: JSON.stringify({ head, lines, confirmed }) }
}

/** The price that will hold if none is typed: with it the list of drafts can tell the sum. */
function priceOf({ cells }: LineCells): Fields {
  const price = cellOf(cells, 'product').product?.price
  return price === null || price === undefined ? {} : { price_tyiyn: price }
}

type Field = { readonly key: string; readonly type: ValueType }

function lineInput(fields: readonly Field[], { cells }: LineCells, today: string): Fields {
  const own = fields.filter(({ key }) => !key.startsWith('#'))
  return fieldsOf(own, cells, today)
}

function fieldsOf(fields: readonly Field[], cells: Cells, today: string): Fields {
  const found: Fields = {}
  for (const { key, type } of fields) {
    const cell = cellOf(cells, key)
    const read = readCell(type, cell, today)
    if (read) found[key] = 'value' in read ? read.value : cell.text
  }
  return found
}
