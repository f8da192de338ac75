import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { postDocument } from '../../app/documents.ts'
import { BOOKKEEPER, closeLedger, type Ledger, openLedger } from '../../app/ledger.ts'
import { settleMonth } from '../../app/months.ts'
import { writeJournal } from '../../db/queries/chain.ts'
import { dumpOf, StillClock, takeInWhole, withLedger } from '../fixtures/ledger.ts'
import { START_BOOK } from './walk.ts'

const APPEND_ONLY = [
  'chain_entry',
  'import',
  'import_file',
  'document',
  'document_line',
  'lot',
  'stock_move',
  'money_move',
  'terms',
  'agreement',
  'rule',
  'setting',
  'account',
  'journal',
] as const

/** A ledger with at least one row in every table that only grows. */
async function fill(ledger: Ledger): Promise<void> {
  await takeInWhole(ledger, START_BOOK)
  const line = { product: 1, quantity_milli: 1000, price_tyiyn: 9999 }
  await postDocument(
    ledger,
    { id: 'sale', kind: 'sale', date: '2026-01-05', location: 1, lines: [line] },
    BOOKKEEPER,
  )
  await settleMonth(ledger, '2026-01', BOOKKEEPER)
  await ledger.connection.transaction((writer) => writeJournal(writer, '2026-01-01T00:00:00Z', 1, 'test', ''))
}

const columnsOf = (ledger: Ledger, table: string): string[] =>
  ledger.connection
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`, [])
    .map(({ name }) => name)

/** Every way in SQL to make a row say something else or go away. */
function attacksOn(table: string, [column = '', ...others]: readonly string[]): string[] {
  const last = others.at(-1) ?? column
  return [
    `UPDATE ${table} SET ${column} = ${column}`,
    `UPDATE ${table} SET ${last} = ${last}`,
    `UPDATE OR IGNORE ${table} SET ${last} = ${last}`,
    `UPDATE OR REPLACE ${table} SET ${last} = ${last}`,
    `DELETE FROM ${table}`,
    `DELETE FROM ${table} WHERE rowid IS NOT NULL OR 1`,
    `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
    `REPLACE INTO ${table} SELECT * FROM ${table}`,
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE true ON CONFLICT DO UPDATE SET ${last} = ${last}`,
    `INSERT OR IGNORE INTO ${table} SELECT * FROM ${table}`,
  ]
}

describe('what was posted', () => {
  it.each(APPEND_ONLY)('%s cannot be changed, replaced or deleted by SQL', async (table) => {
    await withLedger('2026-01-31', async (ledger) => {
      await fill(ledger)
      const before = dumpOf(ledger)
      expect(before[table]?.length).toBeGreaterThan(0)
      const withoutRowid = new Set(['import_file', 'document_line', 'stock_move', 'money_move'])
      for (const sql of attacksOn(table, columnsOf(ledger, table))) {
        if (sql.includes('rowid') && withoutRowid.has(table)) continue
        const attack = ledger.connection.transaction((writer) => writer.run(sql, []))
        await expect(attack, sql).rejects.toThrow(`${table} is append-only`)
      }
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('cannot be pushed out by a row that takes its number, its id or its key', async () => {
    await withLedger('2026-01-31', async (ledger) => {
      await fill(ledger)
      const before = dumpOf(ledger)
      const free = "(SELECT max(seq) FROM chain_entry WHERE kind <> 'document')"
      const others = columnsOf(ledger, 'document').filter((column) => column !== 'id')
      const rivals = [
        `REPLACE INTO document (id, ${others.join(', ')}) SELECT ${free}, ${others.join(', ')} FROM document LIMIT 1`,
        'REPLACE INTO account (id, key) SELECT 900 + id, key FROM account',
      ]
      for (const sql of rivals) {
        const attack = ledger.connection.transaction((writer) => writer.run(sql, []))
        await expect(attack, sql).rejects.toThrow('is append-only: delete')
      }
      expect(dumpOf(ledger)).toEqual(before)
    })
  })

  it('is not opened any more once somebody has taken its guard away', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'append-only-'))
    const file = path.join(folder, 'ledger.db')
    try {
      const clock = new StillClock('2026-01-31')
      const ledger = await openLedger(file, clock, { create: true })
      ledger.connection.execute('DROP TRIGGER money_move_no_update')
      await closeLedger(ledger)
      await expect(openLedger(file, clock)).rejects.toMatchObject({ code: 'ledger_damaged' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
