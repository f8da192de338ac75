/** What a list shows and where its rows come from: the same for every list of the program. */
import type { ReactNode } from 'react'
import type { ListFilter, ListPage, ListQuery } from '../../../domain/views.ts'

export interface ListColumn<Row> {
  /** The name it is sorted, summed and exported by. */
  readonly key: string
  readonly heading: string
  /** The least width; what is left over goes to the columns that grow. */
  readonly width: number
  readonly grow?: number
  readonly align?: 'right'
  /** A narrow window does without it: the right side tells the same. Excel still gets it. */
  readonly spare?: boolean
  /** Dates and the like, whose digits stand under each other. */
  readonly figures?: boolean
  /** Absent where the core has no order for it. */
  readonly sorts?: 'text' | 'number'
  readonly text: (row: Row) => string
  /** How the text is dressed; its words stay the same. */
  readonly dress?: (row: Row) => ReactNode
  /** The sum over all rows that fit, as it is shown. */
  readonly total?: (sum: number) => string
}

export type Sort = ListQuery['sort']

export interface ListSource<Row> {
  /** Pages are kept under it: change it when the rows mean something else. */
  readonly key: readonly unknown[]
  readonly load: (query: ListQuery, signal: AbortSignal) => Promise<ListPage<Row>>
}

/** A list as it is looked at: what export to Excel needs to give the same rows. */
export interface ListView {
  readonly filter: ListFilter
  readonly sort: Sort
  readonly columns: readonly { readonly key: string; readonly heading: string }[]
}

/** Widths as a grid template: rows, heading and totals share it, so they cannot slip apart. */
export function templateOf(
  columns: readonly { readonly width: number; readonly grow?: number | undefined }[],
  before = '',
): string {
  const tracks = columns.map(({ width, grow }) =>
    grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`,
  )
  return [before, ...tracks].filter((track) => track !== '').join(' ')
}

/** Below this width the list scrolls sideways instead of squeezing. */
export const widthOf = (columns: readonly { readonly width: number }[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0)
