/** Finds what typed or kept text stands for: a barcode its product, an id its name. It never guesses between two. */
import { fold } from '../../../../domain/fold.ts'
import type { ProductChoice } from '../../../../domain/views.ts'
import {
  type Asking,
  askAccounts,
  askCustomers,
  askLots,
  askPlaces,
  askProducers,
  askSales,
  type CellChoice,
  productCell,
} from './asking.ts'
import { type Cells, cellOf, type FormCell, type FormState, type LineCells } from './cells.ts'
import { type ColumnType, type HeadType, KIND_FORMS } from './kinds.ts'

export interface Found {
  /** Undefined for the head. */
  readonly line: string | undefined
  readonly column: string
  /** The text it was found for: if another stands there by now, the find is dropped. */
  readonly text: string
  readonly cell: FormCell
}

interface Wanted {
  readonly line: LineCells | undefined
  readonly column: string
  readonly type: ColumnType | HeadType
  readonly cell: FormCell
}

/** Cells whose text or id has no meaning yet. */
export function unresolved(state: FormState): readonly Wanted[] {
  const { head, lines } = KIND_FORMS[state.kind]
  const inHead = wantedIn(head, state.head, undefined)
  return [...inHead, ...state.lines.flatMap((line) => wantedIn(lines, line.cells, line))]
}

const SOUGHT: readonly (ColumnType | HeadType)[] = [
  'product',
  'producer',
  'place',
  'customer',
  'lot',
  'sale',
  'account',
]

function wantedIn(
  fields: readonly { readonly key: string; readonly type: ColumnType | HeadType }[],
  cells: Cells,
  line: LineCells | undefined,
): Wanted[] {
  return fields.flatMap(({ key, type }) => {
    if (!SOUGHT.includes(type)) return []
    const cell = cellOf(cells, key)
    const needed = cell.value === undefined ? cell.text.trim() !== '' : cell.text === ''
    return needed && cell.missed === undefined ? [{ line, column: key, type, cell }] : []
  })
}

export async function resolveCell(asking: Asking, wanted: Wanted): Promise<Found> {
  const { line, column, cell } = wanted
  const found = wanted.type === 'product' ? await findProduct(asking, cell) : await findChoice(asking, wanted)
  return { line: line?.key, column, text: cell.text, cell: found }
}

async function findProduct(asking: Asking, cell: FormCell): Promise<FormCell> {
  const { core, day, location } = asking
  if (typeof cell.value === 'number') {
    return productCell(
      await core.products.facts.query({ product: cell.value, location: location ?? null, day }),
    )
  }
  const text = cell.text.trim()
  const found = await core.products.search.query({
    text,
    day,
    limit: 12,
    ...(location === undefined ? {} : { location }),
  })
  const same = found.filter((product) => isExactly(product, text))
  const [only] = same.length > 0 ? same : found
  if (!only) return { ...cell, missed: 'none' }
  const several = (same.length > 0 ? same : found).length > 1
  return several ? { ...cell, missed: 'several' } : productCell(only)
}

function isExactly({ barcode, code, name }: ProductChoice, text: string): boolean {
  const wanted = fold(text)
  return barcode === text || fold(code) === wanted || fold(name) === wanted
}

async function findChoice(asking: Asking, { type, cell, line }: Wanted): Promise<FormCell> {
  const choices = await choicesFor(asking, type, cell, line?.cells ?? {})
  const known = cell.value
  if (known !== undefined) {
    const found = choices.find(({ cell: { value } }) => JSON.stringify(value) === JSON.stringify(known))
    // Its name is not among the first ones: the id itself still stands for it.
    return (
      found?.cell ?? {
        ...cell,
        text: `№ ${typeof known === 'object' ? Object.values(known).join(' ') : known}`,
      }
    )
  }
  const wanted = fold(cell.text)
  const same = choices.filter(({ label, hint }) => fold(label) === wanted || fold(hint) === wanted)
  const fitting = same.length > 0 ? same : choices
  const [only] = fitting
  if (only && fitting.length === 1) return only.cell
  return { ...cell, missed: only ? 'several' : 'none' }
}

async function choicesFor(
  asking: Asking,
  type: ColumnType | HeadType,
  { text, value }: FormCell,
  line: Cells,
): Promise<readonly CellChoice[]> {
  if (type === 'producer' && typeof value === 'number') return producerById(asking, value)
  if (type === 'sale' && typeof value === 'number') return saleById(asking, value)
  return (await ASKS[type]?.(asking, text, line)) ?? []
}

const ASKS: Readonly<
  Partial<Record<ColumnType | HeadType, (asking: Asking, text: string, line: Cells) => Promise<CellChoice[]>>>
> = {
  producer: askProducers,
  place: askPlaces,
  customer: askCustomers,
  lot: askLots,
  sale: askSales,
  account: askAccounts,
}

async function producerById({ core }: Asking, id: number): Promise<CellChoice[]> {
  const { rows } = await core.producers.list.query({
    filter: { producer: id },
    sort: { column: 'code', descending: false },
    page: { offset: 0, limit: 1 },
  })
  return rows.map(({ id: value, code, name }) => ({
    key: String(value),
    label: name,
    hint: code,
    cell: { text: `${code} ${name}`, value },
  }))
}

async function saleById({ core }: Asking, id: number): Promise<CellChoice[]> {
  const { number } = await core.documents.get.query({ id })
  return [{ key: String(id), label: number, hint: '', cell: { text: number, value: id } }]
}

/** Puts a find where it belongs, unless something else was typed there meanwhile. */
export function withFound(state: FormState, { line, column, text, cell }: Found): FormState {
  const put = (cells: Cells): Cells =>
    cellOf(cells, column).text === text ? { ...cells, [column]: cell } : cells
  if (line === undefined) return { ...state, head: put(state.head) }
  return {
    ...state,
    lines: state.lines.map((row) => (row.key === line ? { ...row, cells: put(row.cells) } : row)),
  }
}
