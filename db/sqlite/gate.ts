/**
 * One queue for every use of the connection. Long work gives the event loop a turn in the middle of a transaction,
 * so whoever comes meanwhile must wait for the whole of it.
 */
export class Gate {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs the task after all that came before, whether they succeeded or failed. */
  run<T>(task: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task)
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
