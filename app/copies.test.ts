import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  documentCount,
  makeLedgerFile,
  postMoney,
  TickingClock,
  TODAY,
  temporaryFolder,
} from '../tests/fixtures/ledger-file.ts'
import { copiesToDrop, copyIfChanged, copyViews, lossOf, makeCopy, newestCopy } from './copies.ts'
import { type CopyManifest, copiesIn, copyBeforeMigration, digestOf, stateOf } from './copy-file.ts'
import { saveDraft } from './documents.ts'
import { BOOKKEEPER, closeLedger, type Ledger, openLedger } from './ledger.ts'
import { copiesFolder, currentFile, nextFile, type Place, setCurrent } from './place.ts'
import { checkCopy, restoreCopy } from './restore.ts'

async function ledgerIn(folder: string, documents?: number): Promise<Ledger> {
  const ledger = await makeLedgerFile(nextFile(folder), documents)
  setCurrent(ledger.connection.file)
  onTestFinished(() => closeLedger(ledger))
  return ledger
}

const fileOf = (ledger: Ledger, { name }: CopyManifest) =>
  path.join(copiesFolder(ledger.connection.file), name)

/** Turns every bit of some bytes in the middle of a file. */
function spoil(file: string, at = 0.5, count = 64): void {
  const bytes = readFileSync(file)
  const start = Math.floor(bytes.length * at)
  for (let index = start; index < start + count; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

test('a copy says what it holds, down to the newest entry of the chain', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const copy = await makeCopy(ledger, 'manual')
  const file = fileOf(ledger, copy)
  expect(copy).toMatchObject({
    ...stateOf(ledger.connection),
    reason: 'manual',
    sha256: await digestOf(file),
  })
  expect(copy.counts).toEqual({ documents: 3, producers: 0, products: 0, drafts: 0 })
  expect(newestCopy(ledger.connection.file)).toEqual(copy)
  expect(await checkCopy(file)).toBe(copy.sha256)
  expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a copy is made again only when something has changed, a draft too', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const first = await copyIfChanged(ledger, 'close')
  expect(await copyIfChanged(ledger, 'close')).toEqual(first)
  await saveDraft(ledger, { id: 'd', kind: 'sale', date: null, input: {} }, BOOKKEEPER)
  const second = await copyIfChanged(ledger, 'close')
  expect(second?.name).not.toBe(first?.name)
  expect(second?.counts.drafts).toBe(1)
})

test('copies tell how many documents a restore would lose', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const copy = await makeCopy(ledger, 'manual')
  await postMoney(ledger, 'a')
  await postMoney(ledger, 'b')
  const [view] = await copyViews(ledger.connection.file, ledger)
  expect(view).toMatchObject({ name: copy.name, documents: 3, loses: 2 })
  expect((await copyViews(ledger.connection.file, undefined))[0]?.loses).toBeNull()
  // Of another ledger's chain the same number is another entry: then only the moment tells.
  expect(lossOf(ledger.connection, { ...copy, head: 'f'.repeat(64) })).toBe(2)
})

test('a restore makes the next file, and the ledger before it stays', async () => {
  const folder = temporaryFolder()
  const place: Place = { kind: 'folder', folder }
  const ledger = await ledgerIn(folder)
  const copy = await makeCopy(ledger, 'manual')
  await postMoney(ledger, 'later')
  await closeLedger(ledger)
  const before = readFileSync(ledger.connection.file)
  const restored = await restoreCopy(fileOf(ledger, copy), place, ledger.clock)
  expect(restored).toEqual({ file: path.join(folder, 'ledger-0002.sqlite'), before: ledger.connection.file })
  expect(currentFile(place)).toBe(restored.file)
  expect(readFileSync(ledger.connection.file)).toEqual(before)
  const opened = await openLedger(restored.file, ledger.clock)
  expect(stateOf(opened.connection)).toMatchObject({ head: copy.head, seq: copy.seq })
  await closeLedger(opened)
})

test('a plain file gets the copy, and what it was is moved aside', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'учёт.sqlite')
  const ledger = await makeLedgerFile(file)
  const copy = await makeCopy(ledger, 'manual')
  await postMoney(ledger, 'later')
  await closeLedger(ledger)
  const restored = await restoreCopy(fileOf(ledger, copy), { kind: 'file', file }, ledger.clock)
  expect(restored.file).toBe(file)
  const [now, then] = [
    await openLedger(file, ledger.clock),
    await openLedger(restored.before ?? '', ledger.clock),
  ]
  expect([documentCount(now), documentCount(then)]).toEqual([3, 4])
  await closeLedger(now)
  await closeLedger(then)
})

test('the log of a ledger that is gone is not taken for that of the one restored', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'учёт.sqlite')
  const ledger = await makeLedgerFile(file)
  const copy = await makeCopy(ledger, 'manual')
  await postMoney(ledger, 'later')
  const log = readFileSync(`${file}-wal`)
  await closeLedger(ledger)
  rmSync(file)
  writeFileSync(`${file}-wal`, log)
  await restoreCopy(fileOf(ledger, copy), { kind: 'file', file }, ledger.clock)
  const opened = await openLedger(file, ledger.clock)
  expect(stateOf(opened.connection).head).toBe(copy.head)
  await closeLedger(opened)
})

test.each([
  ['bytes turned', (file: string) => spoil(file)],
  ['its end cut off', (file: string) => truncateSync(file, 40_960)],
  ['its head gone', (file: string) => spoil(file, 0, 100)],
  ['nothing in it', (file: string) => truncateSync(file, 0)],
])('a copy with %s is refused, and the ledger is as it was', async (_, damage) => {
  const folder = temporaryFolder()
  const place: Place = { kind: 'folder', folder }
  const ledger = await ledgerIn(folder)
  const file = fileOf(ledger, await makeCopy(ledger, 'manual'))
  await closeLedger(ledger)
  damage(file)
  await expect(restoreCopy(file, place, ledger.clock)).rejects.toThrow(/copy_damaged|not_a_ledger/)
  expect(currentFile(place)).toBe(ledger.connection.file)
  expect(readdirSync(folder).sort()).toEqual(['copies', 'current', 'ledger-0001.sqlite'])
})

test('a copy whose figure was changed by hand is refused even without its manifest', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const file = fileOf(ledger, await makeCopy(ledger, 'manual'))
  rmSync(file.replace('.esep', '.json'))
  const bytes = readFileSync(file)
  const at = bytes.indexOf('Ассоциация «Проба»')
  expect(at).toBeGreaterThan(0)
  bytes.write('Б', at)
  writeFileSync(file, bytes)
  await expect(checkCopy(file)).rejects.toThrow('copy_damaged')
})

test('a copy that fails leaves the older ones, and nothing of itself', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const first = await makeCopy(ledger, 'manual')
  // Somebody changes the ledger's file behind the program's back: the copy of it does not agree with its chain.
  ledger.connection.execute('DROP TRIGGER document_no_update')
  ledger.connection.execute('UPDATE document SET amount_tyiyn = amount_tyiyn + 1 WHERE number = 1')
  await expect(makeCopy(ledger, 'manual')).rejects.toThrow('ledger_not_clean')
  const folder = copiesFolder(ledger.connection.file)
  expect(copiesIn(folder)).toEqual([first])
  expect(readdirSync(folder)).toHaveLength(2)
})

test('a copy cut short before its manifest was written is none', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const first = await makeCopy(ledger, 'manual')
  await postMoney(ledger, 'a')
  const second = await makeCopy(ledger, 'manual')
  rmSync(fileOf(ledger, second).replace('.esep', '.json'))
  expect(copiesIn(copiesFolder(ledger.connection.file))).toEqual([first])
})

test('a copy that cannot be written is refused by its reason', async () => {
  const folder = temporaryFolder()
  const ledger = await ledgerIn(folder)
  writeFileSync(path.join(folder, 'copies'), 'a file where the folder should be')
  await expect(makeCopy(ledger, 'manual')).rejects.toThrow('file_not_writable')
})

test('a migration is preceded by a copy', async () => {
  const ledger = await ledgerIn(temporaryFolder())
  const copy = await copyBeforeMigration(ledger.connection, ledger.clock.now())
  expect(copy.reason).toBe('migration')
  expect(existsSync(fileOf(ledger, copy))).toBe(true)
})

test('of many copies the newest, the last of days and months, and those of months stay', () => {
  const clock = new TickingClock(TODAY)
  const made = (moment: string, reason: CopyManifest['reason'] = 'close'): CopyManifest => ({
    format: 1,
    name: `${moment}-${reason}.esep`,
    moment,
    reason,
    bytes: 1,
    sha256: '0'.repeat(64),
    head: '',
    seq: 0,
    counts: { documents: 0, producers: 0, products: 0, drafts: 0 },
    lastDraft: '',
    app: clock.today(),
    schema: 1,
  })
  const days = Array.from({ length: 60 }, (_, index) =>
    new Date(Date.UTC(2026, 8, 30) - index * 86_400_000).toISOString().slice(0, 10),
  )
  const copies = days.flatMap((day) => [
    made(`${day}T18:00:00Z`),
    made(`${day}T09:00:00Z`, day.endsWith('05') ? 'month' : 'close'),
  ])
  const dropped = new Set(copiesToDrop(copies))
  const kept = copies.filter((copy) => !dropped.has(copy))
  expect(kept.slice(0, 10)).toEqual(copies.slice(0, 10))
  expect(kept.filter(({ reason }) => reason === 'month')).toHaveLength(2)
  // Thirty days, the second copy of the five newest days, two closings, and the last copy of August.
  expect(kept).toHaveLength(30 + 5 + 2 + 1)
})
