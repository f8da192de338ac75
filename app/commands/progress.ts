/** One line on the terminal for work that takes longer than a second; cleared before anything else is printed. */

const PATIENCE_MS = 1000
const BAR_WIDTH = 24
const CLEAR_LINE = '\r\u001b[K'

export class Progress {
  readonly #write: ((text: string) => void) | undefined
  readonly #started = performance.now()
  #shown = ''
  #waiting: NodeJS.Timeout | undefined

  /** @param write prints to the terminal; without it nothing is ever shown. */
  constructor(write: ((text: string) => void) | undefined) {
    this.#write = write
  }

  /** Says what is going on; how far it has come if that is known. */
  step(label: string, done?: number, total?: number): void {
    if (!this.#write) return
    const line = total === undefined || done === undefined ? `${label}…` : `${label} ${barOf(done, total)}`
    clearTimeout(this.#waiting)
    const left_ms = PATIENCE_MS - (performance.now() - this.#started)
    if (left_ms <= 0) this.#show(line)
    else this.#waiting = setTimeout(() => this.#show(line), left_ms).unref()
  }

  clear(): void {
    clearTimeout(this.#waiting)
    if (this.#shown !== '') this.#write?.(CLEAR_LINE)
    this.#shown = ''
  }

  #show(line: string): void {
    if (line === this.#shown) return
    this.#write?.(`${CLEAR_LINE}${line}`)
    this.#shown = line
  }
}

function barOf(done: number, total: number): string {
  const part = total === 0 ? 1 : Math.min(done / total, 1)
  const filled = Math.round(part * BAR_WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${String(Math.floor(part * 100)).padStart(3)} %`
}
