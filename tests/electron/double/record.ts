// What happened in the double, for the test to look at, and the answers it has prepared.

export type Done =
  | { readonly what: 'dialog'; readonly kind: DialogKind; readonly options: object }
  | { readonly what: 'open'; readonly how: 'path' | 'folder' | 'external'; readonly target: string }
  | {
      readonly what: 'fork'
      readonly name: string
      readonly args: readonly string[]
      readonly flags: readonly string[]
    }
  | { readonly what: 'window'; readonly options: Electron.BrowserWindowConstructorOptions }
  | { readonly what: 'shown' | 'focused' | 'restored' | 'second start' | 'sandboxed' }
  | { readonly what: 'blocked'; readonly url: string }
  /** What the page wrote to its console as an error, or threw. */
  | { readonly what: 'complaint'; readonly text: string }

export type DialogKind = 'save' | 'message'

export const done: Done[] = []

const answers = new Map<DialogKind, unknown[]>()

export function prepareAnswer(kind: DialogKind, answer: unknown): void {
  answers.set(kind, [...(answers.get(kind) ?? []), answer])
}

/** The prepared answer; a dialog that no test expected is an error there and stays open for ever here. */
export function nextAnswer<T>(kind: DialogKind): Promise<T> {
  const prepared = answers.get(kind)
  if (!prepared || prepared.length === 0) return new Promise(() => {})
  return Promise.resolve(prepared.shift() as T)
}
