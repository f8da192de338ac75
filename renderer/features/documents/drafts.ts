/**
 * Drafts as they are typed, kept in memory and sent to the core by themselves. A core that does not answer is asked
 * again until it does; what was typed outlives the form, the screen and the core.
 */
import type { CoreClient } from '../../rpc/client.ts'
import { refusalOf } from '../../rpc/problem.ts'
import { bridge } from '../../shell.ts'
import type { FormState } from './form/cells.ts'
import { isEmptyForm } from './form/cells.ts'
import { draftInput } from './form/to-input.ts'

export type DraftStatus =
  | { readonly state: 'fresh' }
  | { readonly state: 'saving' }
  | { readonly state: 'waiting' }
  | { readonly state: 'saved'; readonly at: string }

const PAUSE_MS = 700
const AGAIN_MS = 1000
const FRESH: DraftStatus = { state: 'fresh' }

interface Kept {
  state: FormState
  status: DraftStatus
  /** Whether the core has not got the newest text yet. */
  dirty: boolean
  timer: ReturnType<typeof setTimeout> | undefined
  sending: Promise<void> | undefined
}

export class Drafts {
  readonly #core: CoreClient
  readonly #today: () => string
  readonly #kept = new Map<string, Kept>()
  readonly #listeners = new Set<() => void>()

  constructor(core: CoreClient, today: () => string) {
    this.#core = core
    this.#today = today
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get(id: string): FormState | undefined {
    return this.#kept.get(id)?.state
  }

  status(id: string): DraftStatus {
    return this.#kept.get(id)?.status ?? FRESH
  }

  /** A form that was just opened: nothing of it needs to be sent. */
  open(state: FormState, saved?: string): void {
    const status: DraftStatus = saved ? { state: 'saved', at: saved } : FRESH
    this.#kept.set(state.id, { state, status, dirty: false, timer: undefined, sending: undefined })
  }

  /** Keeps the newest text; it is sent after a short pause. */
  put(state: FormState): void {
    const kept = this.#kept.get(state.id)
    if (!kept) return
    kept.state = state
    if (isEmptyForm(state) && kept.status.state === 'fresh') return
    kept.dirty = true
    this.#plan(kept, PAUSE_MS)
    this.#tell()
  }

  /** Sends now what is not sent yet. */
  async flush(id: string): Promise<void> {
    const kept = this.#kept.get(id)
    if (!kept) return
    await kept.sending
    if (kept.dirty) await this.#send(kept)
  }

  /** The document is posted, or nobody wants it: a save that is under way must not bring it back. */
  async forget(id: string): Promise<void> {
    const kept = this.#kept.get(id)
    if (!kept) return
    clearTimeout(kept.timer)
    kept.dirty = false
    this.#kept.delete(id)
    await kept.sending
    this.#tell()
  }

  #plan(kept: Kept, after_ms: number): void {
    clearTimeout(kept.timer)
    kept.timer = setTimeout(() => void this.#send(kept), after_ms)
  }

  #send(kept: Kept): Promise<void> {
    clearTimeout(kept.timer)
    if (!kept.sending) {
      kept.sending = this.#transmit(kept).finally(() => {
        kept.sending = undefined
      })
    }
    return kept.sending
  }

  async #transmit(kept: Kept): Promise<void> {
    const { state } = kept
    if (kept.status.state === 'fresh') this.#set(kept, { state: 'saving' })
    try {
      const { id, kind } = state
      // The round trip through JSON leaves out what is absent, as the wire would.
      const input = JSON.parse(JSON.stringify(draftInput(state, this.#today())))
      await this.#core.documents.saveDraft.mutate({ id, kind, input })
      kept.dirty = kept.state !== state
      this.#set(kept, { state: 'saved', at: new Date().toISOString() })
    } catch (error) {
      this.#set(kept, { state: 'waiting' })
      // A refusal will not change by itself: the next word typed tries again.
      if (refusalOf(error)) return
    }
    if (kept.dirty && this.#kept.has(state.id)) this.#plan(kept, AGAIN_MS)
  }

  #set(kept: Kept, status: DraftStatus): void {
    kept.status = status
    this.#tell()
  }

  #tell(): void {
    bridge()?.setUnsaved(this.unsaved())
    for (const listener of this.#listeners) listener()
  }

  /** Whether closing now would lose a word. */
  unsaved(): boolean {
    return [...this.#kept.values()].some(({ dirty }) => dirty)
  }
}

const known = new WeakMap<CoreClient, Drafts>()

/** One keeper for each core: forms come and go, it stays. */
export function draftsOf(core: CoreClient, today: () => string): Drafts {
  let drafts = known.get(core)
  if (!drafts) {
    drafts = new Drafts(core, today)
    known.set(core, drafts)
    guardClosing(drafts)
  }
  return drafts
}

function guardClosing(drafts: Drafts): void {
  window.addEventListener('beforeunload', (event) => {
    if (drafts.unsaved()) event.preventDefault()
  })
}
