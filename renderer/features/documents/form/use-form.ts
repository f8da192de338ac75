/** The form in React: what is typed, kept as it is typed, and what was found for it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLost } from '../../../rpc/problem.ts'
import { useCore } from '../../../rpc/rpc.tsx'
import type { Drafts } from '../drafts.ts'
import type { Asking } from './asking.ts'
import { cellOf, type FormCell, type FormState, type LineCells } from './cells.ts'
import { placeField } from './kinds.ts'
import { type Found, resolveCell, unresolved, withFound } from './resolve.ts'
import { readCell } from './values.ts'

export interface FormModel {
  readonly state: FormState
  /** The form this very moment, before React has drawn it. */
  readonly now: () => FormState
  readonly setHead: (key: string, cell: FormCell) => void
  readonly setLines: (lines: readonly LineCells[]) => void
  readonly confirm: (question: string, reason: string | undefined) => void
  readonly asking: Asking
  /** Waits until all that is typed has its meaning. */
  readonly settle: () => Promise<FormState>
}

export function useForm(initial: FormState, drafts: Drafts, today: string): FormModel {
  const [state, setState] = useState(initial)
  const live = useRef(initial)
  const change = (next: FormState) => {
    live.current = next
    setState(next)
    drafts.put(next)
  }
  const asking = useAsking(state, today)
  const resolve = useResolve(live, change, asking)
  useEffect(() => {
    void resolve()
  })
  return {
    state,
    now: () => live.current,
    setHead: (key, cell) => change(withHead(live.current, key, cell)),
    setLines: (lines) => change(withProducer({ ...live.current, lines })),
    confirm: (question, reason) => {
      const { [question]: _, ...others } = live.current.confirmed
      const confirmed = reason === undefined ? others : { ...others, [question]: reason }
      change({ ...live.current, confirmed })
    },
    asking,
    settle: async () => {
      await resolve()
      return live.current
    },
  }
}

const withHead = (state: FormState, key: string, cell: FormCell): FormState => ({
  ...state,
  head: { ...state.head, [key]: cell },
})

/** The first product of a receipt says whose goods are received. */
function withProducer(state: FormState): FormState {
  if (state.kind !== 'receipt' || cellOf(state.head, 'producer').value !== undefined) return state
  for (const { cells } of state.lines) {
    const producer = cellOf(cells, 'product').product?.producer
    if (producer)
      return withHead(state, 'producer', { text: `${producer.code} ${producer.name}`, value: producer.id })
  }
  return state
}

function useAsking({ kind, head }: FormState, today: string): Asking {
  const core = useCore()
  const { t } = useTranslation()
  const paperDate = readCell('date', cellOf(head, 'paperDate'), today)
  const date = readCell('date', cellOf(head, 'date'), today)
  const day =
    [paperDate, date].flatMap((read) => (read && 'value' in read ? [String(read.value)] : []))[0] ?? today
  const place = cellOf(head, placeField(kind)).value
  const producer = kind === 'receipt' ? cellOf(head, 'producer').value : undefined
  return useMemo(
    () => ({
      core,
      t,
      day,
      location: typeof place === 'number' ? place : undefined,
      producer: typeof producer === 'number' ? producer : undefined,
    }),
    [core, t, day, place, producer],
  )
}

const AGAIN_MS = 1000

/** Looks up what has no meaning yet, each text once; a core that is away is asked again. */
function useResolve(
  live: { readonly current: FormState },
  change: (state: FormState) => void,
  asking: Asking,
): () => Promise<void> {
  const running = useRef(new Map<string, Promise<void>>())
  const [, wake] = useState(0)
  // A pasted block finds hundreds at once: they are put in together.
  const put = useTogether<Found>((finds) => change(withProducer(finds.reduce(withFound, live.current))))
  return async () => {
    const wanted = unresolved(live.current)
    await Promise.all(
      wanted.map((one) => {
        const key = JSON.stringify([one.line?.key, one.column, one.cell.text, one.cell.value])
        const known = running.current.get(key)
        if (known) return known
        const search = resolveCell(asking, one)
          .then(put)
          .catch((error: unknown) => {
            if (isLost(error)) setTimeout(() => wake((count) => count + 1), AGAIN_MS)
          })
          .finally(() => running.current.delete(key))
        running.current.set(key, search)
        return search
      }),
    )
  }
}

/** Gathers what comes within one turn, and hands it on as one. */
function useTogether<T>(take: (all: readonly T[]) => void): (one: T) => Promise<void> {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const gathered = useRef<{ readonly all: T[]; readonly done: Promise<void> }>(undefined)
  return (one) => {
    if (!gathered.current) {
      const all: T[] = []
      const done = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
        gathered.current = undefined
        latest.current(all)
      })
      gathered.current = { all, done }
    }
    gathered.current.all.push(one)
    return gathered.current.done
  }
}
