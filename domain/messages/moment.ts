import { formatDate } from '../format.ts'

const BISHKEK_MS = 6 * 3_600_000

/** A moment in UTC, ISO, as the clock on the wall showed it: `01.03.2026 12:00`. The country has one zone and no summer time. */
export function formatMoment(moment: string): string {
  const utc_ms = Date.parse(moment)
  if (Number.isNaN(utc_ms)) return moment
  const here = new Date(utc_ms + BISHKEK_MS).toISOString()
  return `${formatDate(here.slice(0, 10))} ${here.slice(11, 16)}`
}
