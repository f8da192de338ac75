import type { ListFilter, ListQuery } from '../../domain/views.ts'

type Unlocked<Filter extends ListFilter> = Omit<Filter, 'kinds'> & {
  kinds?: NonNullable<ListFilter['kinds']>[number][] | undefined
}

/** The filter as the core's procedures take it: their lists are not read-only. */
export const coreFilter = (filter: ListFilter): Unlocked<ListFilter> => ({
  ...filter,
  kinds: filter.kinds && [...filter.kinds],
})

export const coreQuery = ({ filter, sort, page }: ListQuery) => ({ filter: coreFilter(filter), sort, page })
