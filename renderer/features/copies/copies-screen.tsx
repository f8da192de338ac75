/** The copies of the ledger, each with what going back to it would lose. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInteger, formatQuantity } from '../../../domain/format.ts'
import { formatMoment } from '../../../domain/messages/moment.ts'
import type { CopyView } from '../../../domain/views.ts'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Table } from '../../ui/list/table.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { Screen } from '../../ui/screen.tsx'

export function CopiesScreen() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { data: copies, error, refetch } = useQuery(rpc.ledger.copies.queryOptions())
  const [at, setAt] = useState(0)
  const [asking, setAsking] = useState(false)
  const columns = useColumns()
  const rows = (copies ?? []).map((copy) => ({ ...copy, key: copy.name }))
  const copy = rows[at]
  if (error) return <ErrorNotice error={error} onAgain={() => void refetch()} />
  if (!copies) return null
  return (
    <Screen
      title={t('copies.title')}
      actions={[{ label: t('copies.restore'), disabled: !copy, run: () => setAsking(true), primary: true }]}
    >
      {rows.length === 0 ? (
        <EmptyState>{t('copies.empty')}</EmptyState>
      ) : (
        <Table
          label={t('copies.title')}
          columns={columns}
          rows={rows}
          at={at}
          onSelect={setAt}
          onOpen={() => setAsking(true)}
        />
      )}
      {copy && <Restore copy={copy} opened={asking} onDone={() => setAsking(false)} />}
    </Screen>
  )
}

function useColumns(): readonly ListColumn<CopyView>[] {
  const { t } = useTranslation()
  const loses = ({ loses: count }: CopyView) =>
    count === null ? t('copies.losesUnknown') : count === 0 ? t('copies.losesNothing') : formatInteger(count)
  return [
    {
      key: 'moment',
      heading: t('copies.column.moment'),
      width: 150,
      text: ({ moment }) => formatMoment(moment),
    },
    {
      key: 'reason',
      heading: t('copies.column.reason'),
      width: 180,
      text: ({ reason }) => t(`copies.reason.${reason}`),
    },
    {
      key: 'documents',
      heading: t('copies.column.documents'),
      width: 110,
      align: 'right',
      text: ({ documents }) => formatInteger(documents),
    },
    {
      key: 'loses',
      heading: t('copies.column.loses'),
      width: 120,
      align: 'right',
      text: loses,
      dress: (copy) => <span className={copy.loses === 0 ? 'leaf' : 'felt'}>{loses(copy)}</span>,
    },
    {
      key: 'bytes',
      heading: t('copies.column.bytes'),
      width: 100,
      align: 'right',
      text: ({ bytes }) => t('copies.megabytes', { size: formatQuantity(Math.round(bytes / 1e5) * 100) }),
    },
    { key: 'name', heading: t('copies.column.name'), width: 220, grow: 1, text: ({ name }) => name },
  ]
}

interface RestoreProps {
  readonly copy: CopyView
  readonly opened: boolean
  readonly onDone: () => void
}

function Restore({ copy, opened, onDone }: RestoreProps) {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const moment = formatMoment(copy.moment)
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => core.ledger.restore.mutate({ name: copy.name }),
    onSuccess: async () => {
      notifyDone(t('copies.restored', { moment }))
      onDone()
      await queries.resetQueries()
    },
  })
  return (
    <Confirm
      opened={opened}
      title={t('copies.restoreTitle')}
      yes={t('copies.restore')}
      disabled={isPending}
      onYes={() => mutate()}
      onNo={() => {
        reset()
        onDone()
      }}
    >
      <p data-autofocus tabIndex={-1}>
        {t('copies.restoreText', { moment })}
      </p>
      {copy.loses !== null && copy.loses > 0 && (
        <p className="felt">{t('copies.restoreLoses', { count: copy.loses })}</p>
      )}
      {error && <ErrorNotice error={error} />}
    </Confirm>
  )
}
