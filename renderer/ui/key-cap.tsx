import type { Chord } from '../keys/chord.ts'

/** A key as it stands on the keyboard: `Ctrl ↵`. */
export function KeyCap({ keys }: { readonly keys: Chord }) {
  return (
    <span aria-hidden="true">
      <kbd>{keys.replaceAll('+', ' ').replace('Enter', '↵')}</kbd>
    </span>
  )
}
