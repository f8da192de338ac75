/** «Документы»: drafts and posted ones together, cut down by kind, state, days and typed text. */
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentRow, ListFilter } from '../../../domain/views.ts'
import { FORM_KINDS } from '../../frame/form-kinds.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import type { ListSource, ListView } from '../../ui/list/columns.ts'
import { type Chip, FilterChoice } from '../../ui/list/filter-bar.tsx'
import { List } from '../../ui/list/list.tsx'
import { Screen, type ScreenAction } from '../../ui/screen.tsx'
import { DocumentAside } from './document-aside.tsx'
import { useDocumentChips } from './document-chips.ts'
import { documentColumns } from './document-columns.tsx'
import { NewMenu } from './new-menu.tsx'

const FIRST_SORT = { column: 'date', descending: true }
const STATES = [undefined, 'draft', 'posted', 'reversed'] as const

export function DocumentList({ filter }: { readonly filter: ListFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [selected, setSelected] = useState<DocumentRow>()
  const source = useDocuments()
  const columns = useMemo(() => documentColumns(t), [t])
  const setFilter = (next: ListFilter) => void navigate({ to: '/documents', search: next, replace: true })
  const chips: readonly Chip[] = useDocumentChips(filter, setFilter)
  const open = ({ id, draft }: DocumentRow) => {
    if (draft !== null) void navigate({ to: '/documents/draft/$draft', params: { draft } })
    else if (id !== null) void navigate({ to: '/documents/$id', params: { id } })
  }
  const exportView = useExport()
  return (
    <Screen
      title={t('documents.title')}
      actions={useNewActions(filter)}
      tags={<NewMenu />}
      aside={<DocumentAside row={selected} />}
    >
      <List
        label={t('documents.title')}
        columns={columns}
        source={source}
        filter={filter}
        onFilter={setFilter}
        firstSort={FIRST_SORT}
        chips={chips}
        choices={
          <FilterChoice
            label={t('documents.column.status')}
            value={filter.status}
            options={STATES.map((value) => ({
              value,
              label: value === undefined ? t('documents.all') : t(`documents.filter.${value}`),
            }))}
            onChoose={(status) => setFilter({ ...filter, status })}
          />
        }
        onOpen={open}
        onSelect={setSelected}
        onExcel={exportView}
        empty={<EmptyState>{t('documents.empty')}</EmptyState>}
      />
    </Screen>
  )
}

function useDocuments(): ListSource<DocumentRow> {
  const core = useCore()
  return useMemo(
    () => ({
      key: [['documents', 'list']],
      load: (query, signal) => core.documents.list.query(query, { signal }),
    }),
    [core],
  )
}

function useExport(): (view: ListView) => void {
  const { t } = useTranslation()
  const core = useCore()
  const give = useGivenFile()
  return ({ filter, sort, columns }) =>
    give(() =>
      core.exports.list.mutate({
        list: 'documents',
        title: t('documents.title'),
        filter,
        sort,
        columns: [...columns],
      }),
    )
}

/** Ctrl+N makes the kind that is looked at; among all of them, a receipt. */
function useNewActions({ kinds }: ListFilter): readonly ScreenAction[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const kind = FORM_KINDS.find((known) => kinds?.length === 1 && kinds[0] === known) ?? 'receipt'
  return [
    {
      label: t(`documents.newKind.${kind}`),
      keys: 'Ctrl+N',
      primary: true,
      run: () => void navigate({ to: '/documents/new/$kind', params: { kind } }),
    },
  ]
}
