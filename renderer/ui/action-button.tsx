import type { Chord } from '../keys/chord.ts'
import { KeyCap } from './key-cap.tsx'
import './action-button.css'

interface ActionButtonProps {
  readonly label: string
  readonly keys?: Chord | undefined
  readonly run: () => void
  readonly primary?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Where a dialog begins. */
  readonly first?: boolean | undefined
}

/** A command as a button, with its key beside the name. */
export function ActionButton({ label, keys, run, primary, disabled, first }: ActionButtonProps) {
  return (
    <button
      type="button"
      className={primary ? 'action action-primary' : 'action'}
      disabled={disabled}
      data-autofocus={first ? true : undefined}
      onClick={run}
    >
      {label}
      {keys !== undefined && <KeyCap keys={keys} />}
    </button>
  )
}
