/** Sales so far, day by day, over the month before: whether the month goes better or worse is seen at a glance. */
import { useTranslation } from 'react-i18next'
import { formatInteger, formatMoney } from '../../../domain/format.ts'
import type { OverviewView } from '../../../domain/views.ts'
import './overview.css'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [620, 200, 62, 20, 8]

interface SalesChartProps {
  readonly days: OverviewView['salesByDay']
  /** The last day that can have sales; the line of this month ends there. */
  readonly lastDay: number
}

export function SalesChart({ days, lastDay }: SalesChartProps) {
  const { t } = useTranslation()
  const now = runningSums(days.map((day) => day.now)).slice(0, Math.max(lastDay, 1))
  const before = runningSums(days.map((day) => day.before))
  const most = niceTop(Math.max(now.at(-1) ?? 0, before.at(-1) ?? 0))
  const x = (index: number) => LEFT + (index / Math.max(days.length - 1, 1)) * (WIDTH - LEFT - 8)
  const y = (amount: number) => TOP + (1 - amount / most) * (HEIGHT - TOP - BOTTOM)
  const line = (sums: readonly number[]) =>
    sums.map((sum, index) => `${x(index).toFixed(1)},${y(sum).toFixed(1)}`).join(' ')
  const label = t('overview.chart', {
    now: formatMoney(now.at(-1) ?? 0),
    before: formatMoney(before.at(-1) ?? 0),
  })
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line className="chart-rule" x1={LEFT} x2={WIDTH - 8} y1={y(most * part)} y2={y(most * part)} />
            <text className="chart-text" x={LEFT - 8} y={y(most * part) + 4} textAnchor="end">
              {formatInteger(Math.round((most * part) / 100))}
            </text>
          </g>
        ))}
        {[1, 10, 20, days.length].map((day) => (
          <text key={day} className="chart-text" x={x(day - 1)} y={HEIGHT - 4} textAnchor="middle">
            {day}
          </text>
        ))}
        <polygon
          className="chart-area"
          points={`${x(0)},${y(0)} ${line(now)} ${x(now.length - 1)},${y(0)}`}
        />
        <polyline className="chart-before" points={line(before)} />
        <polyline className="chart-now" points={line(now)} />
      </svg>
      <figcaption>
        <span className="key-now">{t('overview.now')}</span>
        <span className="key-before">{t('overview.before')}</span>
      </figcaption>
    </figure>
  )
}

function runningSums(amounts: readonly number[]): number[] {
  let sum = 0
  return amounts.map((amount) => {
    sum += amount
    return sum
  })
}

/** A round number not far above, so that the scale reads easily and is filled. */
function niceTop(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(amount, 1)))
  return ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= amount) ?? 10) * power
}
