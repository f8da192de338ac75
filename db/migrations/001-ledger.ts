/**
 * The first schema. Catalogues hold the newest version of each row (older ones are in the chain); the registers and
 * the chain are append-only by triggers; balances, snapshots and counters are stored for speed and always equal
 * what the registers say.
 */
const DATE = (column: string): string => `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`
const MONTH = `CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]')`
const SAFE = 9_007_199_254_740_991
const WITHIN = (column: string): string => `CHECK (${column} BETWEEN -${SAFE} AND ${SAFE})`
const POSITIVE = (column: string): string => `CHECK (${column} BETWEEN 1 AND ${SAFE})`

const catalogues = `
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL) STRICT;
CREATE TABLE partner (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, inn TEXT NOT NULL, phone TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_fold TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE location (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, type TEXT NOT NULL, address TEXT NOT NULL
) STRICT;
CREATE TABLE producer (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_fold TEXT NOT NULL, kind TEXT NOT NULL,
  organisation TEXT NOT NULL, leader TEXT NOT NULL, oblast TEXT NOT NULL, district TEXT NOT NULL, aymak TEXT NOT NULL,
  village TEXT NOT NULL, phone TEXT NOT NULL, inn TEXT NOT NULL, passport TEXT NOT NULL, tax_status TEXT NOT NULL,
  payout_method TEXT NOT NULL CHECK (payout_method IN ('cash', 'bank', 'wallet', '')), details TEXT NOT NULL,
  joined TEXT NOT NULL, language TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE product (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_fold TEXT NOT NULL,
  name_ky TEXT NOT NULL, name_en TEXT NOT NULL, producer_id INTEGER REFERENCES producer (id), category TEXT NOT NULL,
  brand_line TEXT NOT NULL, unit TEXT NOT NULL, barcode TEXT UNIQUE,
  price_tyiyn INTEGER CHECK (price_tyiyn >= 0), net_tyiyn INTEGER CHECK (net_tyiyn >= 0),
  shelf_life_days INTEGER CHECK (shelf_life_days >= 0), composition TEXT NOT NULL, storage TEXT NOT NULL,
  certificate TEXT NOT NULL, certificate_until TEXT NOT NULL, story TEXT NOT NULL, components TEXT NOT NULL
) STRICT;
CREATE INDEX product_producer ON product (producer_id);
CREATE TABLE terms (
  id INTEGER PRIMARY KEY, from_date TEXT NOT NULL, lot_id INTEGER REFERENCES lot (id),
  product_id INTEGER REFERENCES product (id), producer_id INTEGER REFERENCES producer (id),
  location_id INTEGER REFERENCES location (id),
  method TEXT NOT NULL CHECK (method IN ('percent_of_sale', 'difference', 'percent_of_difference', 'fixed_per_unit')),
  rate_bp INTEGER NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000), fixed_tyiyn INTEGER NOT NULL CHECK (fixed_tyiyn >= 0)
) STRICT;
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY, location_id INTEGER NOT NULL REFERENCES location (id),
  partner_id INTEGER NOT NULL REFERENCES partner (id), from_date TEXT NOT NULL,
  share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 0 AND 10000), base TEXT NOT NULL CHECK (base IN ('sale', 'commission'))
) STRICT;
CREATE TABLE rule (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, base TEXT NOT NULL CHECK (base IN ('due', 'sales', 'fixed')),
  rate_bp INTEGER NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000), amount_tyiyn INTEGER NOT NULL ${WITHIN('amount_tyiyn')},
  tax_status TEXT, organisation TEXT, producer_id INTEGER REFERENCES producer (id),
  from_date TEXT NOT NULL ${DATE('from_date')}, until_date TEXT ${DATE('until_date')}
) STRICT;
CREATE TABLE setting (id INTEGER PRIMARY KEY, key TEXT NOT NULL, from_date TEXT NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE account (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
`

/**
 * Every sale writes to each index of these tables, so most hold only the rows they are asked for. Producers of documents
 * stand in the order of the documents: a month's settlements, one a producer, then change a page or two and not one each,
 * and looking through them all is still quick.
 */
const documents = `
CREATE TABLE chain_entry (
  seq INTEGER PRIMARY KEY, moment TEXT NOT NULL, user_id INTEGER NOT NULL REFERENCES user (id), kind TEXT NOT NULL,
  subject TEXT NOT NULL, version INTEGER NOT NULL, content TEXT, hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX chain_entry_subject ON chain_entry (kind, subject, seq) WHERE kind <> 'document';
CREATE TABLE import (id INTEGER PRIMARY KEY REFERENCES chain_entry (seq), files TEXT NOT NULL, counts TEXT NOT NULL) STRICT;
CREATE TABLE import_file (
  sha256 TEXT PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import (id), name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
  id INTEGER PRIMARY KEY REFERENCES chain_entry (seq), uuid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  year INTEGER NOT NULL, number INTEGER NOT NULL CHECK (number > 0), date TEXT NOT NULL ${DATE('date')},
  paper_date TEXT ${DATE('paper_date')}, paper_number TEXT, location_id INTEGER REFERENCES location (id),
  producer_id INTEGER REFERENCES producer (id), customer_id INTEGER REFERENCES customer (id),
  amount_tyiyn INTEGER NOT NULL ${WITHIN('amount_tyiyn')}, reverses_id INTEGER REFERENCES document (id),
  import_id INTEGER REFERENCES import (id), import_sheet TEXT, import_row INTEGER, input TEXT NOT NULL,
  UNIQUE (kind, year, number)
) STRICT;
CREATE INDEX document_date ON document (date, id, amount_tyiyn);
CREATE INDEX document_kind ON document (kind, date, id, amount_tyiyn);
CREATE INDEX document_producer ON document (id, producer_id) WHERE producer_id IS NOT NULL;
CREATE UNIQUE INDEX document_reverses ON document (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX document_customer ON document (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX document_paper ON document (paper_number, kind) WHERE paper_number IS NOT NULL;
CREATE TABLE lot (
  id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document (id), line INTEGER NOT NULL,
  product_id INTEGER NOT NULL REFERENCES product (id), producer_id INTEGER NOT NULL REFERENCES producer (id),
  received TEXT NOT NULL ${DATE('received')}, made TEXT ${DATE('made')}, expires TEXT ${DATE('expires')},
  net_tyiyn INTEGER CHECK (net_tyiyn >= 0)
) STRICT;
CREATE INDEX lot_product ON lot (product_id);
CREATE INDEX lot_document ON lot (document_id);
CREATE TABLE document_line (
  document_id INTEGER NOT NULL REFERENCES document (id), line INTEGER NOT NULL, part INTEGER NOT NULL,
  location_id INTEGER REFERENCES location (id), product_id INTEGER NOT NULL REFERENCES product (id),
  lot_id INTEGER REFERENCES lot (id), producer_id INTEGER REFERENCES producer (id),
  quantity_milli INTEGER NOT NULL ${WITHIN('quantity_milli')}, price_tyiyn INTEGER,
  discount_tyiyn INTEGER NOT NULL ${WITHIN('discount_tyiyn')}, amount_tyiyn INTEGER NOT NULL ${WITHIN('amount_tyiyn')},
  net_tyiyn INTEGER, method TEXT, rate INTEGER NOT NULL, commission_tyiyn INTEGER NOT NULL ${WITHIN('commission_tyiyn')},
  partner_id INTEGER REFERENCES partner (id), partner_tyiyn INTEGER NOT NULL ${WITHIN('partner_tyiyn')},
  agreement_id INTEGER REFERENCES agreement (id), terms_id INTEGER REFERENCES terms (id),
  set_id INTEGER REFERENCES product (id), payment TEXT, source_document_id INTEGER REFERENCES document (id),
  source_line INTEGER, source_part INTEGER, book_milli INTEGER, price_from TEXT ${DATE('price_from')},
  PRIMARY KEY (document_id, line, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_line_source ON document_line (source_document_id) WHERE source_document_id IS NOT NULL;
CREATE INDEX document_line_set ON document_line (set_id) WHERE set_id IS NOT NULL;
CREATE INDEX document_line_counted ON document_line (location_id, product_id) WHERE book_milli IS NOT NULL;
CREATE INDEX document_line_priced ON document_line (product_id) WHERE price_from IS NOT NULL;
CREATE TABLE stock_move (
  document_id INTEGER NOT NULL REFERENCES document (id), ordinal INTEGER NOT NULL, date TEXT NOT NULL ${DATE('date')},
  line INTEGER NOT NULL, product_id INTEGER NOT NULL REFERENCES product (id),
  lot_id INTEGER NOT NULL REFERENCES lot (id), from_id INTEGER NOT NULL, to_id INTEGER NOT NULL CHECK (to_id <> from_id),
  quantity_milli INTEGER NOT NULL ${POSITIVE('quantity_milli')},
  PRIMARY KEY (date, document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_move_product ON stock_move (product_id, date);
CREATE TABLE money_move (
  producer_id INTEGER NOT NULL, date TEXT NOT NULL ${DATE('date')}, document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL, line INTEGER NOT NULL, debit_id INTEGER NOT NULL REFERENCES account (id),
  credit_id INTEGER NOT NULL REFERENCES account (id) CHECK (credit_id <> debit_id),
  amount_tyiyn INTEGER NOT NULL ${POSITIVE('amount_tyiyn')}, figure TEXT NOT NULL,
  PRIMARY KEY (producer_id, date, document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX money_move_date ON money_move (date, document_id);
`

const derived = `
CREATE TABLE product_price (
  product_id INTEGER NOT NULL REFERENCES product (id), from_date TEXT NOT NULL ${DATE('from_date')},
  document_id INTEGER NOT NULL REFERENCES document (id), line INTEGER NOT NULL,
  price_tyiyn INTEGER NOT NULL CHECK (price_tyiyn >= 0), PRIMARY KEY (product_id, from_date, document_id, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE stock_balance (
  location_id INTEGER NOT NULL REFERENCES location (id), product_id INTEGER NOT NULL REFERENCES product (id),
  lot_id INTEGER NOT NULL REFERENCES lot (id), quantity_milli INTEGER NOT NULL ${POSITIVE('quantity_milli')},
  quiet_from TEXT NOT NULL, PRIMARY KEY (location_id, product_id, lot_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_month (
  month TEXT NOT NULL ${MONTH}, account_id INTEGER NOT NULL REFERENCES account (id), figure TEXT NOT NULL,
  amount_tyiyn INTEGER NOT NULL ${WITHIN('amount_tyiyn')}, PRIMARY KEY (month, account_id, figure)
) STRICT, WITHOUT ROWID;
CREATE TABLE stock_snapshot (
  month TEXT NOT NULL ${MONTH}, location_id INTEGER NOT NULL, product_id INTEGER NOT NULL, lot_id INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL ${POSITIVE('quantity_milli')}, PRIMARY KEY (month, location_id, product_id, lot_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_snapshot (
  month TEXT NOT NULL ${MONTH}, account_id INTEGER NOT NULL, balance_tyiyn INTEGER NOT NULL ${WITHIN('balance_tyiyn')},
  PRIMARY KEY (month, account_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE month (
  month TEXT PRIMARY KEY ${MONTH}, status TEXT NOT NULL CHECK (status IN ('settled', 'closed')),
  seq INTEGER NOT NULL REFERENCES chain_entry (seq), last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE document_counter (
  kind TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, date TEXT, input TEXT NOT NULL, updated TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id)
) STRICT;
CREATE TABLE journal (
  id INTEGER PRIMARY KEY, moment TEXT NOT NULL, user_id INTEGER NOT NULL REFERENCES user (id), action TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
`

/** Tables that only ever grow, with their keys: a trigger on each stops UPDATE, DELETE and REPLACE. */
const APPEND_ONLY = {
  chain_entry: ['seq'],
  import: ['id'],
  import_file: ['sha256'],
  document: ['id'],
  document_line: ['document_id', 'line', 'part'],
  lot: ['id'],
  stock_move: ['date', 'document_id', 'ordinal'],
  money_move: ['producer_id', 'date', 'document_id', 'ordinal'],
  terms: ['id'],
  agreement: ['id'],
  rule: ['id'],
  setting: ['id'],
  account: ['id'],
  journal: ['id'],
} as const

function guard(table: string, key: readonly string[]): string {
  const same = key.map((column) => `${column} = NEW.${column}`).join(' AND ')
  const refuse = (what: string): string =>
    `BEGIN SELECT RAISE (ABORT, '${table} is append-only: ${what}'); END;`
  return [
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} ${refuse('update')}`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} ${refuse('delete')}`,
    `CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${same}) ${refuse('replace')}`,
  ].join('\n')
}

export const ledger001 = [
  catalogues,
  documents,
  derived,
  ...Object.entries(APPEND_ONLY).map(([table, key]) => guard(table, key)),
].join('\n')
