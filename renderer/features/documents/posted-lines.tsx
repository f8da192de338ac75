/** What a document did, line by line; of a document without goods, what was entered. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatMoney, formatQuantity } from '../../../domain/format.ts'
import type { PostedLineView } from '../../../domain/views.ts'
import { moneyOrNothing } from '../../format.ts'
import type { ListColumn } from '../../ui/list/columns.ts'
import { Table } from '../../ui/list/table.tsx'
import { cellOf, isBlankLine, type LineCells } from './form/cells.ts'
import { commissionText } from './form/grid-columns.ts'
import { KIND_FORMS } from './form/kinds.ts'
import { isWordType, wordText } from './form/words.ts'
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
      columns={lineColumns(t, document)}
      rows={rows}
      totals={{ ...sums, commission }}
      at={at}
      onSelect={onSelect}
    />
  )
}

type LineLabel =
  | 'article'
  | 'product'
  | 'unit'
  | 'quantity'
  | 'price'
  | 'discount'
  | 'lot'
  | 'commission'
  | 'amount'

type Row = PostedLineView & { readonly key: string }

function lineColumns(t: TFunction, { kind, lines }: ShownDocument): readonly ListColumn<Row>[] {
  const head = (key: LineLabel) => t(`documents.line.${key}`)
  const has = (of: (line: PostedLineView) => boolean) => lines.some(of)
  const right = 'right' as const
  const columns: (ListColumn<Row> & { readonly shown?: boolean })[] = [
    { key: 'line', heading: t('grid.number'), width: 92, text: ({ line }) => String(line) },
    { key: 'article', heading: head('article'), width: 80, text: ({ article }) => article },
    { key: 'product', heading: head('product'), width: 150, grow: 1, text: ({ product }) => product },
    {
      key: 'lot',
      heading: head('lot'),
      width: 140,
      text: ({ lot }) => lot,
      shown: has(({ lot }) => lot !== ''),
    },
    {
      key: 'quantity',
      heading: head('quantity'),
      width: 80,
      align: right,
      text: ({ quantity }) => formatQuantity(quantity),
    },
    { key: 'unit', heading: head('unit'), width: 56, text: ({ unit }) => unit },
    {
      key: 'price',
      heading: head('price'),
      width: 88,
      align: right,
      text: ({ price }) => moneyOrNothing(price),
    },
    {
      key: 'discount',
      heading: head('discount'),
      width: 84,
      align: right,
      text: ({ discount }) => (discount === 0 ? '' : formatMoney(discount)),
      shown: has(({ discount }) => discount !== 0),
    },
    {
      key: 'rate',
      heading: '%',
      width: 72,
      align: right,
      text: (line) => commissionText(t, line),
      shown: has(({ method }) => method !== null),
    },
    {
      key: 'commission',
      heading: head('commission'),
      width: 92,
      align: right,
      text: ({ commission }) => formatMoney(commission),
      total: formatMoney,
      shown: has(({ commission }) => commission !== 0),
    },
    {
      key: 'amount',
      heading: head('amount'),
      width: 104,
      align: right,
      text: ({ amount }) => formatMoney(amount),
      total: formatMoney,
      shown: kind !== 'transfer' && kind !== 'producer_return',
    },
  ]
  return columns.filter(({ shown }) => shown !== false)
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
