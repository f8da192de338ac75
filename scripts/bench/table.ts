/** The table that a benchmark prints: what was measured, what it is measured against, and whether the limit holds. */

export interface Row {
  readonly job: string
  readonly ours: string
  readonly raw: string
  /** Ours over raw, over the smaller scale, or over the limit's own unit. */
  readonly ratio: number
  /** None: told for information. */
  readonly limit: number | null
}

const HEADINGS = ['job', 'ours', 'raw', 'ratio', 'limit', ''] as const

export function tableText(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.job,
    row.ours,
    row.raw,
    row.ratio.toFixed(2),
    row.limit === null ? '' : `≤ ${row.limit}`,
    row.limit === null ? '' : holds(row) ? 'holds' : 'DOES NOT HOLD',
  ])
  const widths = HEADINGS.map((heading, at) =>
    Math.max(heading.length, ...cells.map((row) => row[at]?.length ?? 0)),
  )
  return [HEADINGS, ...cells]
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
    )
    .map((row) => row.join('  ').trimEnd())
    .join('\n')
}

export const holds = ({ ratio, limit }: Row): boolean => limit === null || ratio <= limit

export const milliseconds = (value: number): string =>
  `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3)} ms`
