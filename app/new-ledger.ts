/** A new ledger that is either whole or not there. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { EsepError } from '../domain/error.ts'
import { type Clock, closeLedger, type Ledger, openLedger } from './ledger.ts'
import { nextFile, type Place, setCurrent } from './place.ts'
import { temporaryBeside } from './write-file.ts'

/**
 * Makes a ledger beside its place, lets the body fill it, and puts it there when both are done: whatever fails or is
 * cancelled leaves nothing behind.
 * @throws EsepError `ledger_exists`, `file_not_writable`, and what the body throws.
 */
export async function makeLedger<T>(
  file: string,
  clock: Clock,
  body: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  if (existsSync(file)) throw new EsepError('ledger_exists', { file })
  if (!statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new EsepError('file_not_writable', { file, reason: 'ENOENT' })
  const temporary = temporaryBeside(file)
  removeLedger(temporary)
  try {
    const result = await fill(temporary, clock, body)
    // Somebody may have made a ledger there meanwhile; renaming would silently replace it.
    if (existsSync(file)) throw new EsepError('ledger_exists', { file })
    // A log left by a ledger that is gone would be taken for this one's.
    removeLedger(file)
    renameSync(temporary, file)
    return result
  } finally {
    removeLedger(temporary)
  }
}

/** Makes the ledger of a place that has none yet, and puts it in use. */
export async function makeLedgerAt<T>(
  place: Place,
  clock: Clock,
  body: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const file = place.kind === 'file' ? place.file : nextFile(place.folder)
  mkdirSync(path.dirname(file), { recursive: true })
  const result = await makeLedger(file, clock, body)
  if (place.kind === 'folder') setCurrent(file)
  return result
}

async function fill<T>(file: string, clock: Clock, body: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(file, clock, { create: true })
  try {
    return await body(ledger)
  } finally {
    await closeLedger(ledger)
  }
}

/** Removes a ledger with what SQLite keeps beside it. */
export function removeLedger(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true })
}
