/** The month she works in: the first that is not closed, until she turns to another. */
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { Month } from '../../domain/dates.ts'

interface WorkingMonth {
  readonly month: Month
  readonly turnTo: (month: Month) => void
}

const MonthContext = createContext<WorkingMonth | undefined>(undefined)

interface MonthProviderProps {
  /** The first month that is not closed. */
  readonly current: Month
  readonly children: ReactNode
}

export function MonthProvider({ current, children }: MonthProviderProps) {
  const [turned, setTurned] = useState<Month>()
  const value = useMemo(() => ({ month: turned ?? current, turnTo: setTurned }), [turned, current])
  return <MonthContext value={value}>{children}</MonthContext>
}

export function useMonth(): WorkingMonth {
  const value = use(MonthContext)
  if (value === undefined) throw new Error('no month outside of an open ledger')
  return value
}
