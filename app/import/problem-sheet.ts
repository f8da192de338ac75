import type ExcelJS from 'exceljs'
import type { Problem, ProblemHeadings } from './mark.ts'
import { safeText } from './mark-cell.ts'

export const PROBLEM_SHEET = 'Ошибки'
/** Excel takes no more links on a sheet. */
const MOST_LINKS = 65_000
const WIDTHS = { file: 24, sheet: 24, row: 9, column: 10, cell: 24, reason: 90 }

/**
 * The first sheet of a marked copy: every problem with a link to its cell.
 * @param nameOfCopy the copy's name of the sheet that a problem stands on, if the copy has it.
 */
export function addProblemSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  problems: readonly Problem[],
  headings: ProblemHeadings,
  nameOfCopy: (problem: Problem) => string | undefined,
): void {
  const sheet = workbook.addWorksheet(PROBLEM_SHEET, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const keys = (['file', 'sheet', 'row', 'column', 'cell', 'reason'] as const).filter(
    (key) => key !== 'file' || problems.some(({ file }) => file !== undefined),
  )
  sheet.columns = keys.map((key) => ({ header: headings[key], key, width: WIDTHS[key] }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: problems.length + 1, column: keys.length } }
  problems.forEach((problem, index) => {
    const target = nameOfCopy(problem)
    const { file = '', sheet: name = '', row, column = '', cell = '', sentence } = problem
    const added = sheet.addRow({
      file,
      sheet: safeText(name),
      row,
      column,
      cell: safeText(cell),
      reason: safeText(sentence),
    })
    added.alignment = { vertical: 'top', wrapText: true }
    if (target !== undefined && index < MOST_LINKS)
      link(added.getCell('sheet'), target, `${column || 'A'}${row ?? 1}`)
    added.commit()
  })
  sheet.commit()
}

function link(cell: ExcelJS.Cell, sheet: string, reference: string): void {
  cell.value = { text: cell.text, hyperlink: `#'${sheet.replaceAll("'", "''")}'!${reference}` }
  cell.font = { color: { argb: 'FF0563C1' }, underline: true }
}
