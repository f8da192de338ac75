import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportView } from '../../../domain/views.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Table } from '../../ui/list/table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Issue = ImportView['issues'][number]
type Row = Issue & { readonly key: string }

/** What is wrong in the book, each with its sheet, row and column, so that it is found in Excel. */
export function Issues({ issues }: { readonly issues: readonly Issue[] }) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const text = (key: 'sheet' | 'column' | 'cell', width: number): ListColumn<Row> => ({
    key,
    heading: t(`firstRun.column.${key}`),
    width,
    text: (row) => row[key],
  })
  const rows = issues.map((issue, index) => ({ ...issue, key: String(index) }))
  const columns: readonly ListColumn<Row>[] = [
    {
      key: 'severity',
      heading: t('firstRun.column.severity'),
      width: 96,
      text: ({ severity }) => t(`firstRun.severity.${severity}`),
      dress: ({ severity }) => (
        <Tag tone={severity === 'error' ? 'felt' : 'honey'}>{t(`firstRun.severity.${severity}`)}</Tag>
      ),
    },
    text('sheet', 120),
    {
      key: 'row',
      heading: t('firstRun.column.row'),
      width: 64,
      align: 'right',
      text: ({ row }) => (row === null ? '' : String(row)),
    },
    text('column', 150),
    text('cell', 120),
    {
      key: 'sentence',
      heading: t('firstRun.column.sentence'),
      width: 300,
      grow: 1,
      text: ({ sentence }) => sentence,
    },
  ]
  return (
    <>
      <div className="issues">
        <Table label={t('firstRun.issues')} columns={columns} rows={rows} at={at} onSelect={setAt} />
      </div>
      {/* A long sentence does not fit its cell: the one she stands on is told whole. */}
      <p>{rows[at]?.sentence}</p>
    </>
  )
}
