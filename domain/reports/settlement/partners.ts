/** «Партнёры»: the partners' shares by location, and their accounts. */
import { formatMonth } from '../../format.ts'
import type { PaperWords } from '../../messages/paper.ts'
import { money, rate, text } from '../content.ts'
import type { MonthReport, PartnerAccount, PartnerShare } from '../month.ts'
import { addHead, addSignatures, page } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { SheetBuilder } from '../sheet-builder.ts'
import { addTable, type TableColumn } from '../table.ts'

const WIDTHS = [30, 40, 12, 15, 15]

export function partnerSheet(report: MonthReport, words: PaperWords): Sheet {
  const { partnerSheet: own, common } = words
  const month = common.month(formatMonth(report.month, words.language))
  const mark = { seal: report.seal, preview: !report.posted }
  const { organisation } = report
  const sheet = new SheetBuilder({
    name: own.sheet,
    widths: WIDTHS,
    page: page('portrait', `${own.title} ${month}`, mark, words),
  })
  addHead(sheet, { organisation, title: own.title, subtitles: [month], ...mark }, words)
  if (report.partners.length + report.partnerAccounts.length === 0) {
    sheet.line(own.none, 'text')
    return sheet.finish()
  }
  if (report.partners.length > 0) {
    sheet.line(own.shares, 'section')
    addTable(sheet, shareColumns(words), report.partners, common.total)
    sheet.gap()
  }
  if (report.partnerAccounts.length > 0) {
    sheet.line(own.accounts, 'section')
    addTable(sheet, accountColumns(words), report.partnerAccounts, common.total)
  }
  addPartnerSignatures(sheet, report, words)
  return sheet.finish()
}

function shareColumns({ partnerSheet: own }: PaperWords): TableColumn<PartnerShare>[] {
  return [
    { key: 'partner', heading: own.partner, content: ({ name }) => text(name) },
    {
      key: 'location',
      heading: own.location,
      content: ({ locationName, shareBase }) =>
        text(`${locationName}, ${shareBase === 'sale' ? own.ofSale : own.ofCommission}`),
    },
    { key: 'rate', heading: own.rate, content: (each) => rate(each.rate) },
    { key: 'base', heading: own.base, content: (each) => money(each.base), total: true },
    { key: 'share', heading: own.share, content: (each) => money(each.share), total: true },
  ]
}

/** Closing is the account's own balance: it may hold more than the month's share and payments. */
function accountColumns({ partnerSheet: own, figures }: PaperWords): TableColumn<PartnerAccount>[] {
  return [
    { key: 'partner', heading: own.partner, content: ({ name }) => text(name) },
    { key: 'opening', heading: figures.opening, content: (each) => money(each.opening), total: true },
    { key: 'share', heading: own.share, content: (each) => money(each.share), total: true },
    { key: 'paid', heading: own.paid, content: (each) => money(each.paid), total: true },
    { key: 'closing', heading: figures.closing, content: (each) => money(each.closing), total: true },
  ]
}

function addPartnerSignatures(sheet: SheetBuilder, report: MonthReport, words: PaperWords): void {
  const { director, accountant } = report.organisation
  const partners = new Map(
    [...report.partners, ...report.partnerAccounts].map(({ code, name }) => [code, name]),
  )
  sheet.gap()
  const foot = sheet.next
  addSignatures(sheet, [
    { role: words.common.director, name: director },
    { role: words.common.accountant, name: accountant },
    ...[...partners.values()].map((name) => ({ role: name, name: '' })),
  ])
  sheet.keepTogether(foot)
}
