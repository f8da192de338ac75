/**
 * What holds in every ledger at every moment, asked of the file in plain SQL: nothing here calls the engine, so a
 * mistake of the engine cannot vouch for itself. Each question selects what is wrong; a sound ledger answers nothing.
 */
import { expect } from 'vitest'
import type { Ledger } from '../../app/ledger.ts'

/** Every move of stock as it changes one real place. */
const CHANGES = `changes AS (
  SELECT to_id AS place, product_id, lot_id, date, document_id, quantity_milli AS change FROM stock_move WHERE to_id > 0
  UNION ALL
  SELECT from_id, product_id, lot_id, date, document_id, -quantity_milli FROM stock_move WHERE from_id > 0)`

/** What a lot holds at a place at the end of every day that moved it. */
const DAYS = `days AS (
  SELECT place, lot_id, date, sum(sum(change)) OVER (PARTITION BY place, lot_id ORDER BY date) AS held
  FROM changes GROUP BY place, lot_id, date)`

/** Every money move as it changes one account, credit positive. */
const SIDES = `sides AS (
  SELECT credit_id AS account, date, document_id, line, figure, amount_tyiyn AS amount FROM money_move
  UNION ALL
  SELECT debit_id, date, document_id, line, figure, -amount_tyiyn FROM money_move)`

/** Lines of standing and reversing sales and returns, with the sign they have in the money register. */
const TRADED = `traded AS (
  SELECT l.document_id, l.line, d.date,
    sum(iif(d.kind = 'sale', 1, -1) * l.amount_tyiyn) AS a,
    sum(iif(d.kind = 'sale', 1, -1) * l.commission_tyiyn) AS c,
    sum(iif(d.kind = 'sale', 1, -1) * l.partner_tyiyn) AS h
  FROM document_line l JOIN document d ON d.id = l.document_id
  WHERE d.kind IN ('sale', 'customer_return') GROUP BY 1, 2)`

const onLine = (accounts: string): string => `coalesce((
  SELECT sum(s.amount) FROM sides s JOIN account k ON k.id = s.account
  WHERE s.document_id = t.document_id AND s.line = t.line AND (${accounts})), 0)`

const QUESTIONS: Readonly<Record<string, string>> = {
  'a lot is below zero at the end of a day': `WITH ${CHANGES}, ${DAYS} SELECT * FROM days WHERE held < 0`,
  'a stored balance is not the sum of its moves': `WITH ${CHANGES},
    sums AS (SELECT place, product_id, lot_id, sum(change) AS held FROM changes GROUP BY 1, 2, 3 HAVING held <> 0)
    SELECT * FROM (SELECT * FROM sums EXCEPT SELECT location_id, product_id, lot_id, quantity_milli FROM stock_balance)
    UNION ALL
    SELECT * FROM (SELECT location_id, product_id, lot_id, quantity_milli FROM stock_balance EXCEPT SELECT * FROM sums)`,
  'a balance is not quiet from its day on': `WITH ${CHANGES}, ${DAYS}
    SELECT b.*, d.date, d.held FROM stock_balance b JOIN days d ON d.place = b.location_id AND d.lot_id = b.lot_id
      WHERE d.date >= b.quiet_from AND d.held < b.quantity_milli
    UNION ALL
    SELECT b.*, b.quiet_from, coalesce((SELECT sum(c.change) FROM changes c
        WHERE c.place = b.location_id AND c.lot_id = b.lot_id AND c.date <= b.quiet_from), 0) AS held
      FROM stock_balance b WHERE held < b.quantity_milli`,
  'the sum of a month is not the sum of its moves': `WITH ${SIDES},
    sums AS (SELECT substr(date, 1, 7) AS month, account, figure, sum(amount) AS amount FROM sides GROUP BY 1, 2, 3)
    SELECT month, account, figure, amount FROM sums WHERE amount <> coalesce((
      SELECT m.amount_tyiyn FROM account_month m
      WHERE m.month = sums.month AND m.account_id = sums.account AND m.figure = sums.figure), 0)
    UNION ALL
    SELECT month, account_id, figure, amount_tyiyn FROM account_month m WHERE NOT EXISTS (
      SELECT 1 FROM sums WHERE sums.month = m.month AND sums.account = m.account_id AND sums.figure = m.figure)`,
  'a snapshot of accounts is not the sum of the moves up to it': `WITH ${SIDES},
    sums AS (SELECT n.month, s.account, sum(s.amount) AS amount FROM month n JOIN sides s ON substr(s.date, 1, 7) <= n.month
      GROUP BY 1, 2 HAVING sum(s.amount) <> 0)
    SELECT * FROM (SELECT * FROM sums EXCEPT SELECT * FROM account_snapshot)
    UNION ALL SELECT * FROM (SELECT * FROM account_snapshot EXCEPT SELECT * FROM sums)`,
  'a snapshot of stock is not the sum of the moves up to it': `WITH ${CHANGES},
    sums AS (SELECT n.month, c.place, c.product_id, c.lot_id, sum(c.change) AS held
      FROM month n JOIN changes c ON substr(c.date, 1, 7) <= n.month GROUP BY 1, 2, 3, 4 HAVING sum(c.change) <> 0)
    SELECT * FROM (SELECT * FROM sums EXCEPT SELECT * FROM stock_snapshot)
    UNION ALL SELECT * FROM (SELECT * FROM stock_snapshot EXCEPT SELECT * FROM sums)`,
  'the accounts do not balance': `WITH ${SIDES} SELECT sum(amount) FROM sides HAVING sum(amount) <> 0
    UNION ALL SELECT sum(amount_tyiyn) FROM account_month GROUP BY month HAVING sum(amount_tyiyn) <> 0
    UNION ALL SELECT sum(balance_tyiyn) FROM account_snapshot GROUP BY month HAVING sum(balance_tyiyn) <> 0`,
  'numbers have a gap or repeat': `SELECT kind, year, count(*), max(number), c.last FROM document
    LEFT JOIN document_counter c USING (kind, year) GROUP BY kind, year
    HAVING count(*) <> max(number) OR count(DISTINCT number) <> count(*) OR min(number) <> 1 OR max(number) <> c.last`,
  'the year of a number is not that of its date':
    'SELECT * FROM document WHERE year <> CAST(substr(date, 1, 4) AS INTEGER)',
  'a line does not split into producer, partner and association': `WITH ${SIDES}, ${TRADED}
    SELECT * FROM traded t WHERE
      ${onLine("k.key LIKE 'producer:%'")} <> a - c OR ${onLine("k.key LIKE 'partner:%'")} <> h
      OR ${onLine("k.key = 'commission'")} <> c - h`,
  'goods and money of a trade do not match': `WITH ${SIDES}, ${TRADED},
    paid AS (SELECT document_id, sum(amount) AS got FROM sides s JOIN account k ON k.id = s.account
      WHERE k.key IN ('cash', 'bank', 'rounding') OR k.key LIKE 'customer:%' GROUP BY 1)
    SELECT t.document_id, sum(a), coalesce(p.got, 0) FROM traded t LEFT JOIN paid p ON p.document_id = t.document_id
    GROUP BY 1 HAVING sum(a) <> -coalesce(p.got, 0)`,
  'a move and its document are of different days': `SELECT m.document_id FROM stock_move m JOIN document d ON d.id = m.document_id
    WHERE m.date <> d.date UNION ALL
    SELECT m.document_id FROM money_move m JOIN document d ON d.id = m.document_id WHERE m.date <> d.date`,
  'a lot is moved that no standing document brought': `SELECT l.id, m.document_id FROM lot l
    JOIN document r ON r.reverses_id = l.document_id JOIN stock_move m ON m.lot_id = l.id
    JOIN document d ON d.id = m.document_id
    WHERE d.id NOT IN (l.document_id, r.id) AND d.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)`,
  'a return stands of a sale that does not': `SELECT l.document_id FROM document_line l
    JOIN document d ON d.id = l.document_id JOIN document r ON r.reverses_id = l.source_document_id
    WHERE d.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)`,
  'a reversed document still stands on its reversal': `SELECT r.id FROM document r JOIN document d ON d.id = r.reverses_id
    WHERE d.kind <> r.kind OR d.reverses_id IS NOT NULL`,
  'a price is kept of a document that does not stand': `SELECT p.* FROM product_price p
    JOIN document r ON r.reverses_id = p.document_id`,
  'a document is dated in a month after it was settled': `SELECT d.id, n.month FROM document d JOIN month n
    ON substr(d.date, 1, 7) <= n.month WHERE d.id > n.seq`,
}

/**
 * What returns have taken back of a part is f(r) of the quantity r that stands returned, to the tyiyn, as soon as the
 * latest of them is a return. After a reversal it is what the others took, which the next return puts right.
 */
const TAKEN = `
  WITH back AS (SELECT source_document_id AS document_id, source_line AS line, source_part AS part,
      sum(quantity_milli) AS q, sum(amount_tyiyn) AS a, sum(commission_tyiyn) AS c, sum(partner_tyiyn) AS h
    FROM document_line WHERE source_document_id IS NOT NULL GROUP BY 1, 2, 3)
  SELECT b.q, b.a, b.c, b.h, l.quantity_milli, l.amount_tyiyn, l.commission_tyiyn, l.partner_tyiyn,
    (SELECT x.quantity_milli FROM document_line x
      WHERE x.source_document_id = b.document_id AND x.source_line = b.line AND x.source_part = b.part
      ORDER BY x.document_id DESC, x.line DESC LIMIT 1)
  FROM back b JOIN document_line l USING (document_id, line, part)`

/** Half away from zero, written out in whole numbers without end. */
function share(whole: number, part: number, of: number): number {
  const product = BigInt(whole) * BigInt(part)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + BigInt(of)) / (2n * BigInt(of))
  return Number(product < 0n ? -rounded : rounded)
}

export function expectSound(ledger: Ledger): void {
  for (const [what, sql] of Object.entries(QUESTIONS)) {
    expect({ what, rows: ledger.connection.all(sql, []).slice(0, 3) }).toEqual({ what, rows: [] })
  }
  type Row = [number, number, number, number, number, number, number, number, number]
  for (const row of ledger.connection.scan<Row>(TAKEN)) {
    const [q, a, c, h, quantity, amount, commission, partner, latest] = row
    expect(q).toBeGreaterThanOrEqual(0)
    expect(q).toBeLessThanOrEqual(quantity)
    if (latest < 0 && q > 0) continue
    const due = [amount, commission, partner].map((whole) => share(whole, q, quantity))
    expect([a, c, h]).toEqual(due)
  }
}
