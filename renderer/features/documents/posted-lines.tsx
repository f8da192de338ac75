/** What a document did, line by line; of a document without goods, what was entered. */
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../domain/format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Table } from '../../ui/list/table.tsx'
import { cellOf, isBlankLine, type LineCells } from './form/cells.ts'
import { KIND_FORMS } from './form/kinds.ts'
import { isWordType, wordText } from './form/words.ts'
import { postedColumns } from './posted-columns.ts'
import { useEnteredForm } from './posted-fields.tsx'
import type { ShownDocument } from './shown-document.ts'

interface PostedLinesProps {
  readonly document: ShownDocument
  readonly at: number
  readonly onSelect: (at: number) => void
}

export function PostedLines({ document, at, onSelect }: PostedLinesProps) {
  const { t } = useTranslation()
  if (document.lines.length === 0) return <EnteredLines document={document} at={at} onSelect={onSelect} />
  const rows = document.lines.map((line) => ({ ...line, key: `${line.line}-${line.part}` }))
  const sums = { amount: rows.reduce((sum, { amount }) => sum + amount, 0) }
  const commission = rows.reduce((sum, row) => sum + row.commission, 0)
  return (
    <Table
      label={t('documents.view.lines')}
      columns={postedColumns(t, document)}
      rows={rows}
      totals={{ ...sums, commission }}
      at={at}
      onSelect={onSelect}
    />
  )
}

function EnteredLines({ document, at, onSelect }: PostedLinesProps) {
  const { t } = useTranslation()
  const state = useEnteredForm(document)
  if (!state) return null
  const fields = KIND_FORMS[state.kind].lines.filter(({ key }) => !key.startsWith('#'))
  const columns = fields.map(({ key, type, label, width, grow }): ListColumn<LineCells> => {
    const money = type === 'money'
    return {
      key,
      heading: t(`documents.line.${label}`),
      width,
      ...(grow !== undefined && { grow }),
      ...(money && { align: 'right' as const }),
      text: ({ cells }) => {
        const cell = cellOf(cells, key)
        return isWordType(type) ? wordText(t, type, cell) : cell.text
      },
      ...(key === 'amount_tyiyn' && { total: formatMoney }),
    }
  })
  return (
    <Table
      label={t('documents.view.lines')}
      columns={columns}
      rows={state.lines.filter((line) => !isBlankLine(line))}
      totals={{ amount_tyiyn: document.amount }}
      at={at}
      onSelect={onSelect}
    />
  )
}
