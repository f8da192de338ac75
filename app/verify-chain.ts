/** Recomputes every entry of the chain from what the program reads, and holds catalogues against their last versions. */

import { allAccounts, allUsers } from '../db/queries/catalogues.ts'
import { entryBySeq } from '../db/queries/chain.ts'
import { documentById, lotsOf, moneyMovesOf, stockMovesOf } from '../db/queries/documents.ts'
import { linesOf } from '../db/queries/facts.ts'
import { allImports } from '../db/queries/imports.ts'
import { allMonths } from '../db/queries/months.ts'
import { IMPORT_FILES, ROW_COUNTS } from '../db/queries/verify.ts'
import type { ChainEntryTable } from '../db/schema.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { type Canonical, canonical } from '../domain/canonical.ts'
import { documentNumber } from '../domain/documents/document.ts'
import { type Notice, notice } from '../domain/error.ts'
import type { Breath } from './breath.ts'
import { CATALOGUE_COLUMNS, type CatalogueTable, rowContent } from './catalogues.ts'
import { type DocumentRows, documentContent, entryHash, GENESIS, hex } from './chain.ts'

export type Problem = Notice & { readonly seq?: number }

/** Tables a document's entry covers, with how many rows were met. */
const COVERED = ['document', 'document_line', 'lot', 'stock_move', 'money_move'] as const

export class ChainCheck {
  readonly #connection: Connection
  readonly #problems: Problem[] = []
  readonly #met = new Map<string, number>(COVERED.map((table) => [table, 0]))
  /** The newest content by kind and subject, of entries that store it. */
  readonly #versions = new Map<string, string>()
  readonly #months = new Map<string, { status: string; seq: number; last_seq: number }>()
  #hash: Uint8Array = GENESIS

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async run(breath: Breath): Promise<Problem[]> {
    let seq = 1
    for (;;) {
      const entry = entryBySeq.get(this.#connection, { seq })
      if (!entry) break
      this.#checkEntry(entry)
      await breath.take(seq)
      seq += 1
    }
    const found = this.#count('chain_entry')
    if (found !== seq - 1) this.#problems.push({ ...notice('verify_order', { seq }), seq })
    for (const [table, met] of this.#met) this.#compareCount(table, met)
    this.#checkCatalogues()
    this.#checkMonths()
    this.#checkImports()
    return this.#problems
  }

  #checkEntry(entry: ChainEntryTable): void {
    const content = entry.kind === 'document' ? this.#documentContent(entry.seq) : entry.content
    const computed =
      content === undefined || content === null ? GENESIS : entryHash(this.#hash, entry, content)
    // A document's content is in its own tables: whatever stands here is not hashed.
    const foreign = entry.kind === 'document' && entry.content !== null
    if (foreign || hex(computed) !== hex(entry.hash)) {
      const { seq, kind, subject } = entry
      const document = kind === 'document' ? documentById.get(this.#connection, { id: seq }) : undefined
      const name = document ? documentNumber(document.kind, document.year, document.number) : subject
      this.#problems.push({ ...notice('verify_entry', { seq, kind, subject: name }), seq })
    }
    // One changed entry is one problem: the next is held against the stored hash.
    this.#hash = entry.hash
    if (entry.kind !== 'document' && entry.content !== null) this.#remember(entry, entry.content)
  }

  #remember({ kind, subject, seq }: ChainEntryTable, content: string): void {
    this.#versions.set(`${kind}/${subject}`, content)
    if (kind !== 'month') return
    const { action, lastSeq } = read<{ action: string; lastSeq?: number }>(content) ?? {}
    const known = this.#months.get(subject)
    if (action === 'reopened') this.#months.delete(subject)
    else if (action === 'settled')
      this.#months.set(subject, { status: 'settled', seq, last_seq: lastSeq ?? 0 })
    else if (known) known.status = 'closed'
  }

  #documentContent(id: number): string | undefined {
    const rows = documentRows(this.#connection, id)
    if (!rows) return undefined
    const sizes = [1, rows.lines.length, rows.lots.length, rows.stock.length, rows.money.length]
    COVERED.forEach((table, index) => {
      this.#met.set(table, (this.#met.get(table) ?? 0) + (sizes[index] ?? 0))
    })
    return documentContent(rows)
  }

  #compareCount(table: string, expected: number): void {
    const found = this.#count(table)
    if (found !== expected) this.#problems.push(notice('verify_rows', { table, expected, found }))
  }

  #count(table: string): number {
    const [first] = this.#connection.scan<[number]>(ROW_COUNTS(table))
    return first?.[0] ?? 0
  }

  #checkCatalogues(): void {
    for (const table of Object.keys(CATALOGUE_COLUMNS) as CatalogueTable[]) {
      const columns: readonly string[] = CATALOGUE_COLUMNS[table]
      const rows = [
        ...this.#connection.scan<(string | number | null)[]>(`SELECT ${columns.join(', ')} FROM ${table}`),
      ]
      this.#compareVersions(
        table,
        rows.map((row) =>
          rowContent(table, Object.fromEntries(columns.map((name, index) => [name, row[index]]))),
        ),
      )
    }
    this.#compareVersions(
      'account',
      allAccounts.all(this.#connection, {}).map(({ id, key }) => ({ id, key })),
    )
    this.#compareVersions(
      'user',
      allUsers.all(this.#connection, {}).map(({ id, name, role }) => ({ id, name, role })),
    )
  }

  #compareRows(table: string, found: number): void {
    let expected = 0
    for (const key of this.#versions.keys()) if (key.startsWith(`${table}/`)) expected += 1
    if (expected !== found) this.#problems.push(notice('verify_rows', { table, expected, found }))
  }

  #compareVersions(table: string, rows: readonly Canonical[]): void {
    this.#compareRows(table, rows.length)
    for (const row of rows) {
      const { id } = row as { id: number }
      if (this.#versions.get(`${table}/${id}`) !== canonical(row))
        this.#problems.push(notice('verify_catalogue', { table, row: String(id) }))
    }
  }

  /** What was taken in decides which files are refused a second time. */
  #checkImports(): void {
    const files = new Map<number, string[]>()
    for (const [id, name, sha256] of this.#connection.scan<[number, string, string]>(IMPORT_FILES))
      files.set(id, [...(files.get(id) ?? []), canonical([name, sha256])])
    const rows = allImports.all(this.#connection, {})
    this.#compareRows('import', rows.length)
    for (const row of rows) {
      const own = (files.get(row.id) ?? []).sort()
      const named = (read<readonly Canonical[]>(row.files) ?? []).map(canonical).sort()
      const content = `{"counts":${row.counts},"files":${row.files}}`
      if (this.#versions.get(`import/${row.id}`) !== content || canonical(own) !== canonical(named))
        this.#problems.push(notice('verify_catalogue', { table: 'import', row: String(row.id) }))
      files.delete(row.id)
    }
    for (const id of files.keys())
      this.#problems.push(notice('verify_catalogue', { table: 'import_file', row: String(id) }))
  }

  #checkMonths(): void {
    const rows = allMonths.all(this.#connection, {})
    if (rows.length !== this.#months.size) {
      this.#problems.push(
        notice('verify_rows', { table: 'month', expected: this.#months.size, found: rows.length }),
      )
    }
    for (const { month, status, seq, last_seq } of rows) {
      const known = this.#months.get(month)
      if (known?.status !== status || known.seq !== seq || known.last_seq !== last_seq) {
        this.#problems.push(notice('verify_catalogue', { table: 'month', row: month }))
      }
    }
  }
}

/** JSON that somebody may have spoilt: undefined where it is none. */
function read<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

/** A posted document as its tables hold it now. */
function documentRows(connection: Connection, id: number): DocumentRows | undefined {
  const document = documentById.get(connection, { id })
  if (!document) return undefined
  const at = { date: document.date, document: id }
  return {
    document,
    lines: linesOf.all(connection, { document: id }),
    lots: lotsOf.all(connection, { document: id }),
    stock: stockMovesOf.all(connection, at),
    money: moneyMovesOf.all(connection, at),
  }
}
