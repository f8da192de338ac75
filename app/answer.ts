/** What one process answers another: a result, a refusal with its data, or a fault as text. */
import { EsepError, type NoticeCode, type NoticeData } from '../domain/error.ts'

export type Answer =
  | { readonly output: unknown }
  | { readonly refused: { readonly code: NoticeCode; readonly data: NoticeData[NoticeCode] } }
  | { readonly failed: string }

/** Runs it and puts whatever comes of it into an answer; never rejects. */
export async function answerOf(run: () => unknown): Promise<Answer> {
  try {
    return { output: await run() }
  } catch (error) {
    if (error instanceof EsepError) return { refused: { code: error.code, data: error.data } }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** The other end. @throws EsepError the refusal, or an Error with the text of the fault. */
export function outputOf(answer: Answer): unknown {
  if ('output' in answer) return answer.output
  if ('refused' in answer) throw new EsepError(answer.refused.code, answer.refused.data)
  throw new Error(answer.failed)
}
