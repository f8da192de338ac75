/** Long work as a stream of how far it is. */

/**
 * Runs the work and yields what it tells; while nobody listens, only the newest word waits. Whoever stops listening
 * aborts the work.
 * @returns what the work gave.
 */
export async function* streamed<Progress, Result>(
  outer: AbortSignal | undefined,
  work: (tell: (progress: Progress) => void, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Progress, Result> {
  const own = new AbortController()
  const signal = outer ? AbortSignal.any([outer, own.signal]) : own.signal
  const waiting: Progress[] = []
  let wake = () => {}
  let ended = false
  const tell = (progress: Progress) => {
    waiting[0] = progress
    wake()
  }
  const running = work(tell, signal).finally(() => {
    ended = true
    wake()
  })
  // It is awaited below; a refusal that comes before is not to count as one that nobody heard.
  running.catch(() => undefined)
  try {
    for (;;) {
      const progress = waiting.pop()
      if (progress !== undefined) yield progress
      else if (ended) return await running
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    own.abort()
    await running.catch(() => undefined)
  }
}
