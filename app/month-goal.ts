/** Which month a screen is about when none is named, and its neighbours. */
import { allMonths, firstMonth } from '../db/queries/months.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { addMonths, type Month, monthOf } from '../domain/dates.ts'
import type { Ledger } from './ledger.ts'

export interface MonthPlace {
  readonly month: Month
  readonly status: 'open' | 'settled' | 'closed'
  readonly previous: Month | null
  readonly next: Month | null
}

/** The month asked about, else the first that is not closed. */
export function placeOfMonth({ connection, clock }: Ledger, asked?: Month): MonthPlace {
  const now = monthOf(clock.today())
  const first = firstMonth.get(connection, {})?.month ?? now
  const month = asked ?? openMonth(connection, first, now)
  const row = allMonths.all(connection, {}).find((known) => known.month === month)
  return {
    month,
    status: row?.status ?? 'open',
    previous: month > first ? addMonths(month, -1) : null,
    next: month < now ? addMonths(month, 1) : null,
  }
}

function openMonth(reader: Reader, first: Month, now: Month): Month {
  const rows = allMonths.all(reader, {})
  const open = rows.find(({ status }) => status !== 'closed')
  if (open) return open.month
  const last = rows.at(-1)
  const next = last ? addMonths(last.month, 1) : first
  return next > now ? now : next
}
