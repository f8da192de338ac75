/** A month's settlement on the screen: worked out while it is open, frozen afterwards; with what to look at before. */

import { entryBySeq } from '../db/queries/chain.ts'
import { draftsBetween } from '../db/queries/documents.ts'
import { countsByKind } from '../db/queries/month-view.ts'
import { lastSettledMonth, monthRow } from '../db/queries/months.ts'
import type { MonthTable } from '../db/schema.ts'
import { firstDay, lastDay, type Month } from '../domain/dates.ts'
import { EsepError, type Notice, notice } from '../domain/error.ts'
import { totalsOf } from '../domain/settlement.ts'
import type { SettlementRow, SettlementView } from '../domain/views.ts'
import { sealOf } from './chain.ts'
import { kept } from './kept.ts'
import { type Ledger, look } from './ledger.ts'
import { figuresOfMonth, type ProducerFigures } from './month-figures.ts'
import { questionsOf } from './month-questions.ts'
import { checkSettleable } from './months.ts'

type PlainRow = Omit<SettlementRow, 'questions'>

export function settlementView(ledger: Ledger, month: Month): Promise<SettlementView> {
  return look(ledger, () => settlementOf(ledger, month))
}

function settlementOf(ledger: Ledger, month: Month): SettlementView {
  const { connection } = ledger
  const row = monthRow.get(connection, { month })
  const { rows, sales } = kept(ledger, `settlement ${month}`, () => ({
    rows: figuresOfMonth(ledger, month).map(settlementRow),
    sales: salesCount(ledger, month),
  }))
  const asked = rows.map((figures) => ({ producer: figures.producer.id, figures }))
  const questions = questionsOf(ledger, month, asked)
  const totals = totalsOf(rows)
  return {
    month,
    status: row?.status ?? 'open',
    seal: row ? sealOfMonth(ledger, row) : '',
    sales,
    rows: rows.map((own) => ({ ...own, questions: questions.ofProducer.get(own.producer.id) ?? [] })),
    totals: { ...totals, withheld: totals.charges + totals.deductions },
    questions: questions.counts,
    blocked: blockedBy(ledger, month, row),
  }
}

function settlementRow({ producer, village, figures, settlement }: ProducerFigures): PlainRow {
  return {
    key: String(producer.id),
    producer,
    village,
    number: settlement?.number ?? '',
    ...figures,
    withheld: figures.charges + figures.deductions,
  }
}

function salesCount({ connection }: Ledger, month: Month): number {
  const counts = countsByKind.all(connection, { from: firstDay(month), to: lastDay(month) })
  return counts.find(({ kind }) => kind === 'sale')?.count ?? 0
}

function sealOfMonth({ connection }: Ledger, { seq }: MonthTable): string {
  const entry = entryBySeq.get(connection, { seq })
  return entry ? sealOf(entry.hash) : ''
}

/** Why the next step cannot be taken: settling an open month, closing a settled one, reopening a closed one. */
function blockedBy(ledger: Ledger, month: Month, row: MonthTable | undefined): Notice | null {
  const { connection, clock } = ledger
  if (!row) return refusalOf(() => checkSettleable(connection, month, clock.today()))
  if (row.status === 'closed') {
    const last = lastSettledMonth.get(connection, {})?.month ?? month
    return last === month ? null : notice('month_not_last_settled', { month, last })
  }
  const drafts = draftsBetween.all(connection, { from: firstDay(month), to: lastDay(month) }).length
  return drafts === 0 ? null : notice('month_has_drafts', { month, count: drafts })
}

function refusalOf(act: () => void): Notice | null {
  try {
    act()
    return null
  } catch (error) {
    if (!(error instanceof EsepError)) throw error
    return { code: error.code, data: error.data }
  }
}
