/** What may be chosen for the text typed now; answers to older texts are dropped. */
import { useEffect, useRef, useState } from 'react'

interface Choosing<Choice> {
  readonly choices: readonly Choice[]
  /** Whether they belong to the text that stands in the field now. */
  readonly ready: boolean
  readonly at: number
  readonly setAt: (at: number) => void
}

interface Answer<Choice> {
  readonly text: string
  readonly choices: readonly Choice[]
}

/** `text` is undefined while the list is closed. */
export function useChoices<Choice>(
  text: string | undefined,
  ask: ((text: string) => Promise<readonly Choice[]>) | undefined,
): Choosing<Choice> {
  const [answer, setAnswer] = useState<Answer<Choice>>()
  const [at, setAt] = useState(0)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const asks = ask !== undefined
  useEffect(() => {
    if (text === undefined || !asks) {
      setAnswer(undefined)
      return
    }
    let stale = false
    const take = (choices: readonly Choice[]) => {
      if (stale) return
      setAnswer({ text, choices })
      setAt(0)
    }
    // A core that does not answer offers nothing; what was typed stays and is looked up later.
    latest.current?.(text).then(take, () => take([]))
    return () => {
      stale = true
    }
  }, [text, asks])
  const open = text !== undefined && answer !== undefined
  return { choices: open ? answer.choices : [], ready: open && answer.text === text, at, setAt }
}
