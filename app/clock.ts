import { type CivilDate, fromDayNumber } from '../domain/dates.ts'
import type { Clock } from './ledger.ts'

/** Bishkek is six hours ahead of UTC, all year round. */
const BISHKEK_MS = 6 * 3_600_000
const DAY_MS = 86_400_000

/** The clock of the machine, whatever time zone it is set to. */
export function systemClock(): Clock {
  return {
    today: () => fromDayNumber(Math.floor((Date.now() + BISHKEK_MS) / DAY_MS)),
    now: () => new Date().toISOString(),
  }
}

/** Another day with the real moment: for tests, and for looking at a ledger as on a day. */
export function clockOnDay(clock: Clock, day: CivilDate): Clock {
  return { today: () => day, now: () => clock.now() }
}
