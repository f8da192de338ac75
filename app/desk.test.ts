import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Connection } from '../db/sqlite/connection.ts'
import { testCore } from '../tests/fixtures/core.ts'
import { documentCount, postMoney, temporaryFolder } from '../tests/fixtures/ledger-file.ts'
import { copyViews, makeCopy } from './copies.ts'
import type { Desk } from './desk.ts'
import { BOOKKEEPER } from './ledger.ts'
import { ledgerStatus } from './ledger-status.ts'

/** A home whose ledger has two documents, a copy made between them, and nobody who holds it. */
async function homeWithLedger(): Promise<{ home: string; file: string; copy: string }> {
  const { context, home, close } = await testCore()
  await context.desk.make(async (ledger) => {
    await postMoney(ledger, 'first')
  })
  const ledger = await context.desk.ledger()
  const { name } = await makeCopy(ledger, 'manual')
  await postMoney(ledger, 'second')
  await close()
  return { home, file: ledger.connection.file, copy: name }
}

const documentsOn = async (desk: Desk) => documentCount(await desk.ledger())

test('a ledger that another program holds is told of, and opened when it is free', async () => {
  const { home, file } = await homeWithLedger()
  const other = Connection.open(file)
  const { context } = await testCore({ home })
  const { desk, clock } = context
  expect(await ledgerStatus(desk, clock)).toMatchObject({ state: 'busy', problem: { code: 'ledger_busy' } })
  await expect(desk.ledger()).rejects.toThrow('ledger_busy')
  await expect(desk.make(async () => undefined)).rejects.toThrow('ledger_exists')
  other.close()
  await desk.open()
  expect(desk.state).toBe('open')
  expect(await documentsOn(desk)).toBe(2)
})

test('a ledger of a newer program is left alone', async () => {
  const { home, file } = await homeWithLedger()
  const other = Connection.open(file)
  other.execute('PRAGMA user_version = 99')
  other.close()
  const before = readFileSync(file)
  const { context } = await testCore({ home })
  expect(context.desk.state).toBe('newer')
  expect(context.desk.problem).toMatchObject({ code: 'ledger_newer', data: { version: 99 } })
  expect(readFileSync(file)).toEqual(before)
})

test.each([
  ['damaged', (file: string) => writeFileSync(file, readFileSync(file).fill(0xff, 100, 4096))],
  ['empty', (file: string) => writeFileSync(file, '')],
  ['gone', (file: string) => rmSync(file)],
])('a ledger that is %s is brought back from a copy', async (_, damage) => {
  const { home, file, copy } = await homeWithLedger()
  damage(file)
  const { context } = await testCore({ home })
  const { desk } = context
  expect(desk.state).toBe('damaged')
  const views = await copyViews(desk.file ?? '', undefined)
  expect(views.map(({ reason }) => reason)).toEqual(['close', 'manual'])
  await desk.restore(copy, BOOKKEEPER)
  expect(desk.state).toBe('open')
  expect(await documentsOn(desk)).toBe(1)
  const { connection } = await desk.ledger()
  expect(path.basename(connection.file)).toBe('ledger-0002.sqlite')
  expect(connection.get('SELECT action, detail FROM journal ORDER BY id DESC', [])).toEqual({
    action: 'restore',
    detail: copy,
  })
})

test('calls wait for the ledger that comes while one is exchanged for another', async () => {
  const { home, copy } = await homeWithLedger()
  const { context } = await testCore({ home })
  const { desk } = context
  const restoring = desk.restore(copy, BOOKKEEPER)
  const counts = await Promise.all([documentsOn(desk), documentsOn(desk)])
  await restoring
  expect(counts.every((count) => count === 1 || count === 2)).toBe(true)
  expect(await documentsOn(desk)).toBe(1)
})

test('closing makes a copy of what has changed since the last one, and only then', async () => {
  const { home } = await homeWithLedger()
  const count = async () => {
    const { context, close } = await testCore({ home })
    const copies = await copyViews(context.desk.file ?? '', await context.desk.ledger())
    await close()
    return copies.length
  }
  expect(await count()).toBe(2)
  expect(await count()).toBe(2)
})

test('a plain file serves as a ledger too', async () => {
  const file = path.join(temporaryFolder(), 'учёт.sqlite')
  const { context, close } = await testCore({ place: { kind: 'file', file } })
  expect(context.desk.state).toBe('none')
  await context.desk.make(async (ledger) => {
    await postMoney(ledger, 'first')
  })
  expect((await context.desk.ledger()).connection.file).toBe(file)
  await close()
  const again = await testCore({ place: { kind: 'file', file } })
  expect(await documentsOn(again.context.desk)).toBe(1)
})
