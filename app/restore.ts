/** Brings a ledger back from a copy. Nothing is overwritten: what was there before stays, and is told. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { SCHEMA_VERSION } from '../db/migrate.ts'
import { Connection } from '../db/sqlite/connection.ts'
import { readCopy } from '../db/sqlite/copy.ts'
import { syncFile, syncFolderOf } from '../db/sqlite/durable.ts'
import { EsepError } from '../domain/error.ts'
import { digestOf, manifestBeside } from './copy-file.ts'
import { type Clock, closeLedger, openLedger } from './ledger.ts'
import { removeLedger } from './new-ledger.ts'
import { currentFile, nextFile, type Place, setCurrent } from './place.ts'
import { verifyConnection } from './verify.ts'
import { temporaryBeside } from './write-file.ts'

export interface Restored {
  /** The ledger in use now. */
  readonly file: string
  /** Where the one before is; null where there was none. */
  readonly before: string | null
}

/**
 * Checks the copy, makes a ledger of it and puts that in use: in a folder as its next file, for a plain file under that
 * very name, the ledger before it moved aside.
 * @throws EsepError `ledger_missing`, `copy_damaged`, `ledger_newer`, `not_a_ledger` of the copy; `ledger_busy`; then all is
 *   as it was.
 */
export async function restoreCopy(copy: string, place: Place, clock: Clock): Promise<Restored> {
  const digest = await checkCopy(copy)
  const before = currentFile(place) ?? null
  if (before !== null && existsSync(before)) checkFree(before)
  const target = place.kind === 'file' ? place.file : nextFile(place.folder)
  mkdirSync(path.dirname(target), { recursive: true })
  const temporary = temporaryBeside(target)
  removeLedger(temporary)
  try {
    copyFileSync(copy, temporary)
    syncFile(temporary)
    if ((await digestOf(temporary)) !== digest) throw damaged(copy, 'sha256')
    // Opening it brings an older ledger to this program's schema.
    await closeLedger(await openLedger(temporary, clock))
    return putInUse(temporary, target, place, before, clock)
  } finally {
    removeLedger(temporary)
  }
}

/**
 * The whole copy is read and verified, whatever its manifest says. @returns the digest of its bytes.
 * @throws EsepError `ledger_missing`, `copy_damaged`, `ledger_newer`, `not_a_ledger`
 */
export async function checkCopy(copy: string): Promise<string> {
  if (!existsSync(copy)) throw new EsepError('ledger_missing', { file: copy })
  try {
    const problem = await readCopy(copy, problemOf)
    if (problem !== undefined) throw damaged(copy, problem)
    const digest = await digestOf(copy)
    if ((manifestBeside(copy)?.sha256 ?? digest) !== digest) throw damaged(copy, 'sha256')
    return digest
  } catch (error) {
    throw asDamaged(copy, error)
  }
}

async function problemOf(connection: Connection): Promise<string | undefined> {
  const version = connection.pragma<number>('user_version')
  if (version > SCHEMA_VERSION)
    throw new EsepError('ledger_newer', { file: connection.file, version, known: SCHEMA_VERSION })
  // What today's queries ask of the tables, those of an older ledger need not have: opening it checks it instead.
  if (version < SCHEMA_VERSION) {
    const found = connection.pragma<string>('integrity_check(1)')
    return found === 'ok' ? undefined : found
  }
  const [first] = await verifyConnection(connection)
  return first?.code
}

const damaged = (copy: string, detail: string) => new EsepError('copy_damaged', { file: copy, detail })

/** SQLite stumbles over a damaged page in its own words, at the opening or in the middle of reading. */
function asDamaged(copy: string, error: unknown): unknown {
  if (error instanceof EsepError) {
    if (error.code === 'ledger_file_empty') return damaged(copy, 'empty')
    return error.code === 'ledger_damaged' ? damaged(copy, 'corrupt') : error
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') ? damaged(copy, code) : error
}

/** A ledger that cannot be opened any more may be replaced; one that somebody holds, or a file of another kind, not. */
function checkFree(file: string): void {
  try {
    Connection.open(file).close()
  } catch (error) {
    const code = error instanceof EsepError ? error.code : undefined
    if (code !== 'ledger_damaged' && code !== 'ledger_file_empty') throw error
  }
}

function putInUse(
  temporary: string,
  target: string,
  place: Place,
  before: string | null,
  clock: Clock,
): Restored {
  const aside = place.kind === 'file' ? moveAside(target, clock) : null
  renameSync(temporary, target)
  syncFolderOf(target)
  if (place.kind === 'folder') setCurrent(target)
  return { file: target, before: aside ?? (place.kind === 'folder' ? before : null) }
}

/**
 * What SQLite keeps beside a ledger goes with it: a log of one ledger beside another would destroy that.
 * @returns where the ledger is now; null where there was none.
 */
function moveAside(file: string, clock: Clock): string | null {
  const { dir, name, ext } = path.parse(file)
  const stamp = clock.now().slice(0, 19).replaceAll(':', '-')
  const aside = path.join(dir, `${name}-before-${stamp}${ext}`)
  for (const ending of ['-wal', '-journal', '']) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`)
  }
  return existsSync(aside) ? aside : null
}
