/** From a draft back to the form: the typed text where it was kept, else what the document says. */
import { z } from 'zod'
import type { Cells, CellValue, FormCell, FormKind, FormState, LineCells } from './cells.ts'
import { blankLine, isBlankLine } from './cells.ts'
import { KIND_FORMS } from './kinds.ts'
import { showValue, type ValueType } from './values.ts'

const zCells = z.record(z.string(), z.looseObject({ text: z.string() }))
const zTyped = z.object({
  head: zCells,
  lines: z.array(z.object({ key: z.string(), cells: zCells })),
  confirmed: z.record(z.string(), z.string()),
})

export function formOfDraft(id: string, kind: FormKind, input: unknown): FormState {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(input)
  const typed = typedOf(fields['typed'])
  if (typed) {
    // Keys are made anew: those of the draft may be taken by another form by now.
    const lines = typed.lines.map(({ cells }) => ({ ...blankLine(), cells: cells as Cells }))
    return { id, kind, head: typed.head as Cells, lines: withBlankLine(lines), confirmed: typed.confirmed }
  }
  const { head, lines, list } = KIND_FORMS[kind]
  const rows = z.array(z.record(z.string(), z.unknown())).catch([]).parse(fields[list])
  return {
    id,
    kind,
    head: cellsOf(head, fields),
    lines: withBlankLine(rows.map((row) => ({ ...blankLine(), cells: cellsOf(lines, row) }))),
    confirmed: z.record(z.string(), z.string()).catch({}).parse(fields['confirmed']),
  }
}

function typedOf(typed: unknown): z.infer<typeof zTyped> | undefined {
  if (typeof typed !== 'string') return undefined
  const parsed = zTyped.safeParse(safeJson(typed))
  return parsed.success ? parsed.data : undefined
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function withBlankLine(lines: readonly LineCells[]): readonly LineCells[] {
  const last = lines.at(-1)
  return last && isBlankLine(last) ? lines : [...lines, blankLine()]
}

type Field = { readonly key: string; readonly type: ValueType }

function cellsOf(fields: readonly Field[], row: Readonly<Record<string, unknown>>): Cells {
  const cells: Record<string, FormCell> = {}
  for (const { key, type } of fields) {
    const value = row[key]
    if (isValue(value)) cells[key] = cellOfValue(type, value)
  }
  return cells
}

const isValue = (value: unknown): value is CellValue =>
  typeof value === 'string' || typeof value === 'number' || (typeof value === 'object' && value !== null)

/** What is chosen from lists is known by its id alone; its name is looked up when the form opens. */
const CHOSEN = new Set<ValueType>(['product', 'producer', 'place', 'customer', 'lot', 'sale', 'account'])
const WORDS = new Set<ValueType>(['payment', 'bearer', 'method'])

function cellOfValue(type: ValueType, value: CellValue): FormCell {
  if (CHOSEN.has(type)) return { text: '', value }
  if (WORDS.has(type)) return { text: '', value }
  return { text: showValue(type, value) }
}
