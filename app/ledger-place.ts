/** Where a ledger lies: a plain file, or the app's folder whose `current` names the file in use. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { EsepError } from '../domain/error.ts'

/**
 * The file of the ledger at a place; a place that is not there is taken for a file, which opening will miss.
 * @throws EsepError `ledger_missing` for a folder without a ledger, `not_a_ledger` where `current` names no file of the folder.
 */
export function ledgerFileAt(place: string): string {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return place
  const name = currentIn(place)
  // A name with a path in it could lead out of the folder.
  if (name === '' || name !== path.basename(name) || name === '..')
    throw new EsepError('not_a_ledger', { file: path.join(place, CURRENT) })
  return path.join(place, name)
}

const CURRENT = 'current'

function currentIn(folder: string): string {
  try {
    return readFileSync(path.join(folder, CURRENT), 'utf8').trim()
  } catch {
    throw new EsepError('ledger_missing', { file: folder })
  }
}
