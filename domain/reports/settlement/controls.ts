/** «Сверка»: what must be equal, worked out two ways, with the difference as a formula. */
import { formatMonth } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { whole } from '../../money.ts'
import { code, dashed, money, quantity, text } from '../content.ts'
import type { Control, MonthReport, StockControlRow } from '../month.ts'
import { addHead, page } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { SheetBuilder } from '../sheet-builder.ts'
import { Table, type TableColumn } from '../table.ts'

const WIDTHS = [10, 25, 9, 6, 11, 10.5, 13, 10, 10.5, 11.5, 11.5, 10.5, 11.5, 10.5, 13]

export function controlSheet(report: MonthReport, words: PaperWords): Sheet {
  const { controlSheet: own, common } = words
  const month = common.month(formatMonth(report.month, words.language))
  const mark = { seal: report.seal, preview: !report.posted }
  const { organisation } = report
  const sheet = new SheetBuilder({
    name: own.sheet,
    widths: WIDTHS,
    page: page('landscape', `${own.sheet} ${month}`, mark, words),
  })
  addHead(sheet, { organisation, title: own.title, subtitles: [month], ...mark }, words)
  sheet.line(own.sums, 'section')
  const sums = new Table(sheet, controlColumns(words))
  sums.header()
  sums.body(report.controls)
  sheet.gap()
  sheet.line(own.stock, 'section')
  if (report.stock.length === 0) {
    sheet.line(own.noStock, 'text')
    return sheet.finish()
  }
  const stock = new Table(sheet, stockColumns(words))
  const header = stock.header()
  sheet.repeat(header, header, header + report.stock.length)
  stock.total(common.total, stock.body(report.stock))
  sheet.line(own.valueNote, 'note')
  return sheet.finish()
}

function controlColumns({ controlSheet: own }: PaperWords): TableColumn<Control>[] {
  const side = (index: 0 | 1 | 2) => (control: Control) => text(own.controls[control.key][index] ?? '')
  return [
    { key: 'control', heading: own.control, content: side(0), span: 2 },
    { key: 'leftPath', heading: own.left, content: side(1), span: 3 },
    { key: 'left', heading: own.leftAmount, content: ({ left }) => money(left), span: 2 },
    { key: 'rightPath', heading: own.right, content: side(2), span: 3 },
    { key: 'right', heading: own.rightAmount, content: ({ right }) => money(right), span: 2 },
    {
      key: 'difference',
      heading: own.difference,
      content: ({ left, right }) => money(left - right),
      formula: 'ROUND({left}-{right},2)',
    },
    {
      key: 'outcome',
      heading: own.outcome,
      content: ({ left, right }) => text(left === right ? own.agrees : own.differs),
      formula: `IF({difference}=0,"${own.agrees}","${own.differs}")`,
      span: 2,
      align: 'center',
    },
  ]
}

function stockColumns({ controlSheet: own, columns: names }: PaperWords): TableColumn<StockControlRow>[] {
  const moved = (
    key: 'opening' | 'received' | 'broughtBack' | 'surplus' | 'sold' | 'returned' | 'writtenOff',
  ) => ({
    key,
    heading: own[key],
    content: (row: StockControlRow) => dashed(quantity(row[key])),
  })
  return [
    { key: 'article', heading: names.article, content: ({ article }) => code(article) },
    { key: 'product', heading: names.product, content: ({ name }) => text(name) },
    { key: 'producer', heading: names.producer, content: ({ producer }) => code(producer) },
    { key: 'unit', heading: names.unit, content: ({ unit }) => text(unit) },
    moved('opening'),
    moved('received'),
    moved('broughtBack'),
    moved('surplus'),
    moved('sold'),
    moved('returned'),
    moved('writtenOff'),
    {
      key: 'closing',
      heading: own.closing,
      content: (row) => quantity(movedClosing(row)),
      formula: 'ROUND({opening}+{received}+{broughtBack}+{surplus}-{sold}-{returned}-{writtenOff},3)',
    },
    { key: 'counted', heading: own.counted, content: ({ counted }) => quantity(counted) },
    {
      key: 'difference',
      heading: own.difference,
      content: (row) => quantity(movedClosing(row) - row.counted),
      formula: 'ROUND({closing}-{counted},3)',
    },
    { key: 'value', heading: own.value, content: ({ value }) => money(value), total: true },
  ]
}

/** What the printed moves leave, whatever the report says, so that a difference cannot hide. */
function movedClosing(row: StockControlRow): number {
  const came = row.opening + row.received + row.broughtBack + row.surplus
  return whole(came - row.sold - row.returned - row.writtenOff)
}
