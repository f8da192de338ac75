/** A copy of a live ledger as one plain file: VACUUM INTO beside its place, synced, checked by the caller, renamed. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { EsepError } from '../../domain/error.ts'
import { Connection } from './connection.ts'
import { syncFile, syncFolderOf } from './durable.ts'

/**
 * Writes the ledger as it is now into a file that nobody takes for a copy yet. @returns that file.
 * @throws EsepError `file_not_writable`, `ledger_damaged`; then nothing is left of the copy.
 */
export function startCopy(connection: Connection, target: string): string {
  const temporary = `${target}.tmp`
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    rmSync(temporary, { force: true })
    connection.vacuumInto(temporary)
    syncFile(temporary)
    return temporary
  } catch (error) {
    removeQuietly(temporary)
    throw notWritable(target, error)
  }
}

/**
 * Puts the copy in its place once `check` has accepted it, read anew from the disk.
 * @throws whatever the check throws; then nothing is left of the copy.
 */
export async function finishCopy<T>(
  temporary: string,
  target: string,
  check: (copy: Connection) => Promise<T>,
): Promise<T> {
  try {
    const result = await readCopy(temporary, check)
    renameSync(temporary, target)
    syncFolderOf(target)
    return result
  } catch (error) {
    removeQuietly(temporary)
    throw notWritable(target, error)
  }
}

/** Opens a file for reading only, for as long as the body takes. */
export async function readCopy<T>(file: string, body: (copy: Connection) => Promise<T>): Promise<T> {
  const copy = Connection.open(file, { readonly: true })
  try {
    return await body(copy)
  } finally {
    copy.close()
  }
}

/** The reason that is on its way out matters more than what could not be tidied. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {}
}

function notWritable(file: string, error: unknown): unknown {
  if (error instanceof EsepError || !(error instanceof Error && 'code' in error)) return error
  return new EsepError('file_not_writable', { file, reason: String(error.code) })
}
