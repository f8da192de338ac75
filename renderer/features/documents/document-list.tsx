import type { ListFilter } from '../../../domain/views.ts'
export function DocumentList({ filter }: { readonly filter: ListFilter }) {
  return <p>{filter.text}</p>
}
