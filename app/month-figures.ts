/** Every producer's month: worked out while the month is open, frozen afterwards. */
import { monthRow } from '../db/queries/months.ts'
import type { Month } from '../domain/dates.ts'
import type { Figures } from '../domain/reports/month.ts'
import type { Deduction } from '../domain/settlement.ts'
import type { Choice } from '../domain/views.ts'
import { kept } from './kept.ts'
import type { Ledger } from './ledger.ts'
import { frozenSettlements, workOut } from './months.ts'

export interface ProducerFigures {
  readonly producer: Choice
  readonly village: string
  readonly figures: Figures
  readonly deductions: readonly Deduction[]
  /** The settlement that froze them; null in an open month. */
  readonly settlement: { readonly id: number; readonly number: string } | null
}

/** By producer's code; only those with any figure. */
export function figuresOfMonth(ledger: Ledger, month: Month): readonly ProducerFigures[] {
  return kept(ledger, `figures ${month}`, () =>
    monthRow.get(ledger.connection, { month }) ? frozen(ledger, month) : worked(ledger, month),
  )
}

function worked({ connection, catalogue }: Ledger, month: Month): ProducerFigures[] {
  return workOut(connection, catalogue, month).map(({ producer, figures, deductions }) => {
    const { id, code, name, village } = producer
    return { producer: { id, code, name }, village, figures, deductions, settlement: null }
  })
}

/** Names are those of the settlement, whatever they are now. */
function frozen({ connection }: Ledger, month: Month): ProducerFigures[] {
  return frozenSettlements(connection, month).map(({ id, number, input }) => {
    const { producer, details, figures, deductions } = input
    return {
      producer: { id: producer, code: details['code'] ?? '', name: details['name'] ?? '' },
      village: details['village'] ?? '',
      figures,
      deductions,
      settlement: { id, number },
    }
  })
}
