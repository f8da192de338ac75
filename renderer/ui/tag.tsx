import type { ReactNode } from 'react'
import './tag.css'

export type Tone = 'plain' | 'leaf' | 'honey' | 'felt' | 'lake'

/** A short mark: its colour says the kind, its word says the thing. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
