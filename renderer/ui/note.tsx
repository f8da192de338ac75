/** Blocks of the right side: a card that explains, a sentence that warns, rows of names and figures. */
import type { ReactNode } from 'react'
import type { Tone } from './tag.tsx'
import './note.css'

interface NoteProps {
  readonly title?: string | undefined
  readonly tone?: Tone
  readonly children: ReactNode
}

export function Note({ title, tone = 'plain', children }: NoteProps) {
  return (
    <section className={`note note-${tone}`}>
      {title !== undefined && <h3>{title}</h3>}
      {children}
    </section>
  )
}

export interface FactRow {
  readonly label: string
  readonly value: ReactNode
  readonly tone?: Tone
  readonly sum?: boolean
}

/** Names on the left, figures on the right; a sum stands under a line. */
export function FactRows({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <dl className="facts">
      {rows.map(({ label, value, tone, sum }) => (
        <div key={label} className={sum ? 'facts-sum' : undefined}>
          <dt>{label}</dt>
          <dd className={tone}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
