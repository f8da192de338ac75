/** The one place that holds better-sqlite3's handle: open, statements, transactions. */
import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { EsepError } from '../../domain/error.ts'

export type Value = string | number | null | Uint8Array

/** Can read. */
export interface Reader {
  all<Row>(sql: string, values: readonly Value[]): Row[]
  get<Row>(sql: string, values: readonly Value[]): Row | undefined
}

/** Can write: exists only inside {@link Connection.transaction}. */
export interface Writer extends Reader {
  run(sql: string, values: readonly Value[]): void
}

/** «Esep» in ASCII: marks a file as a ledger of this program. */
const APPLICATION_ID = 0x45736570

/** How long to wait for a command that is just ending; whoever keeps the ledger open keeps it for hours. */
const BUSY_MS = 400

export interface OpenOptions {
  /** Make a new file; without it a missing file is refused. */
  readonly create?: boolean
  readonly readonly?: boolean
}

export class Connection implements Reader {
  readonly file: string
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement<unknown[]>>()
  readonly #writer: Writer

  private constructor(file: string, database: Database.Database) {
    this.file = file
    this.#database = database
    this.#writer = {
      all: (sql, values) => this.all(sql, values),
      get: (sql, values) => this.get(sql, values),
      run: (sql, values) => {
        this.#statement(sql).run(...values)
      },
    }
  }

  /**
   * Opens a ledger file for this process alone.
   * @throws EsepError `ledger_missing`, `ledger_exists`, `ledger_file_empty`, `not_a_ledger`, `ledger_busy`, `ledger_damaged`
   */
  static open(file: string, options: OpenOptions = {}): Connection {
    checkFile(file, options)
    let database: Database.Database | undefined
    try {
      database = new Database(file, { readonly: options.readonly ?? false, timeout: BUSY_MS })
      configure(database, file, options)
      return new Connection(file, database)
    } catch (error) {
      database?.close()
      throw translate(error, file)
    }
  }

  all<Row>(sql: string, values: readonly Value[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  get<Row>(sql: string, values: readonly Value[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  /** Rows as arrays, for scans of a whole register. */
  *scan<Row extends readonly unknown[]>(sql: string, values: readonly Value[] = []): IterableIterator<Row> {
    yield* this.#database
      .prepare(sql)
      .raw()
      .iterate(...values) as IterableIterator<Row>
  }

  /**
   * One transaction; all or nothing. The body may wait, but only while the caller holds the gate.
   * A body that returns `rollback` as its second value is undone without being an error (a dry run).
   */
  async transaction<T>(
    body: (writer: Writer) => T | Promise<T>,
    keep: (result: T) => boolean = () => true,
  ): Promise<T> {
    this.#statement('BEGIN IMMEDIATE').run()
    try {
      const result = await body(this.#writer)
      this.#statement(keep(result) ? 'COMMIT' : 'ROLLBACK').run()
      return result
    } catch (error) {
      if (this.#database.inTransaction) this.#statement('ROLLBACK').run()
      throw translate(error, this.file)
    }
  }

  /** A statement of no result outside a transaction: pragmas, the schema. */
  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /**
   * Writes the ledger as it is now into one new plain file.
   * @throws EsepError `file_not_writable`, `ledger_damaged`
   */
  vacuumInto(file: string): void {
    try {
      this.#database.prepare('VACUUM INTO ?').run(file)
    } catch (error) {
      throw translate(error, file)
    }
  }

  pragma<T>(source: string): T {
    return this.#database.pragma(source, { simple: true }) as T
  }

  pragmaRows<Row>(source: string): Row[] {
    return this.#database.pragma(source) as Row[]
  }

  close(): void {
    this.#database.close()
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

function checkFile(file: string, options: OpenOptions): void {
  if (file === ':memory:') return
  const exists = existsSync(file)
  if (options.create) {
    if (exists) throw new EsepError('ledger_exists', { file })
    return
  }
  if (!exists) throw new EsepError('ledger_missing', { file })
  if (statSync(file).isDirectory()) throw new EsepError('not_a_ledger', { file })
  // SQLite takes an empty file for an empty database, and would quietly make a new ledger of it.
  if (statSync(file).size === 0) throw new EsepError('ledger_file_empty', { file })
}

/** EXCLUSIVE first, so that no shared memory is made; FULL explicitly, because this build drops to NORMAL in WAL. */
function configure(database: Database.Database, file: string, options: OpenOptions): void {
  if (!options.create && database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new EsepError('not_a_ledger', { file })
  }
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma('cache_size = -65536')
  if (options.readonly) return
  database.pragma('locking_mode = EXCLUSIVE')
  if (options.create) database.pragma(`application_id = ${APPLICATION_ID}`)
  if (file !== ':memory:') database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  // The lock is only taken by the first access: take it now, so that a second process is refused at its start.
  database.exec('BEGIN IMMEDIATE; COMMIT')
}

function translate(error: unknown, file: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new EsepError('ledger_busy', { file })
  if (code === 'SQLITE_NOTADB') return new EsepError('not_a_ledger', { file })
  if (code.startsWith('SQLITE_CORRUPT')) return new EsepError('ledger_damaged', { file, detail: code })
  if (
    code.startsWith('SQLITE_FULL') ||
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN')
  ) {
    return new EsepError('file_not_writable', { file, reason: code })
  }
  return error
}
