/** Files out: whole or not at all, and never over a file that somebody has open. */
import { accessSync, constants, statSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { EsepError } from '../domain/error.ts'

/** Codes by which systems say that another program holds the file; on Windows Excel does so. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])
const MOST_NAMES = 50

/**
 * Writes a file beside its place, makes it safe on the disk and puts it there in one step; folders are made. If the
 * file of that name is open in another program, the next free name of the kind «name (2).xlsx» is taken.
 * @param put how the system renames; a test stands in for one where the file is held.
 * @returns the path it has now.
 * @throws EsepError `file_not_writable`
 */
export async function writeFileWhole(
  target: string,
  bytes: Uint8Array,
  put: typeof rename = rename,
): Promise<string> {
  const temporary = temporaryBeside(target)
  try {
    await mkdir(path.dirname(target), { recursive: true })
    await writeThrough(temporary, bytes)
    return await moveTo(temporary, target, put)
  } catch (error) {
    await rm(temporary, { force: true })
    throw notWritable(target, error)
  }
}

/** A name in the same folder, so that the last step is a renaming; its process keeps two writers apart. */
export function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function moveTo(temporary: string, target: string, put: typeof rename): Promise<string> {
  const { dir, name, ext } = path.parse(target)
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? target : path.join(dir, `${name} (${count})${ext}`)
    try {
      await put(temporary, candidate)
      return candidate
    } catch (error) {
      if (count >= MOST_NAMES || !HELD.has(codeOf(error)) || isFolder(candidate)) throw error
    }
  }
}

/**
 * Whether files can be written into a folder that may not exist yet. Asked before a month is posted whose papers go there.
 * @throws EsepError `file_not_writable`
 */
export function checkFolder(folder: string): void {
  let nearest = path.resolve(folder)
  while (statSync(nearest, { throwIfNoEntry: false }) === undefined && path.dirname(nearest) !== nearest) {
    nearest = path.dirname(nearest)
  }
  if (!isFolder(nearest)) throw new EsepError('file_not_writable', { file: folder, reason: 'ENOTDIR' })
  try {
    accessSync(nearest, constants.W_OK)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function notWritable(file: string, error: unknown): unknown {
  const reason = codeOf(error)
  return reason === '' ? error : new EsepError('file_not_writable', { file, reason })
}
