/** Numbered migrations, forward only, each with its `user_version` in one transaction. */
import { createHash } from 'node:crypto'
import { EsepError } from '../domain/error.ts'
import { ledger001 } from './migrations/001-ledger.ts'
import { Connection } from './sqlite/connection.ts'

const MIGRATIONS: readonly string[] = [ledger001]

export const SCHEMA_VERSION = MIGRATIONS.length

/** Whether opening the ledger will change its schema. */
export function needsMigration(connection: Connection): boolean {
  const version = connection.pragma<number>('user_version')
  return version > 0 && version < SCHEMA_VERSION
}

/**
 * Brings a ledger to this program's schema.
 * @throws EsepError `ledger_newer`, its bytes untouched; `ledger_damaged` where the schema is not what it says.
 */
export function migrate(connection: Connection): void {
  const version = connection.pragma<number>('user_version')
  if (version > SCHEMA_VERSION) {
    throw new EsepError('ledger_newer', { file: connection.file, version, known: SCHEMA_VERSION })
  }
  if (version < SCHEMA_VERSION) {
    connection.execute('BEGIN IMMEDIATE')
    try {
      for (const step of MIGRATIONS.slice(version)) connection.execute(step)
      connection.execute(`PRAGMA user_version = ${SCHEMA_VERSION}`)
      connection.execute('COMMIT')
    } catch (error) {
      connection.execute('ROLLBACK')
      throw error
    }
  }
  if (schemaDigest(connection) !== expectedDigest()) {
    throw new EsepError('ledger_damaged', { file: connection.file, detail: 'schema' })
  }
}

/** Tables, indexes and triggers as SQLite stores them: a dropped trigger changes the digest. */
function schemaDigest(connection: Connection): string {
  const hash = createHash('sha256')
  for (const [sql] of connection.scan<[string]>(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
  )) {
    hash.update(`${sql}\n`)
  }
  return hash.digest('hex')
}

let known: string | undefined

/** The digest a sound ledger of this version has, worked out from the migrations themselves. */
export function expectedDigest(): string {
  known ??= digestOf(MIGRATIONS)
  return known
}

function digestOf(steps: readonly string[]): string {
  const scratch = Connection.open(':memory:', { create: true })
  for (const step of steps) scratch.execute(step)
  const digest = schemaDigest(scratch)
  scratch.close()
  return digest
}
