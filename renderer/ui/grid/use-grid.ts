/** The state of the line grid: where the cursor is, what is being typed, and the rows as they are this very moment. */
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useChoices } from '../use-choices.ts'
import {
  type Cell,
  firstColumn,
  type GridChoice,
  type GridColumn,
  type GridRow,
  nextByEnter,
  rangeOf,
} from './columns.ts'
import { putRow, type Sheet, withBlank } from './edits.ts'
import type { LineGridProps } from './line-grid.tsx'

export interface GridHandle {
  readonly focus: () => void
  /** Takes what is typed now: before posting, before leaving. */
  readonly settle: () => void
  readonly goTo: (row: number, column: string) => void
  /** A line for a barcode, wherever the cursor is; what was typed before it is kept. */
  readonly scan: (code: string) => void
}

export interface GridState<Row extends GridRow> extends Sheet<Row> {
  readonly rows: () => readonly Row[]
  /** An empty row stays at the end, whatever was done. */
  readonly commit: (rows: readonly Row[]) => void
  readonly at: Cell
  readonly anchor: Cell | undefined
  readonly column: GridColumn<Row> | undefined
  /** What is typed into the active cell; null while nothing is. */
  readonly typed: string | null
  readonly setTyped: (text: string | null) => void
  readonly choices: readonly GridChoice<Row>[]
  readonly choice: number
  readonly setChoice: (index: number) => void
  /** Shows all that may be chosen, before anything is typed. */
  readonly openChoices: () => void
  readonly moveTo: (cell: Cell, extend?: boolean) => void
  /** Takes what is typed as it is typed: a press elsewhere must not choose for her. */
  readonly leave: (then?: Cell) => void
  /** Takes the choice that is lit, or what is typed. */
  readonly accept: () => void
  readonly choose: (index: number) => void
  readonly input: { current: HTMLInputElement | null }
  readonly focus: () => void
}

export function useGrid<Row extends GridRow>(props: LineGridProps<Row>): GridState<Row> {
  const { columns, blank, isBlank } = props
  const { rows, commit } = useLiveRows(props, { columns, blank, isBlank })
  const cursor = useCursor(props, rows)
  const { at } = cursor
  const [typed, setTyped] = useState<string | null>(null)
  const [forced, setForced] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const column = columns[at.column]
  const row = rows()[at.row]
  const asked = typed !== null && (typed !== '' || forced) ? typed : undefined
  const ask = column?.choices
  const {
    choices,
    ready,
    at: choice,
    setAt: setChoice,
  } = useChoices(asked, ask && row ? (text: string) => ask(text, row) : undefined)
  const focus = () => input.current?.focus({ preventScroll: true })
  const type = (text: string | null) => {
    setTyped(text)
    if (text === null || text !== '') setForced(false)
  }
  const put = (change: (row: Row) => Row) => {
    const target = rows()[at.row]
    if (target) commit(putRow(rows(), target.key, change))
  }
  const take = (lit: GridChoice<Row> | undefined) => {
    if (typed !== null && row && column?.put) {
      if (lit) put(lit.put)
      else if (typed !== column.text(row)) put((old) => column.put?.(old, typed) ?? old)
    }
    type(null)
  }
  return {
    columns,
    blank,
    isBlank,
    rows,
    commit,
    ...cursor,
    column,
    typed,
    setTyped: type,
    choices,
    choice,
    setChoice,
    openChoices: () => {
      setForced(true)
      type(typed ?? '')
    },
    leave: (then) => {
      take(undefined)
      if (then) cursor.moveTo(then)
    },
    accept: () => take(ready ? choices[choice] : undefined),
    choose: (index) => {
      const chosen = choices[index]
      if (chosen) put(chosen.put)
      type(null)
      focus()
      cursor.moveTo(nextByEnter(columns, rows(), at))
    },
    input,
    focus,
  }
}

/** Rows as they are this very moment: keys come faster than React draws. */
function useLiveRows<Row extends GridRow>({ rows, onChange }: LineGridProps<Row>, sheet: Sheet<Row>) {
  const live = useRef(rows)
  const given = useRef(rows)
  if (given.current !== rows) {
    given.current = rows
    live.current = rows
  }
  return {
    rows: useCallback(() => live.current, []),
    commit: (changed: readonly Row[]) => {
      if (changed === live.current) return
      const next = withBlank(sheet, changed)
      live.current = next
      onChange(next)
    },
  }
}

function useCursor<Row extends GridRow>(
  { columns, onActive }: LineGridProps<Row>,
  rows: () => readonly Row[],
) {
  const [at, setAt] = useState<Cell>({ row: 0, column: firstColumn(columns) })
  const [anchor, setAnchor] = useState<Cell>()
  const moveTo = (cell: Cell, extend = false) => {
    setAnchor(extend ? (anchor ?? at) : undefined)
    setAt({
      row: Math.max(0, Math.min(rows().length - 1, cell.row)),
      column: Math.max(0, Math.min(columns.length - 1, cell.column)),
    })
  }
  const told = useRef(onActive)
  useEffect(() => {
    told.current = onActive
  })
  useEffect(() => told.current?.(at.row), [at.row])
  return { at, anchor, moveTo }
}

/** A screen may go while she types, by a key of the frame: the word in the cell is kept like every other. */
export function useKeepTyped<Row extends GridRow>({ leave }: GridState<Row>): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => () => latest.current(), [])
}

export function useGridHandle<Row extends GridRow>(
  { handle, columns }: LineGridProps<Row>,
  grid: GridState<Row>,
): void {
  useImperativeHandle(handle, () => ({
    focus: grid.focus,
    settle: () => grid.leave(),
    goTo: (row, key) => {
      const column = columns.findIndex((one) => one.key === key)
      grid.moveTo({ row, column: column < 0 ? firstColumn(columns) : column })
      grid.focus()
    },
    scan: (code) => scan(grid, code),
  }))
}

function scan<Row extends GridRow>(grid: GridState<Row>, code: string): void {
  const { at, columns, typed } = grid
  const target = firstColumn(columns)
  const put = columns[target]?.put
  if (!put) return
  // The digits landed in the cell she was in: what stood there before them is hers.
  const before = typed?.endsWith(code) ? typed.slice(0, -code.length) : typed
  grid.setTyped(null)
  let rows = grid.rows()
  const active = rows[at.row]
  const own = columns[at.column]?.put
  if (before && active && own && at.column !== target)
    rows = putRow(rows, active.key, (row) => own(row, before))
  const last = rows.length - 1
  const free = rows[last]
  if (!free) return
  rows = putRow(rows, free.key, (row) => put(row, code))
  grid.commit(rows)
  grid.focus()
  grid.moveTo(nextByEnter(columns, grid.rows(), { row: last, column: target }))
}

export const selectionOf = <Row extends GridRow>({ at, anchor }: GridState<Row>) => rangeOf(at, anchor)
