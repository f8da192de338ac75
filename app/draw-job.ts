import type { Workbook } from '../domain/reports/sheet.ts'
import { type DrawOptions, drawWorkbook } from './xlsx.ts'

/** The job `draw_workbook`: drawing a large one takes seconds in which nobody else could be answered. */
export function run({
  workbook,
  options,
}: {
  workbook: Workbook
  options: DrawOptions
}): Promise<Uint8Array> {
  return drawWorkbook(workbook, options)
}
