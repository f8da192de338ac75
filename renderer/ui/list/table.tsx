/** A short table of rows that are all here already: looks and answers like the list, without pages and filter. */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { type ListColumn, templateOf, widthOf } from './columns.ts'
import { Heading, ListRow, Totals } from './rows.tsx'
import { useRoomFor } from './use-room.ts'
import './list.css'

const ROW_PX = 29
const NO_SORT = { column: '', descending: false }

interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly ListColumn<Row>[]
  readonly rows: readonly Row[]
  readonly totals?: Readonly<Record<string, number>>
  readonly at: number
  readonly onSelect: (at: number) => void
  readonly onOpen?: (row: Row) => void
}

export function Table<Row extends { readonly key: string }>(props: TableProps<Row>) {
  const { label, rows, totals = {}, at, onSelect, onOpen } = props
  const columns = useRoomFor(props.columns)
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey) return
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    const row = rows[at]
    if (target !== undefined) {
      const to = Math.max(0, Math.min(rows.length - 1, target))
      onSelect(to)
      scroller.current?.querySelector(`[aria-rowindex="${to + 2}"]`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && row && onOpen) onOpen(row)
    else return
    event.preventDefault()
  }
  const plain = columns.map(({ sorts: _, ...column }) => column)
  return (
    <div
      ref={scroller}
      className="list-scroll"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length}
      aria-activedescendant={rows[at] ? `${id}-${rows[at].key}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        className="list-wide"
        role="presentation"
        style={{ minWidth: widthOf(columns), ['--columns' as string]: templateOf(columns) }}
      >
        <Heading columns={plain} sort={NO_SORT} onSort={() => undefined} />
        <div role="rowgroup" className="list-rows" style={{ height: rows.length * ROW_PX }}>
          {rows.map((row, index) => (
            <ListRow
              key={row.key}
              id={id}
              row={row}
              index={index}
              start={index * ROW_PX}
              columns={plain}
              selected={index === at}
              onSelect={() => onSelect(index)}
              onOpen={onOpen}
            />
          ))}
        </div>
        <Totals columns={columns} totals={totals} total={rows.length} loading={false} />
      </div>
    </div>
  )
}
