import type { ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'
import type { ScreenAction } from './screen.tsx'
import './empty-state.css'

interface EmptyStateProps {
  /** What will stand here and how it fills. */
  readonly children: ReactNode
  readonly action?: ScreenAction
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action && <ActionButton {...action} />}
    </div>
  )
}
