import { useMemo } from 'react'
import { useNarrow } from '../use-narrow.ts'
import type { ListColumn } from './columns.ts'

/** On a small screen the columns that the right side tells of anyway make room. `spare` are their keys, said once. */
export function useFitting<Row>(
  columns: readonly ListColumn<Row>[],
  spare: readonly string[],
): readonly ListColumn<Row>[] {
  const narrow = useNarrow()
  return useMemo(
    () => (narrow ? columns.filter(({ key }) => !spare.includes(key)) : columns),
    [columns, narrow, spare],
  )
}
