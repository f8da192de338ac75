import type { Chord } from '../keys/chord.ts'

/** A key as it stands on the keyboard: `Ctrl ↵`. */
export function KeyCap({ keys }: { readonly keys: Chord }) {
  return <kbd aria-hidden="true">{keys.replaceAll('+', ' ').replace('Enter', '↵')}</kbd>
}
