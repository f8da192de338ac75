/** What `import` says to people: counts a kind, what to look at, what is wrong. */
import { SHEETS } from '../../domain/book/sheets.ts'
import type { BookIssue } from '../../domain/error.ts'
import { formatInteger, type Language } from '../../domain/format.ts'
import { problemWords } from '../../domain/messages/book.ts'
import type { Problem } from '../import/mark.ts'
import type { ImportResult } from '../import/post-book.ts'
import { problemTable } from '../import/report.ts'
import type { Session } from './session.ts'
import { textTable } from './text-table.ts'

/** More lines than these nobody reads on a screen. */
const MOST_WARNINGS = 20
const MOST_ERRORS = 200

interface Imported {
  readonly result: ImportResult
  readonly problems: readonly Problem[]
  readonly dryRun: boolean
  /** Where the marked copy is. */
  readonly marked: string | undefined
}

export function importText(session: Session, { result, problems, dryRun, marked }: Imported): string {
  const { imported } = session.words
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const end = errors.length > 0 ? imported.refused : dryRun ? imported.dryRun : imported.done
  return [
    // What was tried of a book with errors is undone, so its counts would only mislead.
    ...(errors.length > 0 ? [] : countLines(session, result, dryRun)),
    ...listLines(session, imported.warnings(warnings.length), warnings, MOST_WARNINGS),
    ...listLines(session, imported.errors(errors.length), errors, MOST_ERRORS),
    ...(marked === undefined ? [] : [imported.marked(session.shown(marked))]),
    end,
  ].join('\n')
}

function countLines({ words }: Session, { counts, catalogues }: ImportResult, dryRun: boolean): string[] {
  const { columns, imported } = words
  const said = catalogues === 0 ? [] : [imported.catalogues(catalogues)]
  if (counts.length === 0) return said
  const order = Object.keys(SHEETS)
  const inOrder = counts.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  const table = textTable(
    [
      { heading: columns.sheet, of: ({ sheet }) => sheet },
      {
        heading: dryRun ? columns.wouldPost : columns.posted,
        of: ({ posted }) => formatInteger(posted),
        right: true,
      },
      { heading: columns.known, of: ({ known }) => formatInteger(known), right: true },
    ],
    inOrder,
  )
  return [table, ...said, '']
}

function listLines(session: Session, title: string, problems: readonly Problem[], most: number): string[] {
  if (problems.length === 0) return []
  const left = problems.length - most
  const more = left > 0 ? [session.words.imported.more(left)] : []
  return [title, problemTable(problems.slice(0, most), session.language), ...more, '']
}

/** «Продажи, строка 7, столбец G» */
export function placeOf({ file, sheet, row, column }: BookIssue, language: Language): string {
  const words = problemWords[language]
  return [
    ...(file === undefined ? [] : [file]),
    ...(sheet === undefined ? [] : [sheet]),
    ...(row === undefined ? [] : [`${words.row.toLowerCase()} ${row}`]),
    ...(column === undefined ? [] : [`${words.column.toLowerCase()} ${column}`]),
  ].join(', ')
}
