/** A fault of the program itself: what the user is told is a number, by which the log knows it. */
import { hash } from 'node:crypto'
import type { LogData } from './log.ts'

/** The same fault has the same number, so that two people can tell they mean one thing. */
export function numberOfFault(error: unknown): string {
  const text = error instanceof Error ? `${error.name} ${error.message} ${error.stack}` : String(error)
  return hash('sha256', text, 'hex').slice(0, 8)
}

/** Where a fault came from, for the log: without its text's figures, names and quoted values, and without folders. */
export function traceOfFault(error: unknown): LogData {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at /.test(line))
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^\s()]*[/\\]/g, ''))
  return {
    name: error.name,
    code: 'code' in error ? String(error.code) : '',
    message: error.message.replace(/'[^']*'|"[^"]*"|«[^»]*»|[\p{Script=Cyrillic}\d]+/gu, '…').slice(0, 200),
    trace: frames.slice(0, 6).join(' < '),
  }
}
