/** What a check of the whole ledger reads: register sums to hold against what is stored. */

/**
 * Pairs of questions that must have equal answers: what is stored, and what the registers say. Each gives rows of a
 * key and a whole number, in any order.
 */
export const STORED_SUMS: readonly {
  readonly table: string
  readonly stored: string
  readonly expected: string
}[] = [
  {
    table: 'stock_balance',
    stored: `SELECT location_id || '/' || product_id || '/' || lot_id, quantity_milli FROM stock_balance`,
    expected: `SELECT place || '/' || product_id || '/' || lot_id, sum(quantity) FROM (
        SELECT to_id AS place, product_id, lot_id, quantity_milli AS quantity FROM stock_move WHERE to_id > 0
        UNION ALL SELECT from_id, product_id, lot_id, -quantity_milli FROM stock_move WHERE from_id > 0
      ) GROUP BY place, product_id, lot_id HAVING sum(quantity) <> 0`,
  },
  {
    table: 'product_price',
    stored: `SELECT product_id || '/' || from_date || '/' || document_id || '/' || line, price_tyiyn FROM product_price`,
    expected: `SELECT product_id || '/' || price_from || '/' || document_id || '/' || line, price_tyiyn FROM document_line
      WHERE price_from > '' AND document_id NOT IN (SELECT reverses_id FROM document WHERE reverses_id IS NOT NULL)`,
  },
  {
    table: 'account_month',
    stored: `SELECT month || '/' || account_id || '/' || figure, amount_tyiyn FROM account_month WHERE amount_tyiyn <> 0`,
    expected: `SELECT month || '/' || account || '/' || figure, sum(amount) FROM (
        SELECT substr(date, 1, 7) AS month, credit_id AS account, figure, amount_tyiyn AS amount FROM money_move
        UNION ALL SELECT substr(date, 1, 7), debit_id, figure, -amount_tyiyn FROM money_move
      ) GROUP BY month, account, figure HAVING sum(amount) <> 0`,
  },
  {
    table: 'account_snapshot',
    stored: `SELECT month || '/' || account_id, balance_tyiyn FROM account_snapshot`,
    expected: `SELECT m.month || '/' || a.account_id, sum(a.amount_tyiyn) FROM month m
      JOIN account_month a ON a.month <= m.month GROUP BY m.month, a.account_id HAVING sum(a.amount_tyiyn) <> 0`,
  },
  {
    table: 'document_counter',
    stored: `SELECT kind || '/' || year, last FROM document_counter`,
    expected: `SELECT kind || '/' || year, max(number) FROM document GROUP BY kind, year`,
  },
  {
    table: 'document_number',
    stored: `SELECT kind || '/' || year, count(*) FROM document GROUP BY kind, year`,
    expected: `SELECT kind || '/' || year, max(number) FROM document GROUP BY kind, year`,
  },
]

/** Every move of a real place in order of lot, place and day: `[place/product/lot, day, change]`. */
export const STOCK_BY_DAY = `SELECT place || '/' || product_id || '/' || lot_id, date, sum(quantity) FROM (
    SELECT lot_id, product_id, to_id AS place, date, quantity_milli AS quantity FROM stock_move WHERE to_id > 0
    UNION ALL SELECT lot_id, product_id, from_id, date, -quantity_milli FROM stock_move WHERE from_id > 0
  ) GROUP BY lot_id, product_id, place, date ORDER BY lot_id, product_id, place, date`

/** `[month/place/product/lot, quantity]` of every stock snapshot. */
export const STOCK_SNAPSHOTS = `SELECT month || '/' || location_id || '/' || product_id || '/' || lot_id, quantity_milli
  FROM stock_snapshot`

/** `[place/product/lot, day]` from which a balance holds no less than now. */
export const QUIET_DAYS = `SELECT location_id || '/' || product_id || '/' || lot_id, quiet_from FROM stock_balance`

/** `[import, file, digest]` of every file taken in. */
export const IMPORT_FILES = `SELECT import_id, name, sha256 FROM import_file ORDER BY import_id, sha256`

export const ROW_COUNTS = (table: string): string => `SELECT count(*) FROM ${table}`
