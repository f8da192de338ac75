import type { FigureRef } from '../../../domain/explanation.ts'

interface FigureRow {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly negative?: boolean | undefined
  readonly sum?: boolean | undefined
  /** Absent where there is nothing further to ask. */
  readonly figure?: FigureRef | undefined
}

interface FigureRowsProps {
  readonly label: string
  readonly rows: readonly FigureRow[]
  readonly chosen?: FigureRef | undefined
  readonly onAsk: (figure: FigureRef) => void
}

/** Names and figures, of which each may be asked about: a press, or F7 and Enter. */
export function FigureRows({ label, rows, chosen, onAsk }: FigureRowsProps) {
  const wanted = JSON.stringify(chosen)
  return (
    <ul className="figures" aria-label={label}>
      {rows.map(({ key, label: name, value, hint, negative, sum, figure }) => {
        const inside = (
          <>
            <span className="figure-name">
              {name}
              {hint !== undefined && <span className="dim"> · {hint}</span>}
            </span>
            <span className={negative ? 'felt' : undefined}>{value}</span>
          </>
        )
        const className = sum ? 'figure figure-sum' : 'figure'
        return (
          <li key={key}>
            {figure ? (
              <button
                type="button"
                data-figure
                className={className}
                aria-pressed={JSON.stringify(figure) === wanted}
                onClick={() => onAsk(figure)}
              >
                {inside}
              </button>
            ) : (
              <span className={className}>{inside}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
