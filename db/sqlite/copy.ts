/** A copy of a live ledger as one plain file: VACUUM INTO beside the target, synced, verified by the caller, renamed. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Connection } from './connection.ts'

/**
 * Copies the ledger to `target`, which appears only once `check` has accepted the copy.
 * @throws whatever the copying or the check throws; then nothing is left behind.
 */
export async function copyLedger(
  connection: Connection,
  target: string,
  check: (copy: Connection) => Promise<void>,
): Promise<void> {
  mkdirSync(path.dirname(target), { recursive: true })
  const temporary = `${target}.tmp`
  rmSync(temporary, { force: true })
  try {
    connection.execute(`VACUUM INTO '${temporary.replaceAll("'", "''")}'`)
    sync(temporary)
    const copy = Connection.open(temporary, { readonly: true })
    try {
      await check(copy)
    } finally {
      copy.close()
    }
    renameSync(temporary, target)
    sync(path.dirname(target))
  } finally {
    if (existsSync(temporary)) rmSync(temporary)
  }
}

function sync(file: string): void {
  // Windows cannot open a folder; there the rename is made durable by the file system's own journal.
  if (process.platform === 'win32' && !path.extname(file)) return
  const descriptor = openSync(file, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
