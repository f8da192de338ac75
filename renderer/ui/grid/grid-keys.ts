/** The keyboard of the line grid. Letters by the place of the key, so that Ctrl+D is Ctrl+D in every layout. */
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { matches } from '../../keys/chord.ts'
import { firstColumn, type GridRow, nextByEnter, nextByTab } from './columns.ts'
import { clearCells, copyAbove, insertRow, pasteBlock, removeRows } from './edits.ts'
import { parseTsv, toTsv } from './tsv.ts'
import { type GridState, selectionOf } from './use-grid.ts'

/** Answers whether the key was the grid's. */
export function onGridKey<Row extends GridRow>(
  grid: GridState<Row>,
  event: KeyboardEvent,
  page: number,
): boolean {
  if (event.nativeEvent.isComposing) return false
  if (event.key === 'Tab') return onTab(grid, event.shiftKey ? -1 : 1)
  return grid.typed === null ? onCellKey(grid, event, page) : onTypingKey(grid, event)
}

function onTab<Row extends GridRow>(grid: GridState<Row>, step: 1 | -1): boolean {
  // Typing into the last row makes another one below, so the next cell is looked for afterwards.
  grid.accept()
  const next = nextByTab(grid.columns, grid.rows().length, grid.at, step)
  if (!next) return false
  grid.moveTo(next)
  return true
}

function onTypingKey<Row extends GridRow>(grid: GridState<Row>, event: KeyboardEvent): boolean {
  const { choices, choice, at } = grid
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  const lit = (index: number) => grid.setChoice(Math.max(0, Math.min(choices.length - 1, index)))
  switch (event.key) {
    case 'Escape':
      grid.setTyped(null)
      return true
    case 'Enter':
      grid.accept()
      grid.moveTo(nextByEnter(grid.columns, grid.rows(), at))
      return true
    case 'ArrowDown':
      if (choices.length > 0) lit(choice + 1)
      else grid.leave({ row: at.row + 1, column: at.column })
      return true
    case 'ArrowUp':
      if (choices.length > 0) lit(choice - 1)
      else grid.leave({ row: at.row - 1, column: at.column })
      return true
    case 'F4':
      grid.openChoices()
      return true
    default:
      return false
  }
}

function onCellKey<Row extends GridRow>(grid: GridState<Row>, event: KeyboardEvent, page: number): boolean {
  return onRowKey(grid, event) || onMoveKey(grid, event, page) || onEditKey(grid, event)
}

function onRowKey<Row extends GridRow>(grid: GridState<Row>, event: KeyboardEvent): boolean {
  const range = selectionOf(grid)
  const press = event.nativeEvent
  if (matches('Ctrl+Del', press)) {
    grid.commit(removeRows(grid.rows(), range))
    grid.moveTo({ row: range.top, column: grid.at.column })
  } else if (matches('Ctrl+D', press)) grid.commit(copyAbove(grid, grid.rows(), range))
  else if (matches('Ins', press)) {
    grid.commit(insertRow(grid, grid.rows(), grid.at.row))
    grid.moveTo({ row: grid.at.row, column: firstColumn(grid.columns) })
  } else return false
  return true
}

function onMoveKey<Row extends GridRow>(grid: GridState<Row>, event: KeyboardEvent, page: number): boolean {
  const { row, column } = grid.at
  const last = { row: grid.rows().length - 1, column: grid.columns.length - 1 }
  const far = event.ctrlKey || event.metaKey
  if (event.altKey || (far && !['Home', 'End'].includes(event.key))) return false
  const targets: Partial<Record<string, { row: number; column: number }>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: far ? last : { row, column: last.column },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
  }
  const target = targets[event.key]
  if (!target) return false
  grid.moveTo(target, event.shiftKey)
  return true
}

function onEditKey<Row extends GridRow>(grid: GridState<Row>, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  const { column, at } = grid
  const row = grid.rows()[at.row]
  switch (event.key) {
    case 'Enter':
      grid.moveTo(nextByEnter(grid.columns, grid.rows(), at))
      return true
    case 'F2':
      if (column?.put && row) grid.setTyped(column.text(row))
      return true
    case 'F4':
      if (column?.choices) grid.openChoices()
      return true
    case 'Delete':
    case 'Backspace':
      grid.commit(clearCells(grid, grid.rows(), selectionOf(grid)))
      return true
    default:
      return false
  }
}

export interface GridClipboard {
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

/** The last block copied here: pasted back, it lies over the same columns. */
let copiedHere = ''

export function clipboardOf<Row extends GridRow>(grid: GridState<Row>): GridClipboard {
  return {
    onCopy: (event) => {
      if (grid.typed !== null) return
      event.preventDefault()
      const { top, bottom, left, right } = selectionOf(grid)
      const columns = grid.columns.slice(left, right + 1)
      const rows = grid.rows().slice(top, bottom + 1)
      copiedHere = toTsv(rows.map((row) => columns.map(({ text }) => text(row))))
      event.clipboardData.setData('text/plain', copiedHere)
    },
    onPaste: (event) => {
      const text = event.clipboardData.getData('text/plain')
      // A word pasted while typing is part of the cell.
      if (grid.typed !== null || text === '') return
      event.preventDefault()
      const { top: row, left: column } = selectionOf(grid)
      grid.commit(pasteBlock(grid, grid.rows(), { row, column }, parseTsv(text), text === copiedHere))
    },
  }
}
