/** Whether the core answers: the footer says so, and what was typed waits for it. */
export type CoreState = 'up' | 'down'

type Listener = () => void

export class Connection {
  #state: CoreState = 'up'
  readonly #listeners = new Set<Listener>()

  readonly state = (): CoreState => this.#state

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: CoreState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
