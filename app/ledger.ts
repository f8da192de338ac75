/** An open ledger and the one way to change it: a piece of work in a transaction, with its chain. */

import { migrate, needsMigration } from '../db/migrate.ts'
import { Connection, type OpenOptions, type Writer } from '../db/sqlite/connection.ts'
import { Gate } from '../db/sqlite/gate.ts'
import type { CivilDate } from '../domain/dates.ts'
import { Catalogue } from './catalogue.ts'
import { ChainWriter } from './chain.ts'
import { copyBeforeMigration } from './copy-file.ts'

/** «Today» comes only from here; tests and the command line set it. */
export interface Clock {
  /** The civil date in Bishkek. */
  today(): CivilDate
  /** The moment in UTC, ISO 8601. */
  now(): string
}

/** Who does it: a user's id. */
export interface Actor {
  readonly user: number
}

export interface Ledger {
  readonly connection: Connection
  readonly gate: Gate
  readonly clock: Clock
  readonly catalogue: Catalogue
}

/** The one user of a ledger that nobody has set up for more. */
export const BOOKKEEPER: Actor = { user: 1 }

/**
 * Opens a ledger, or makes a new one.
 * @throws EsepError for a file that is missing, taken, no ledger, newer, damaged or open elsewhere.
 */
export async function openLedger(file: string, clock: Clock, options: OpenOptions = {}): Promise<Ledger> {
  const connection = Connection.open(file, options)
  try {
    if (needsMigration(connection)) await copyBeforeMigration(connection, clock.now())
    migrate(connection)
    const ledger: Ledger = { connection, gate: new Gate(), clock, catalogue: new Catalogue(connection) }
    if (options.create) await addFirstUser(ledger)
    return ledger
  } catch (error) {
    connection.close()
    throw error
  }
}

export function closeLedger(ledger: Ledger): Promise<void> {
  return ledger.gate.run(() => ledger.connection.close())
}

async function addFirstUser(ledger: Ledger): Promise<void> {
  await change(ledger, BOOKKEEPER, ({ writer, chain }) => {
    const user = { id: BOOKKEEPER.user, name: 'Бухгалтер', role: 'bookkeeper' }
    writer.run('INSERT INTO user (id, name, role) VALUES (?, ?, ?)', [user.id, user.name, user.role])
    chain.append('user', String(user.id), user)
  })
}

/** What a change holds while its transaction is open. */
export interface Work {
  readonly ledger: Ledger
  readonly writer: Writer
  readonly chain: ChainWriter
  readonly actor: Actor
  readonly moment: string
}

/**
 * One change of the ledger: all or nothing, one transaction, one run of chain entries. A result that `keep` refuses
 * is undone without being an error: a dry run.
 */
export function change<T>(
  ledger: Ledger,
  actor: Actor,
  body: (work: Work) => T | Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  return ledger.gate.run(async () => {
    let kept = false
    try {
      const result = await ledger.connection.transaction(async (writer) => {
        const moment = ledger.clock.now()
        const chain = new ChainWriter(writer, actor.user, moment)
        const done = await body({ ledger, writer, chain, actor, moment })
        chain.flush()
        return done
      }, keep)
      kept = keep(result)
      return result
    } finally {
      // What was read or made inside an undone transaction must not be believed afterwards.
      if (!kept) ledger.catalogue.reset()
    }
  })
}

/** A look at the ledger that nobody changes meanwhile. */
export function look<T>(ledger: Ledger, body: () => T | Promise<T>): Promise<T> {
  return ledger.gate.run(body)
}
