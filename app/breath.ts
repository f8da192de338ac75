/** Long work gives the event loop a turn now and then, and looks whether it is still wanted. */
import { setImmediate } from 'node:timers/promises'
import { EsepError } from '../domain/error.ts'

/** How long work may go on in one go. */
const SLICE_MS = 25

export class Breath {
  readonly #signal: AbortSignal | undefined
  readonly #onSlice: (done: number) => void
  #start = performance.now()

  constructor(signal?: AbortSignal, onSlice: (done: number) => void = () => undefined) {
    this.#signal = signal
    this.#onSlice = onSlice
  }

  /** @throws EsepError `cancelled` */
  async take(done: number): Promise<void> {
    if (this.#signal?.aborted) throw new EsepError('cancelled', {})
    if (performance.now() - this.#start < SLICE_MS) return
    this.#onSlice(done)
    await setImmediate()
    if (this.#signal?.aborted) throw new EsepError('cancelled', {})
    this.#start = performance.now()
  }
}
