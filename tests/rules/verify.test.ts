import { describe, expect, it } from 'vitest'
import { saveDraft } from '../../app/documents.ts'
import { BOOKKEEPER, type Ledger } from '../../app/ledger.ts'
import { settleMonth } from '../../app/months.ts'
import { verifyLedger } from '../../app/verify.ts'
import { ID, post, withShop } from './shop.ts'

/** Tables outside the chain: what nobody has posted yet, and lines of reading. */
const OUTSIDE = new Set(['draft', 'journal'])

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly key: number
}

async function aMonth(ledger: Ledger): Promise<void> {
  const place = { location: ID.shop } as const
  const goods = [{ product: ID.honey, quantity_milli: 2500 }]
  await post(ledger, {
    kind: 'receipt',
    date: '2026-03-02',
    producer: ID.aisha,
    ...place,
    lines: [
      {
        ...goods[0],
        product: ID.honey,
        quantity_milli: 1,
        made: '2026-03-01',
        expires: '2026-09-01',
        net_tyiyn: 5,
      },
    ],
  })
  await post(ledger, {
    kind: 'repricing',
    date: '2026-03-05',
    paperDate: '2026-03-04',
    paperNumber: '7',
    lines: [{ product: ID.honey, price_tyiyn: 11_111 }],
  })
  const sale = await post(ledger, { kind: 'sale', date: '2026-03-10', ...place, lines: goods })
  await post(ledger, {
    kind: 'customer_return',
    date: '2026-03-11',
    lines: [{ sale: sale.id, product: ID.honey, quantity_milli: 1000 }],
  })
  await settleMonth(ledger, '2026-03', BOOKKEEPER)
  await saveDraft(ledger, { id: 'draft', kind: 'sale', date: null, input: {} }, BOOKKEEPER)
}

function columnsOf(ledger: Ledger): Column[] {
  return ledger.connection.all<Column>(
    `SELECT t.name AS "table", c.name AS name, c.type AS type, c.pk AS key FROM sqlite_schema t
     JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1, c.cid`,
    [],
  )
}

/** Something else of the same type; a day from which a balance is quiet has to be too early to do harm. */
const otherValue = ({ name, type }: Column): string => {
  if (name === 'quiet_from') return "'2026-01-01'"
  if (type === 'INTEGER') return `coalesce("${name}", 0) + 7777`
  return type === 'BLOB' ? 'zeroblob(32)' : `coalesce("${name}", '') || '1'`
}

/** Changes a column in the middle row of those that have it filled (or empty), past every trigger and check. */
function tamper(ledger: Ledger, column: Column, keys: readonly string[], where: string): boolean {
  const { connection } = ledger
  const condition = `"${column.name}" IS ${where}`
  const list = keys.map((key) => `"${key}"`).join(', ')
  const picked = `(${list}) IN (SELECT ${list} FROM "${column.table}" WHERE ${condition}
    LIMIT 1 OFFSET (SELECT count(*) / 2 FROM "${column.table}" WHERE ${condition}))`
  connection.execute(`UPDATE "${column.table}" SET "${column.name}" = ${otherValue(column)} WHERE ${picked}`)
  return connection.all('SELECT 1 WHERE changes() > 0', []).length > 0
}

describe('verify', () => {
  it('finds a changed value in any column of any table', async () => {
    await withShop('2026-03-31', async (ledger) => {
      await aMonth(ledger)
      expect(await verifyLedger(ledger)).toEqual([])
      const { connection } = ledger
      for (const pragma of ['foreign_keys = OFF', 'ignore_check_constraints = ON'])
        connection.execute(`PRAGMA ${pragma}`)
      for (const { name } of connection.all<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
        [],
      ))
        connection.execute(`DROP TRIGGER ${name}`)
      const columns = columnsOf(ledger).filter(({ table }) => !OUTSIDE.has(table))
      const missed: string[] = []
      let tried = 0
      for (const column of columns) {
        const keys = columns
          .filter(({ table, key }) => table === column.table && key > 0)
          .map(({ name }) => name)
        for (const where of ['NULL', 'NOT NULL']) {
          connection.execute('SAVEPOINT before')
          if (tamper(ledger, column, keys, where)) {
            tried += 1
            if ((await verifyLedger(ledger)).length === 0)
              missed.push(`${column.table}.${column.name} ${where}`)
          }
          connection.execute('ROLLBACK TO before')
          connection.execute('RELEASE before')
        }
      }
      expect(missed).toEqual([])
      expect(tried).toBeGreaterThan(150)
    })
  })
})
