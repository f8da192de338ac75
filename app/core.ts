/** The core as a shell starts it: the ledger of its place opened, and everything a call needs. */
import path from 'node:path'
import type { Context, Ports } from './context.ts'
import { Desk } from './desk.ts'
import { numberOfFault, traceOfFault } from './fault.ts'
import { BOOKKEEPER } from './ledger.ts'
import { fileLog, type Log } from './log.ts'
import type { Place } from './place.ts'
import { Uploads } from './uploads.ts'

export interface CoreOptions extends Omit<Ports, 'log'> {
  /** The program's own folder. */
  readonly home: string
  /** The ledger, where it is not the one in the program's folder. */
  readonly place?: Place
  /** Begin with the invented association. */
  readonly demo?: boolean
}

export interface Core {
  readonly context: Context
  /** Makes a verified copy of what has changed and closes the ledger. */
  close(): Promise<void>
}

async function openDemo(desk: Desk, log: Log): Promise<void> {
  try {
    await desk.openDemo()
  } catch (error) {
    log.error('fault', { id: numberOfFault(error), path: 'demo', ...traceOfFault(error) })
  }
}

/** A ledger that cannot be opened is no reason to throw: the window says why, and offers a copy. */
export async function openCore({ home, place, demo = false, ...ports }: CoreOptions): Promise<Core> {
  const log = fileLog(path.join(home, 'logs', 'core.log'), () => ports.clock.now())
  const desk = new Desk({ clock: ports.clock, log, home, ...(place ? { place } : {}) })
  if (demo) await openDemo(desk, log)
  // Also where the demo could not be made: the window has to open, and offers it again.
  await desk.open()
  log.info('opened', { state: desk.state, demo: desk.isDemo })
  return {
    context: { ...ports, log, actor: BOOKKEEPER, role: 'bookkeeper', desk, uploads: new Uploads() },
    async close() {
      const copy = await desk.close()
      log.info('closed', { copy: copy?.name ?? null })
    },
  }
}
