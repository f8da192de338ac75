import { lastDay, type Month } from '../../domain/dates.ts'
import type { MonthStep } from '../../domain/views.ts'

/** The screen where a step of the month is done. */
export function stepTarget(step: MonthStep, month: Month) {
  const days = { from: `${month}-01`, to: lastDay(month) }
  switch (step) {
    case 'receipts':
      return { to: '/documents', search: { ...days, kinds: ['receipt' as const] } } as const
    case 'sales':
      return { to: '/documents', search: { ...days, kinds: ['sale' as const] } } as const
    case 'stock':
      return { to: '/stock' } as const
    case 'settlement':
    case 'payouts':
    case 'closing':
      return { to: '/settlements' } as const
  }
}
