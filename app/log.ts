/** What happens, for whoever has to find a fault: codes, counts, durations and ids; never names, sums or values. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

export type LogData = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(event: string, data?: LogData): void
  error(event: string, data?: LogData): void
}

const MOST_BYTES = 1_000_000
const KEPT_FILES = 5

/** A file of JSON lines. When it is full it becomes `NAME.1`, the one before `NAME.2`, and the oldest goes. */
export function fileLog(file: string, now: () => string): Log {
  const write = (level: string, event: string, data: LogData = {}) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) turnOver(file)
      appendFileSync(file, `${JSON.stringify({ moment: now(), level, event, ...data })}\n`)
    } catch {
      // A log that cannot be written must not stop the work it tells of.
    }
  }
  return {
    info: (event, data) => write('info', event, data),
    error: (event, data) => write('error', event, data),
  }
}

function turnOver(file: string): void {
  const kept = (number: number) => (number === 0 ? file : `${file}.${number}`)
  rmSync(kept(KEPT_FILES - 1), { force: true })
  for (let number = KEPT_FILES - 2; number >= 0; number -= 1) {
    if (statSync(kept(number), { throwIfNoEntry: false })) renameSync(kept(number), kept(number + 1))
  }
}
