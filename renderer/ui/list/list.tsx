/**
 * The one list of the program: rows by the page, filter, order and sums by the core, the keyboard for everything, and
 * the totals always in view.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListFilter } from '../../../domain/views.ts'
import { useKeys } from '../../keys/use-keys.tsx'
import { ErrorNotice } from '../error-notice.tsx'
import { type ListColumn, type ListSource, type ListView, type Sort, templateOf, widthOf } from './columns.ts'
import { type Chip, FilterBar } from './filter-bar.tsx'
import { Heading, ListRow, Totals } from './rows.tsx'
import { useListKeys } from './use-list-keys.ts'
import { usePages } from './use-pages.ts'
import { useRoomFor } from './use-room.ts'
import './list.css'

const ROW_PX = 29

export interface ListProps<Row> {
  readonly label: string
  readonly columns: readonly ListColumn<Row>[]
  readonly source: ListSource<Row>
  readonly filter: ListFilter
  readonly onFilter: (filter: ListFilter) => void
  readonly firstSort: Sort
  readonly chips?: readonly Chip[]
  readonly choices?: ReactNode
  readonly onOpen?: (row: Row) => void
  /** The row she stands on, for the right side. */
  readonly onSelect?: (row: Row | undefined) => void
  readonly onExcel?: (view: ListView) => void
  /** What stands here while there is nothing at all. */
  readonly empty: ReactNode
}

export function List<Row extends { readonly key: string }>(props: ListProps<Row>) {
  const { filter, onFilter, firstSort, chips = [], choices } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [sort, setSort] = useState(firstSort)
  const [at, setAt] = useState(0)
  const shown = useWindow(props, sort, scroller)
  const { virtual, pages, total } = shown
  const row = pages.rowAt(at)
  useSelection(row, props.onSelect)
  useExcel(props, sort)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  const move = (to: number) => {
    setAt(to)
    virtual.scrollToIndex(to)
  }
  const change = (next: ListFilter) => {
    move(0)
    onFilter(next)
  }
  const onKeyDown = useListKeys({
    at,
    total,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / ROW_PX) - 3),
    move,
    open: () => {
      if (row) props.onOpen?.(row)
    },
    clear: () => {
      change({})
      scroller.current?.focus()
    },
    filtered: isFiltered(filter),
    input,
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the filter and the grid, which take the focus.
    <div className="list" role="presentation" onKeyDown={onKeyDown}>
      <FilterBar
        text={filter.text ?? ''}
        onText={(text) => change({ ...filter, text: text === '' ? undefined : text })}
        chips={chips}
        choices={choices}
        input={input}
        controls={id}
      />
      <Rows
        {...props}
        {...shown}
        id={id}
        scroller={scroller}
        sort={sort}
        onSort={setSort}
        at={at}
        onAt={setAt}
      />
    </div>
  )
}

const isFiltered = (filter: ListFilter): boolean => Object.values(filter).some((value) => value !== undefined)

interface RowsProps<Row> extends ListProps<Row>, ReturnType<typeof useWindow<Row>> {
  readonly id: string
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly at: number
  readonly onAt: (at: number) => void
}

function Rows<Row extends { readonly key: string }>(props: RowsProps<Row>) {
  const { label, filter, empty, id, scroller, sort, onSort, at, onAt, virtual, pages, total } = props
  const { t } = useTranslation()
  const columns = useRoomFor(props.columns)
  const row = pages.rowAt(at)
  const nothing = pages.total === 0
  return (
    <div
      ref={scroller}
      id={id}
      className="list-scroll"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 2}
      aria-colcount={columns.length}
      aria-busy={pages.stale || pages.total === undefined}
      aria-activedescendant={row ? `${id}-${row.key}` : undefined}
    >
      <div
        className="list-wide"
        role="presentation"
        style={{ minWidth: widthOf(columns), ['--columns' as string]: templateOf(columns) }}
      >
        <Heading columns={columns} sort={sort} onSort={onSort} />
        <div role="rowgroup" className="list-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <ListRow
              key={index}
              id={id}
              row={pages.rowAt(index)}
              index={index}
              start={start}
              columns={columns}
              selected={index === at}
              onSelect={() => onAt(index)}
              onOpen={props.onOpen}
            />
          ))}
        </div>
        {pages.error !== null && <ErrorNotice error={pages.error} onAgain={pages.again} />}
        {nothing && (isFiltered(filter) ? <p className="list-nothing">{t('list.nothing')}</p> : empty)}
        {!nothing && (
          <Totals columns={columns} totals={pages.totals} total={total} loading={pages.total === undefined} />
        )}
      </div>
    </div>
  )
}

function useWindow<Row>(
  { source, filter }: ListProps<Row>,
  sort: Sort,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const [known, setKnown] = useState(0)
  const virtual = useVirtualizer({
    count: known,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    // The heading and the totals lie over the rows: the row she stands on must not hide behind them.
    scrollPaddingEnd: 2 * ROW_PX,
  })
  const seen = virtual.getVirtualItems()
  const pages = usePages(source, filter, sort, seen[0]?.index ?? 0, seen.at(-1)?.index ?? 0)
  const total = pages.total ?? known
  useEffect(() => setKnown(total), [total])
  return { virtual, pages, total }
}

function useSelection<Row extends { readonly key: string }>(
  row: Row | undefined,
  onSelect: ((row: Row | undefined) => void) | undefined,
): void {
  const told = useRef(onSelect)
  useEffect(() => {
    told.current = onSelect
  })
  useEffect(() => told.current?.(row), [row])
}

function useExcel<Row>({ onExcel, filter, columns }: ListProps<Row>, sort: Sort): void {
  const { t } = useTranslation()
  const headings = columns.map(({ key, heading }) => ({ key, heading }))
  useKeys(
    onExcel
      ? [
          {
            keys: 'Ctrl+E',
            label: t('keys.excel'),
            group: 'screen',
            command: true,
            run: () => onExcel({ filter, sort, columns: headings }),
          },
        ]
      : [],
  )
}
