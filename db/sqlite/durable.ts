/** Makes what was written safe on the disk: a file's bytes, and a folder's names. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import path from 'node:path'

export function syncFile(file: string): void {
  // Windows syncs only what was opened for writing.
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** After a renaming in it. Windows cannot open a folder; there the file system's own journal keeps the names. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path.dirname(file), 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
