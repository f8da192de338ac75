/** A core for tests of the screens: it answers from a table, remembers what it was asked, and can go away. */
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../app/rpc/router.ts'
import type { Notice } from '../../domain/error.ts'
import { type CoreClient, watchLink } from '../rpc/client.ts'
import { Connection } from '../rpc/connection.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

/** Answers are data that nobody changes, so read-only lists will do. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T
type Given<Output> = [Output] extends [never] ? undefined : Frozen<Output>
type Answer<Input, Output> = (input: Input) => Given<Output> | Promise<Given<Output>>

/** Procedures by area and name; what a test does not need may be absent. */
export type Answers = {
  [Area in keyof Inputs & keyof Outputs]?: {
    [Name in keyof Inputs[Area] & keyof Outputs[Area]]?: Answer<Inputs[Area][Name], Outputs[Area][Name]>
  }
}

interface Asked {
  readonly path: string
  readonly input: unknown
}

export interface FakeCore {
  readonly core: CoreClient
  readonly connection: Connection
  readonly asked: Asked[]
  /** From now on nothing is answered, or everything again. */
  readonly setAway: (away: boolean) => void
}

/** Thrown by an answer: travels as the core's refusals do. */
export class Refused extends Error {
  readonly notice: Notice

  constructor(refusal: Notice) {
    super(refusal.code)
    this.notice = refusal
  }
}

export function fakeCore(answers: Answers): FakeCore {
  const connection = new Connection()
  const asked: Asked[] = []
  let away = false
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op: { path, input } }) =>
      observable((observer) => {
        const answer = async () => {
          if (away) throw new TypeError('the core is away')
          asked.push({ path, input })
          return answerOf(answers, path)(input)
        }
        answer().then(
          (data) => {
            observer.next({ result: { type: 'data', data } })
            observer.complete()
          },
          (error: unknown) => observer.error(clientError(error)),
        )
      })
  const core = createTRPCClient<AppRouter>({ links: [watchLink(connection), link] })
  return {
    core,
    connection,
    asked,
    setAway: (now) => {
      away = now
    },
  }
}

function answerOf(answers: Answers, path: string): (input: unknown) => unknown {
  const [area = '', name = ''] = path.split('.')
  const table = answers as Record<string, Record<string, (input: unknown) => unknown> | undefined>
  const answer = table[area]?.[name]
  if (!answer) throw new TypeError(`the test has no answer for ${path}`)
  return answer
}

function clientError(error: unknown): TRPCClientError<AppRouter> {
  if (!(error instanceof Refused)) return TRPCClientError.from(error as Error)
  const { notice } = error
  return TRPCClientError.from({ error: { code: -32_022, message: notice.code, data: notice } })
}
