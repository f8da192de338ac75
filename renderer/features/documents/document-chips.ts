/** The filter in words: each chip says one thing and takes it off. */
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../domain/format.ts'
import type { ListFilter } from '../../../domain/views.ts'
import type { Chip } from '../../ui/list/filter-bar.tsx'

export function useDocumentChips(
  filter: ListFilter,
  onFilter: (filter: ListFilter) => void,
): readonly Chip[] {
  const { t } = useTranslation()
  const without = (key: keyof ListFilter) => () => onFilter({ ...filter, [key]: undefined })
  const { from, to, kinds = [] } = filter
  const chips: Chip[] = kinds.map((kind) => ({
    key: kind,
    label: t(`documents.kind.${kind}`),
    onRemove: () => {
      const rest = kinds.filter((other) => other !== kind)
      onFilter({ ...filter, kinds: rest.length === 0 ? undefined : rest })
    },
  }))
  if (from !== undefined)
    chips.push({
      key: 'from',
      label: t('documents.filter.from', { date: formatDate(from) }),
      onRemove: without('from'),
    })
  if (to !== undefined)
    chips.push({
      key: 'to',
      label: t('documents.filter.to', { date: formatDate(to) }),
      onRemove: without('to'),
    })
  for (const key of ['producer', 'product', 'location', 'lot'] as const) {
    if (filter[key] !== undefined)
      chips.push({ key, label: t(`documents.filter.${key}`), onRemove: without(key) })
  }
  return chips
}
