/**
 * The one list of keys that work now. A screen declares its own; the help and the palette read the same list, so that
 * neither can promise a key that does nothing.
 */
import { type Chord, matches, type Press } from './chord.ts'

export type KeyGroup = 'app' | 'screen' | 'list' | 'grid'

export interface KeyBinding {
  readonly keys: Chord
  /** In the user's language, as a command: «Провести». */
  readonly label: string
  readonly group: KeyGroup
  /** Absent for a key that its own field answers to: the help still tells of it. */
  readonly run?: (() => void) | undefined
  /** Whether the palette offers it; most commands are worth finding by name. */
  readonly command?: boolean
}

type Listener = () => void

export class KeyRegistry {
  #layers: (readonly KeyBinding[])[] = []
  #all: readonly KeyBinding[] = []
  readonly #listeners = new Set<Listener>()

  /** Adds keys above those already there; the answer takes them away again. */
  add(bindings: readonly KeyBinding[]): () => void {
    this.#change([...this.#layers, bindings])
    return () => this.#change(this.#layers.filter((layer) => layer !== bindings))
  }

  /** What works now; a key declared twice is the later one's. */
  readonly list = (): readonly KeyBinding[] => this.#all

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  find(press: Press): KeyBinding | undefined {
    return this.#all.find((binding) => binding.run !== undefined && matches(binding.keys, press))
  }

  /** Does what the keys would do. */
  readonly press = (chord: Chord): void => {
    this.#all.find(({ keys, run }) => keys === chord && run !== undefined)?.run?.()
  }

  #change(layers: (readonly KeyBinding[])[]): void {
    this.#layers = layers
    const taken = new Set<Chord>()
    this.#all = layers
      .toReversed()
      .flat()
      .filter(({ keys }) => !taken.has(keys) && taken.add(keys))
    for (const listener of this.#listeners) listener()
  }
}
