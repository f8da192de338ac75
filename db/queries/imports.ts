/** Imports and what finds the documents of a book again. */
import { command, query } from '../query.ts'
import type { Writer } from '../sqlite/connection.ts'

export const importFileByDigest = query((db, p: { sha256: string }) =>
  db
    .selectFrom('import_file as f')
    .innerJoin('chain_entry as e', 'e.seq', 'f.import_id')
    .select(['f.name', 'f.import_id', 'e.moment'])
    .where('f.sha256', '=', p.sha256),
)

export const importById = query((db, p: { id: number }) =>
  db.selectFrom('import').selectAll().where('id', '=', p.id),
)

const addImport = command((db, p: { id: number; files: string; counts: string }) =>
  db.insertInto('import').values({ id: p.id, files: p.files, counts: p.counts }),
)
const addImportFile = command((db, p: { sha256: string; import_id: number; name: string }) =>
  db.insertInto('import_file').values({ sha256: p.sha256, import_id: p.import_id, name: p.name }),
)

export function writeImport(
  writer: Writer,
  id: number,
  files: readonly { name: string; sha256: string }[],
  counts: string,
): void {
  addImport.run(writer, {
    id,
    files: JSON.stringify(files.map(({ name, sha256 }) => [name, sha256])),
    counts,
  })
  for (const { name, sha256 } of files) addImportFile.run(writer, { sha256, import_id: id, name })
}

const SALE_HEAD = ['d.id', 'd.date', 'd.year', 'd.number', 'd.paper_number'] as const

/** Standing sales with the paper's number, not after the day, the earliest first. */
export const salesOfPaper = query((db, p: { paper: string; day: string }) =>
  db
    .selectFrom('document as d')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select(SALE_HEAD)
    .where('d.paper_number', '=', p.paper)
    .where('d.paper_number', '>', '')
    .where('d.kind', '=', 'sale')
    .where('d.date', '<=', p.day)
    .where('d.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('d.date')
    .orderBy('d.id'),
)

/** The standing sale with the ledger's own number. */
export const saleOfNumber = query((db, p: { year: number; number: number; day: string }) =>
  db
    .selectFrom('document as d')
    .leftJoin('document as r', 'r.reverses_id', 'd.id')
    .select(SALE_HEAD)
    .where('d.kind', '=', 'sale')
    .where('d.year', '=', p.year)
    .where('d.number', '=', p.number)
    .where('d.date', '<=', p.day)
    .where('d.reverses_id', 'is', null)
    .where('r.id', 'is', null),
)

export const allImports = query((db, _: Record<never, never>) =>
  db.selectFrom('import').selectAll().orderBy('id'),
)
