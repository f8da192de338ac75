import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { EsepError } from '../../domain/error.ts'
import { MEGABYTE, MOST_PARTS, MOST_RATIO, MOST_UNPACKED_MB, SMALL_PART_MB } from './limits.ts'

/** A zip whose parts are read one at a time, within the limits of a foreign file. */
export interface Zip {
  /** The file's name, for what is said of it. */
  readonly file: string
  has(part: string): boolean
  /**
   * Inflates a part chunk by chunk.
   * @throws EsepError `workbook_damaged` for a part that is absent, cut short or fails its checksum, `workbook_too_large`
   *   beyond the limits. What `take` throws passes.
   */
  read(part: string, take: (chunk: Uint8Array) => void): Promise<void>
}

/** @throws EsepError `workbook_damaged`, `workbook_protected` or `workbook_too_large`. */
export async function openZip(file: string, bytes: Uint8Array): Promise<Zip> {
  const zip = await open(file, bytes)
  if (zip.entryCount > MOST_PARTS)
    throw new EsepError('workbook_too_large', { file, limit: 'parts', most: MOST_PARTS })
  const entries = await listEntries(file, zip)
  const budget = { left: MOST_UNPACKED_MB * MEGABYTE }
  return {
    file,
    has: (part) => entries.has(part.toLowerCase()),
    async read(part, take) {
      const entry = entries.get(part.toLowerCase())
      if (!entry) throw new EsepError('workbook_damaged', { file, part })
      await inflate(zip, file, entry, budget, take)
    },
  }
}

async function open(file: string, bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    })
  } catch {
    throw new EsepError('workbook_damaged', { file, part: 'zip' })
  }
}

/** By name in lower case: Excel does not tell cases of parts apart. Two parts of one name have no right reading. */
async function listEntries(file: string, zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new EsepError('workbook_protected', { file })
      const name = entry.fileName.toLowerCase()
      if (entries.has(name)) throw new EsepError('workbook_damaged', { file, part: entry.fileName })
      entries.set(name, entry)
    }
  } catch (error) {
    if (error instanceof EsepError) throw error
    throw new EsepError('workbook_damaged', { file, part: 'zip' })
  }
  return entries
}

type Take = (chunk: Uint8Array) => void

async function inflate(
  zip: ZipFile,
  file: string,
  entry: Entry,
  budget: { left: number },
  take: Take,
): Promise<void> {
  const tooLarge = new EsepError('workbook_too_large', { file, limit: 'unpacked', most: MOST_UNPACKED_MB })
  const most = Math.max(entry.compressedSize * MOST_RATIO, SMALL_PART_MB * MEGABYTE)
  if (entry.uncompressedSize > budget.left || entry.uncompressedSize > most) throw tooLarge
  let size = 0
  let checksum = 0
  for await (const chunk of chunksOf(zip, file, entry)) {
    size += chunk.length
    budget.left -= chunk.length
    if (budget.left < 0 || size > most) throw tooLarge
    checksum = crc32(chunk, checksum)
    take(chunk)
  }
  if (checksum !== entry.crc32) throw new EsepError('workbook_damaged', { file, part: entry.fileName })
}

/** Only what goes wrong inside the zip becomes «damaged»: errors of the consumer are its own. */
async function* chunksOf(zip: ZipFile, file: string, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (chunk instanceof Uint8Array) yield chunk
    }
  } catch {
    throw new EsepError('workbook_damaged', { file, part: entry.fileName })
  }
}
