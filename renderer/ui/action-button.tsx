import type { Chord } from '../keys/chord.ts'
import { KeyCap } from './key-cap.tsx'
import './action-button.css'

interface ActionButtonProps {
  readonly label: string
  readonly keys?: Chord | undefined
  readonly run: () => void
  readonly primary?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** A command as a button, with its key beside the name. */
export function ActionButton({ label, keys, run, primary, disabled }: ActionButtonProps) {
  return (
    <button
      type="button"
      className={primary ? 'action action-primary' : 'action'}
      disabled={disabled}
      onClick={run}
    >
      {label}
      {keys !== undefined && <KeyCap keys={keys} />}
    </button>
  )
}
