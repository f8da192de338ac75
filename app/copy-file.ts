/** One verified copy: the file `NAME.esep` and beside it `NAME.json`, which tells what the copy holds. */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { chainHead } from '../db/queries/chain.ts'
import { counts, lastDraft } from '../db/queries/copies.ts'
import type { Connection } from '../db/sqlite/connection.ts'
import { finishCopy, startCopy } from '../db/sqlite/copy.ts'
import { EsepError } from '../domain/error.ts'
import { hex } from './chain.ts'
import { copiesFolder } from './place.ts'
import { VERSION } from './version.ts'
import { writeFileWhole } from './write-file.ts'

const manifest = z.object({
  format: z.literal(1),
  name: z.string(),
  moment: z.string(),
  reason: z.enum(['close', 'import', 'month', 'migration', 'manual']),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newest entry of the chain. */
  head: z.string(),
  seq: z.int(),
  counts: z.object({ documents: z.int(), producers: z.int(), products: z.int(), drafts: z.int() }),
  /** The newest change of a draft, which the chain does not know. */
  lastDraft: z.string(),
  app: z.string(),
  schema: z.int(),
})

export type CopyManifest = z.infer<typeof manifest>
export type CopyReason = CopyManifest['reason']

/** What of a ledger tells whether two files hold the same. */
export type LedgerState = Pick<CopyManifest, 'head' | 'seq' | 'counts' | 'lastDraft' | 'schema'>

export function stateOf(connection: Connection): LedgerState {
  const head = chainHead.get(connection, {})
  const counted = counts.get(connection, {})
  if (!counted) throw new Error('a count gave no row')
  return {
    head: head ? hex(head.hash) : '',
    seq: head?.seq ?? 0,
    counts: counted,
    lastDraft: lastDraft.get(connection, {})?.updated ?? '',
    schema: connection.pragma<number>('user_version'),
  }
}

export interface CopyOrder {
  readonly folder: string
  readonly reason: CopyReason
  readonly moment: string
  /** Runs what needs the live ledger while nobody changes it. */
  readonly inTurn: <T>(act: () => T) => Promise<T>
  /** Throws where the copy is not as it should be. */
  readonly check: (copy: Connection) => Promise<void>
}

/**
 * Writes a copy and its manifest. Only what is read back from the disk and found whole gets the name of a copy, and
 * nothing older is touched.
 * @throws EsepError `file_not_writable`, `copy_damaged`, and what the check throws.
 */
export async function writeCopy(connection: Connection, order: CopyOrder): Promise<CopyManifest> {
  const { folder, reason, moment, inTurn, check } = order
  const name = nameOfCopy(folder, moment, reason)
  const target = path.join(folder, name)
  const { temporary, state } = await inTurn(() => ({
    state: stateOf(connection),
    temporary: startCopy(connection, target),
  }))
  const sha256 = await finishCopy(temporary, target, async (copy) => {
    await check(copy)
    if (stateOf(copy).head !== state.head)
      throw new EsepError('copy_damaged', { file: target, detail: 'head' })
    return digestOf(temporary)
  })
  const bytes = statSync(target).size
  const told: CopyManifest = { format: 1, name, moment, reason, bytes, sha256, ...state, app: VERSION }
  await writeFileWhole(manifestOf(target), Buffer.from(`${JSON.stringify(told, null, 2)}\n`))
  return told
}

/** Beside a ledger that is about to get another schema: today's checks do not fit it, SQLite's own do. */
export function copyBeforeMigration(connection: Connection, moment: string): Promise<CopyManifest> {
  return writeCopy(connection, {
    folder: copiesFolder(connection.file),
    reason: 'migration',
    moment,
    inTurn: async (act) => act(),
    check: async (copy) => {
      const detail = copy.pragma<string>('integrity_check(1)')
      if (detail !== 'ok') throw new EsepError('ledger_damaged', { file: connection.file, detail })
    },
  })
}

/** Sorted by name, copies are sorted by time. */
function nameOfCopy(folder: string, moment: string, reason: CopyReason): string {
  const stem = `${moment.replace(/\.\d+Z?$|Z$/, '').replaceAll(':', '-')}-${reason}`
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.esep` : `${stem}-${count}.esep`
    if (!statSync(path.join(folder, name), { throwIfNoEntry: false })) return name
  }
}

const manifestOf = (copy: string): string => `${copy.replace(/\.esep$/, '')}.json`

/** The manifest beside a copy; undefined where there is none that can be read. */
export function manifestBeside(copy: string): CopyManifest | undefined {
  try {
    return manifest.parse(JSON.parse(readFileSync(manifestOf(copy), 'utf8')))
  } catch {
    return undefined
  }
}

/** What a listed copy tells of itself; one half written or cut short is none. */
export function readManifest(copy: string): CopyManifest | undefined {
  const told = manifestBeside(copy)
  return told && statSync(copy, { throwIfNoEntry: false })?.size === told.bytes ? told : undefined
}

/**
 * The folder's copies, the newest first.
 * @param most how many are wanted; names begin with the moment, so that only these and a few more need be read.
 */
export function copiesIn(folder: string, most = Number.POSITIVE_INFINITY): CopyManifest[] {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
  return names
    .filter((name) => name.endsWith('.esep'))
    .sort((left, right) => compare(right, left))
    .slice(0, most + SAME_SECOND)
    .flatMap((name) => {
      const told = readManifest(path.join(folder, name))
      // A copy that was given another name goes by the name it has.
      return told ? [{ ...told, name }] : []
    })
    .sort((left, right) => compare(right.moment, left.moment) || compare(right.name, left.name))
    .slice(0, most)
}

/** Copies of one second may stand in any order by name; more than these no second has. */
const SAME_SECOND = 4

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

export function removeCopy(folder: string, { name }: CopyManifest): void {
  const file = path.join(folder, name)
  rmSync(file, { force: true })
  rmSync(manifestOf(file), { force: true })
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
