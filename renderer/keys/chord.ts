/**
 * Key combinations by the place of the key, not by its letter: Ctrl+K is the same key in the Russian and the Kyrgyz
 * layout, where it types л.
 */
export type Chord = string

interface Parsed {
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly codes: readonly string[]
}

/** A press, as far as a combination looks at it. */
export type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const CODES: Readonly<Record<string, readonly string[]>> = {
  Enter: ['Enter', 'NumpadEnter'],
  Esc: ['Escape'],
  Ins: ['Insert'],
  Del: ['Delete'],
  '↑': ['ArrowUp'],
  '↓': ['ArrowDown'],
  '/': ['Slash', 'NumpadDivide'],
}

const parsed = new Map<Chord, Parsed>()

function parse(chord: Chord): Parsed {
  const known = parsed.get(chord)
  if (known) return known
  const parts = chord.split('+')
  const last = parts.at(-1) ?? ''
  const made = {
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    codes: CODES[last] ?? codesOf(last),
  }
  parsed.set(chord, made)
  return made
}

function codesOf(name: string): readonly string[] {
  if (/^[A-Z]$/.test(name)) return [`Key${name}`]
  if (/^\d$/.test(name)) return [`Digit${name}`, `Numpad${name}`]
  return [name]
}

export function matches(chord: Chord, press: Press): boolean {
  const { ctrl, alt, shift, codes } = parse(chord)
  if (ctrl !== (press.ctrlKey || press.metaKey) || alt !== press.altKey || shift !== press.shiftKey)
    return false
  // A remote desktop may send a key without its place: then its name must do.
  return codes.includes(press.code === '' ? press.key : press.code)
}
