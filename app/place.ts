/**
 * Where a ledger lies: a plain file, or a folder of numbered files whose `current` names the one in use. A ledger is
 * replaced by making the next file and naming it, never by writing over one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { syncFolderOf } from '../db/sqlite/durable.ts'
import { EsepError } from '../domain/error.ts'

export type Place =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'folder'; readonly folder: string }

const CURRENT = 'current'
const NUMBERED = /^ledger-(\d{4,})\.sqlite$/

/** Where the program keeps what is its own: the user's local application data, which no cloud carries about. */
export function homeFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env['ESEP_HOME']) return path.resolve(env['ESEP_HOME'])
  if (platform !== 'win32')
    return path.join(env['XDG_DATA_HOME'] || path.join(homedir(), '.local', 'share'), 'esep')
  return path.join(env['LOCALAPPDATA'] || path.join(homedir(), 'AppData', 'Local'), 'Esep')
}

/** The folder of the association's own ledger. */
export const ownPlace = (home: string): Place => ({ kind: 'folder', folder: path.join(home, 'ledger') })
/** The folder of the invented association, apart from the own ledger. */
export const demoPlace = (home: string): Place => ({ kind: 'folder', folder: path.join(home, 'demo') })

/** What a path on a command line means; one that is not there is taken for a file. */
export function placeAt(where: string): Place {
  return statSync(where, { throwIfNoEntry: false })?.isDirectory()
    ? { kind: 'folder', folder: where }
    : { kind: 'file', file: where }
}

/**
 * The file of the ledger at a place on a command line.
 * @throws EsepError `ledger_missing`, `not_a_ledger` where `current` names no file of the folder.
 */
export function ledgerFileAt(where: string): string {
  const file = currentFile(placeAt(where))
  if (file === undefined) throw new EsepError('ledger_missing', { file: where })
  return file
}

/**
 * The file in use; undefined where there is none yet. A folder whose `current` was lost goes on with its
 * newest file: files are numbered only when they are whole.
 * @throws EsepError `not_a_ledger` where `current` names no file of the folder.
 */
export function currentFile(place: Place): string | undefined {
  if (place.kind === 'file') return existsSync(place.file) ? place.file : undefined
  const name = readCurrent(place.folder) ?? numberedFiles(place.folder).at(-1)
  if (name === undefined) return undefined
  // A name with a path in it could lead out of the folder.
  if (name === '' || name !== path.basename(name) || name === '..')
    throw new EsepError('not_a_ledger', { file: path.join(place.folder, CURRENT) })
  return path.join(place.folder, name)
}

/**
 * The file that the next ledger of the folder gets. A number is never given again: what SQLite kept beside a ledger that is
 * gone would be taken for a part of the new one.
 */
export function nextFile(folder: string): string {
  const names = [readCurrent(folder) ?? '', ...namesIn(folder)]
  const number =
    Math.max(0, ...names.map((name) => Number(/^ledger-(\d{4,})\.sqlite/.exec(name)?.[1] ?? 0))) + 1
  return path.join(folder, `ledger-${String(number).padStart(4, '0')}.sqlite`)
}

/** Names the file in use, in one step: after a power cut it is the one before or this one. */
export function setCurrent(file: string): void {
  const pointer = path.join(path.dirname(file), CURRENT)
  const temporary = `${pointer}.tmp`
  const descriptor = openSync(temporary, 'w')
  try {
    writeSync(descriptor, `${path.basename(file)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(temporary, pointer)
  syncFolderOf(pointer)
}

/** Where copies of a ledger lie: in its folder, or for a plain file in a folder beside it. */
export function copiesFolder(file: string): string {
  const { dir, name } = path.parse(file)
  return NUMBERED.test(path.basename(file)) ? path.join(dir, 'copies') : path.join(dir, `${name}-copies`)
}

function readCurrent(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, CURRENT), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Names of the folder's ledgers, the oldest first. */
function numberedFiles(folder: string): string[] {
  const numberOf = (name: string) => Number(NUMBERED.exec(name)?.[1])
  return namesIn(folder)
    .filter((name) => NUMBERED.test(name))
    .sort((left, right) => numberOf(left) - numberOf(right))
}

const namesIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
