import { useNarrow } from '../use-narrow.ts'
import type { ListColumn } from './columns.ts'

/** The columns that there is room for. */
export function useRoomFor<Row>(columns: readonly ListColumn<Row>[]): readonly ListColumn<Row>[] {
  const narrow = useNarrow()
  return narrow ? columns.filter(({ spare }) => !spare) : columns
}
