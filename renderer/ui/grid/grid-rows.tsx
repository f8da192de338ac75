/** The parts of the line grid that are only looked at: heading, lines, totals. */
import { type GridColumn, type GridRow, inRange } from './columns.ts'
import { type GridState, selectionOf } from './use-grid.ts'

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly number: string
}

export function GridHead<Row>({ columns, number }: GridHeadProps<Row>) {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" tabIndex={-1} aria-rowindex={1} className="grid-line">
        <div role="columnheader" tabIndex={-1} className="grid-cell right">
          {number}
        </div>
        {columns.map(({ key, heading, align }) => (
          <div
            key={key}
            role="columnheader"
            tabIndex={-1}
            className={align ? 'grid-cell right' : 'grid-cell'}
            title={heading}
          >
            {heading}
          </div>
        ))}
      </div>
    </div>
  )
}

export type Problem<Row> = (row: Row, column: string) => string | undefined

interface GridLineProps<Row extends GridRow> {
  readonly id: string
  readonly grid: GridState<Row>
  readonly row: Row
  readonly index: number
  readonly start: number
  readonly problem: Problem<Row>
}

export function GridLine<Row extends GridRow>({ id, grid, row, index, start, problem }: GridLineProps<Row>) {
  const active = grid.at.row === index
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={active ? 'grid-line grid-row grid-on' : 'grid-line grid-row'}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" tabIndex={-1} className="grid-cell grid-number right">
        {index + 1}
      </div>
      {grid.columns.map((column, place) => (
        <GridCell
          key={column.key}
          id={`${id}-${index}-${place}`}
          grid={grid}
          row={row}
          index={index}
          place={place}
          wrong={problem(row, column.key)}
        />
      ))}
    </div>
  )
}

interface GridCellProps<Row extends GridRow> {
  readonly id: string
  readonly grid: GridState<Row>
  readonly row: Row
  readonly index: number
  readonly place: number
  readonly wrong: string | undefined
}

function GridCell<Row extends GridRow>({ id, grid, row, index, place, wrong }: GridCellProps<Row>) {
  const column = grid.columns[place]
  if (!column) return null
  const active = grid.at.row === index && grid.at.column === place
  const selected = active || (grid.anchor !== undefined && inRange(selectionOf(grid), index, place))
  const text = column.text(row)
  const hint = text === '' ? column.hint?.(row) : undefined
  const classes = ['grid-cell']
  if (column.align) classes.push('right')
  if (column.figures) classes.push('tabular')
  if (column.quiet || hint) classes.push('dim')
  if (wrong !== undefined) classes.push('grid-wrong')
  else if (selected && !active) classes.push('grid-selected')
  return (
    <div
      id={id}
      role="gridcell"
      tabIndex={-1}
      aria-readonly={column.put === undefined}
      aria-selected={selected}
      aria-invalid={wrong === undefined ? undefined : true}
      title={wrong}
      className={classes.join(' ')}
      onPointerDown={(event) => {
        // The input keeps the keyboard; a press only moves it.
        event.preventDefault()
        grid.leave()
        grid.moveTo({ row: index, column: place }, event.shiftKey)
        grid.focus()
      }}
      onDoubleClick={() => {
        if (column.put) grid.setTyped(text)
      }}
    >
      {text === '' ? hint : text}
    </div>
  )
}

interface GridTotalsProps<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly totals: Readonly<Record<string, string>>
  readonly summary: string
  readonly rowIndex: number
}

export function GridTotals<Row>({ columns, totals, summary, rowIndex }: GridTotalsProps<Row>) {
  return (
    <div role="rowgroup" className="grid-foot">
      <div role="row" tabIndex={-1} aria-rowindex={rowIndex} className="grid-line">
        <div role="gridcell" tabIndex={-1} className="grid-cell" />
        {columns.map(({ key, align }, index) => (
          <div
            key={key}
            role="gridcell"
            tabIndex={-1}
            className={`grid-cell ${align ? 'right' : ''} ${index === 0 ? 'grid-summary' : ''}`}
          >
            {index === 0 ? summary : totals[key]}
          </div>
        ))}
      </div>
    </div>
  )
}
