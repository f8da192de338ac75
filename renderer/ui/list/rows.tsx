/** The parts of a list: the heading that sorts, a row, the totals. */
import { useTranslation } from 'react-i18next'
import type { ListColumn, Sort } from './columns.ts'

interface HeadingProps<Row> {
  readonly columns: readonly ListColumn<Row>[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

export function Heading<Row>({ columns, sort, onSort }: HeadingProps<Row>) {
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" aria-rowindex={1} className="list-line" tabIndex={-1}>
        {columns.map((column) => (
          <ColumnHeading key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  )
}

function ColumnHeading<Row>({
  column: { key, heading, align, sorts },
  sort,
  onSort,
}: Omit<HeadingProps<Row>, 'columns'> & { readonly column: ListColumn<Row> }) {
  const sorted = sort.column === key
  const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'
  // Names are wanted from А, figures from the greatest.
  const next = { column: key, descending: sorted ? !sort.descending : sorts === 'number' }
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorts ? order : undefined}
      className={align === 'right' ? 'list-cell right' : 'list-cell'}
    >
      {sorts ? (
        <button type="button" className="list-sort" tabIndex={-1} onClick={() => onSort(next)}>
          {heading}
          {sorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
        </button>
      ) : (
        heading
      )}
    </div>
  )
}

interface ListRowProps<Row> {
  readonly id: string
  readonly row: Row | undefined
  readonly index: number
  readonly start: number
  readonly columns: readonly ListColumn<Row>[]
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onOpen: ((row: Row) => void) | undefined
}

export function ListRow<Row extends { readonly key: string }>(props: ListRowProps<Row>) {
  const { id, row, index, start, columns, selected, onSelect, onOpen } = props
  return (
    <div
      role="row"
      id={row ? `${id}-${row.key}` : undefined}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={selected ? 'list-line list-row list-on' : 'list-line list-row'}
      style={{ transform: `translateY(${start}px)` }}
      onPointerDown={onSelect}
      onDoubleClick={() => {
        if (row) onOpen?.(row)
      }}
    >
      {row ? (
        columns.map((column) => <Cell key={column.key} row={row} column={column} />)
      ) : (
        <div role="gridcell" tabIndex={-1} className="list-cell dim">
          …
        </div>
      )}
    </div>
  )
}

function classOf<Row>({ align, figures }: ListColumn<Row>): string {
  if (align === 'right') return 'list-cell right'
  return figures ? 'list-cell tabular' : 'list-cell'
}

function Cell<Row>({ row, column }: { readonly row: Row; readonly column: ListColumn<Row> }) {
  const text = column.text(row)
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className={classOf(column)}
      title={text.length > 12 ? text : undefined}
    >
      {column.dress ? column.dress(row) : text}
    </div>
  )
}

interface TotalsProps<Row> {
  readonly columns: readonly ListColumn<Row>[]
  readonly totals: Readonly<Record<string, number>>
  readonly total: number
  readonly loading: boolean
}

export function Totals<Row>({ columns, totals, total, loading }: TotalsProps<Row>) {
  const { t } = useTranslation()
  const count = loading ? t('list.loading') : t('list.found', { count: total })
  return (
    <div role="rowgroup" className="list-foot">
      <div role="row" aria-rowindex={total + 2} className="list-line" tabIndex={-1}>
        {columns.map(({ key, align, total: show }, index) => {
          const sum = totals[key]
          const text = show && sum !== undefined ? show(sum) : ''
          const className = align === 'right' ? 'list-cell right' : 'list-cell'
          return (
            <div
              key={key}
              role="gridcell"
              tabIndex={-1}
              className={index === 0 ? `${className} list-count` : className}
            >
              {index === 0 ? count : text}
            </div>
          )
        })}
      </div>
    </div>
  )
}
