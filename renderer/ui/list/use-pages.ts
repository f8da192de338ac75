/** Only the pages in sight are loaded; order, filter and sums are the core's. */
import { keepPreviousData, type QueryKey, useQueries } from '@tanstack/react-query'
import type { ListFilter, ListPage } from '../../../domain/views.ts'
import type { ListSource, Sort } from './columns.ts'

const PAGE_ROWS = 100

interface Pages<Row> {
  /** Undefined until the first answer. */
  readonly total: number | undefined
  readonly totals: Readonly<Record<string, number>>
  readonly rowAt: (index: number) => Row | undefined
  readonly error: unknown
  readonly again: () => void
  /** Whether the rows shown belong to an older filter. */
  readonly stale: boolean
}

export function usePages<Row>(
  source: ListSource<Row>,
  filter: ListFilter,
  sort: Sort,
  firstRow: number,
  lastRow: number,
): Pages<Row> {
  const first = Math.floor(firstRow / PAGE_ROWS)
  const count = Math.floor(lastRow / PAGE_ROWS) - first + 1
  const answers = useQueries({
    queries: Array.from({ length: count }, (_, index) => ({
      queryKey: [...source.key, filter, sort, first + index] as QueryKey,
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<ListPage<Row>> =>
        source.load(
          { filter, sort, page: { offset: (first + index) * PAGE_ROWS, limit: PAGE_ROWS } },
          signal,
        ),
      placeholderData: keepPreviousData<ListPage<Row>>,
    })),
  })
  const known = answers.find(({ data }) => data !== undefined)
  const failed = answers.find(({ error }) => error !== null)
  return {
    total: known?.data?.total,
    totals: known?.data?.totals ?? {},
    rowAt: (index) => answers[Math.floor(index / PAGE_ROWS) - first]?.data?.rows[index % PAGE_ROWS],
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
    stale: answers.some(({ isPlaceholderData }) => isPlaceholderData),
  }
}
