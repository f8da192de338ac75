/**
 * Queries are built by Kysely, typed against the schema, compiled once per process to SQL with named holes, and run
 * synchronously: awaiting Kysely over better-sqlite3 gives the event loop no turn, it only costs time.
 */
import {
  type CompiledQuery,
  DummyDriver,
  type InsertQueryBuilder,
  type InsertResult,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Schema } from './schema.ts'
import type { Reader, Value, Writer } from './sqlite/connection.ts'

class Hole {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * SQLite plans a statement anew at every run when a bound value could have changed the plan: one in a LIMIT, or beside
 * `=` in a join. It does not look behind a unary plus; and values of the query itself become part of its text.
 */
class QuietCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Hole) super.appendValue(value)
    else this.appendImmediateValue(value)
  }

  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new QuietCompiler(),
  },
})

interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

interface Plan {
  readonly sql: string
  readonly holes: readonly string[]
}

export interface Query<Params, Row> {
  all(reader: Reader, params: Params): Row[]
  get(reader: Reader, params: Params): Row | undefined
  readonly sql: () => string
}

export interface Command<Params> {
  run(writer: Writer, params: Params): void
}

/** A read. `params` of the builder stand for the values given at each run. */
export function query<Params, Row>(
  build: (db: Kysely<Schema>, params: Params) => Compilable<Row>,
): Query<Params, Row> {
  const plan = lazily(build)
  return {
    all: (reader, params) => reader.all<Row>(plan().sql, fill(plan(), params)),
    get: (reader, params) => reader.get<Row>(plan().sql, fill(plan(), params)),
    sql: () => plan().sql,
  }
}

/** A write; needs a transaction's writer. */
export function command<Params>(
  build: (db: Kysely<Schema>, params: Params) => Compilable<unknown>,
): Command<Params> {
  const plan = lazily(build)
  return { run: (writer, params) => writer.run(plan().sql, fill(plan(), params)) }
}

function lazily<Params>(build: (db: Kysely<Schema>, params: Params) => Compilable<unknown>): () => Plan {
  let plan: Plan | undefined
  return () => {
    plan ??= compile(build)
    return plan
  }
}

function compile<Params>(build: (db: Kysely<Schema>, params: Params) => Compilable<unknown>): Plan {
  const holes = new Proxy({}, { get: (_, name) => new Hole(String(name)) }) as Params
  const { sql, parameters } = build(builder, holes).compile()
  return { sql, holes: (parameters as Hole[]).map(({ name }) => name) }
}

function fill<Params>(plan: Plan, params: Params): Value[] {
  const given = params as Record<string, Value | undefined>
  return plan.holes.map((name) => {
    const value = given[name]
    if (value === undefined) throw new TypeError(`no value for ${name}`)
    return value
  })
}

type Insertable = { [T in keyof Schema]: readonly (keyof Schema[T] & string)[] }

/** Rows go out in batches of these sizes, so that few statements serve any number of rows. */
const BATCH = 64
const SMALL = 16

const insertPlans = new Map<string, string>()

/** Inserts rows by the columns given, many at a time. */
export function insertRows<T extends keyof Schema>(
  writer: Writer,
  table: T,
  columns: Insertable[T],
  rows: readonly Schema[T][],
): void {
  writeRows(writer, columns, rows, (size) =>
    planned(insertPlans, `${table}/${size}`, () => insertOf(table, columns, size).compile().sql),
  )
}

/** A write of rows, many at a time, that says what becomes of those which are there already. */
export function upsert<T extends keyof Schema>(
  table: T,
  columns: Insertable[T],
  settle: (insert: InsertQueryBuilder<Schema, T, InsertResult>) => Compilable<unknown>,
): (writer: Writer, rows: readonly Schema[T][]) => void {
  const plans = new Map<number, string>()
  return (writer, rows) =>
    writeRows(writer, columns, rows, (size) =>
      planned(plans, size, () => settle(insertOf(table, columns, size)).compile().sql),
    )
}

function writeRows(
  writer: Writer,
  columns: readonly string[],
  rows: readonly object[],
  sqlOf: (size: number) => string,
): void {
  let start = 0
  while (start < rows.length) {
    const left = rows.length - start
    const size = left >= BATCH ? BATCH : Math.min(left, SMALL)
    const values: Value[] = []
    for (let index = start; index < start + size; index += 1) {
      const row = rows[index] as Record<string, Value>
      for (const column of columns) values.push(row[column] as Value)
    }
    writer.run(sqlOf(size), values)
    start += size
  }
}

function insertOf<T extends keyof Schema>(
  table: T,
  columns: readonly string[],
  size: number,
): InsertQueryBuilder<Schema, T, InsertResult> {
  const row = Object.fromEntries(columns.map((column) => [column, new Hole(column)]))
  return builder.insertInto(table).values(Array.from({ length: size }, () => row as never))
}

function planned<K>(plans: Map<K, string>, key: K, make: () => string): string {
  let sql = plans.get(key)
  if (sql === undefined) {
    sql = make()
    plans.set(key, sql)
  }
  return sql
}
