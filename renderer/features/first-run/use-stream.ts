/** Long work that tells how far it is, and stops when she says so or leaves. */
import { useEffect, useRef, useState } from 'react'

interface Handlers<Word> {
  readonly onData: (word: Word) => void
  readonly onError: (error: unknown) => void
  readonly onComplete: () => void
}

type Start<Word> = (handlers: Handlers<Word>) => { unsubscribe: () => void }

export function useStream<Word>(onEnd: (last: Word | undefined) => void) {
  const [word, setWord] = useState<Word>()
  const [error, setError] = useState<unknown>(null)
  const [running, setRunning] = useState(false)
  const stop = useRef<(() => void) | undefined>(undefined)
  const told = useRef(onEnd)
  useEffect(() => {
    told.current = onEnd
  })
  useEffect(() => () => stop.current?.(), [])
  const cancel = () => {
    stop.current?.()
    stop.current = undefined
    setRunning(false)
    setWord(undefined)
  }
  const start = (run: Start<Word>) => {
    let last: Word | undefined
    setError(null)
    setWord(undefined)
    setRunning(true)
    const { unsubscribe } = run({
      onData: (next) => {
        last = next
        setWord(() => next)
      },
      onError: (reason) => {
        setError(reason)
        setRunning(false)
      },
      onComplete: () => {
        setRunning(false)
        told.current(last)
      },
    })
    stop.current = unsubscribe
  }
  return { word, error, running, start, cancel }
}
