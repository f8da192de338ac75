/**
 * The lines of a document, typed like a sheet. One input that is always there moves with the active cell: typed
 * letters, an input method, a paste and a scanner all land in it, and nothing is lost while an editor opens.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, type RefObject, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { templateOf, widthOf } from '../list/columns.ts'
import { CellInput } from './cell-input.tsx'
import type { GridColumn, GridRow } from './columns.ts'
import { clipboardOf, onGridKey } from './grid-keys.ts'
import { GridHead, GridLine, GridTotals } from './grid-rows.tsx'
import { type GridHandle, useGrid, useGridHandle, useKeepTyped } from './use-grid.ts'
import { useGridHelp } from './use-grid-help.ts'
import './grid.css'

const ROW_PX = 29
const NUMBER_PX = 40

export interface LineGridProps<Row extends GridRow> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  /** The last one is always empty, to type into. */
  readonly rows: readonly Row[]
  readonly blank: () => Row
  readonly isBlank: (row: Row) => boolean
  readonly onChange: (rows: readonly Row[]) => void
  /** What is wrong with a cell, as a sentence. */
  readonly problem: (row: Row, column: string) => string | undefined
  readonly onActive?: (row: number) => void
  /** Sums by column, and what stands at their head. */
  readonly totals: Readonly<Record<string, string>>
  readonly summary: string
  readonly handle?: Ref<GridHandle>
}

export function LineGrid<Row extends GridRow>(props: LineGridProps<Row>) {
  const { label, columns, rows, problem, totals, summary } = props
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useGrid(props)
  useGridHandle(props, grid)
  useKeepTyped(grid)
  useGridHelp()
  const { at } = grid
  const virtual = useLinesInSight(rows.length, at.row, scroller)
  const template = templateOf(columns, `${NUMBER_PX}px`)
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / ROW_PX) - 3)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the one input, which has the focus.
    <div
      ref={scroller}
      className="grid-scroll"
      role="presentation"
      onKeyDown={(event) => {
        if (!onGridKey(grid, event, page())) return
        event.preventDefault()
        event.stopPropagation()
      }}
      {...clipboardOf(grid)}
    >
      <div
        className="grid-wide"
        style={{ minWidth: widthOf(columns) + NUMBER_PX, ['--columns' as string]: template }}
      >
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 2}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          className="grid-table"
        >
          <GridHead columns={columns} number={t('grid.number')} />
          <div role="rowgroup" className="grid-lines" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              return (
                row && (
                  <GridLine
                    key={row.key}
                    id={id}
                    grid={grid}
                    row={row}
                    index={index}
                    start={start}
                    problem={problem}
                  />
                )
              )
            })}
          </div>
          <GridTotals columns={columns} totals={totals} summary={summary} rowIndex={rows.length + 2} />
        </div>
        <CellInput id={id} grid={grid} problem={problem} top={ROW_PX + at.row * ROW_PX} />
      </div>
    </div>
  )
}

function useLinesInSight(count: number, at: number, scroller: RefObject<HTMLDivElement | null>) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    // The heading and the totals lie over the lines.
    scrollPaddingEnd: 2 * ROW_PX,
  })
  useEffect(() => virtual.scrollToIndex(at), [at, virtual])
  return virtual
}
