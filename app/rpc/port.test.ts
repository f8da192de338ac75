import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TRPCClientError } from '@trpc/client'
import { expect, test, vi } from 'vitest'
import { chainHead } from '../../db/queries/chain.ts'
import type { ImportProgress } from '../../domain/views.ts'
import { type CoreClient, clientOf, testCore } from '../../tests/fixtures/core.ts'
import { documentCount } from '../../tests/fixtures/ledger-file.ts'
import type { RpcProblem } from './trpc.ts'

const BOOK = path.join(import.meta.dirname, '..', '..', 'tests', 'data', 'association-2026.xlsx')
const NEW = {
  organisation: 'Ассоциация «Проба»',
  firstPlace: { code: 'М1', name: 'Магазин' },
  defaultCommission: 2000,
}

async function problemOf(call: Promise<unknown>): Promise<RpcProblem> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof TRPCClientError)) throw new Error('the call was not refused')
  return error.data as RpcProblem
}

async function upload(core: CoreClient, file: string): Promise<string> {
  const base64 = readFileSync(file).toString('base64')
  return (await core.ledger.upload.mutate({ name: path.basename(file), base64 })).token
}

type ImportOrder = Parameters<CoreClient['ledger']['importBook']['subscribe']>[0]

/** Hears a stream to its end, or until told enough. */
function importing(
  core: CoreClient,
  order: ImportOrder,
  isEnough: (progress: ImportProgress) => boolean = () => false,
): Promise<ImportProgress[]> {
  return new Promise((resolve, reject) => {
    const heard: ImportProgress[] = []
    const subscription = core.ledger.importBook.subscribe(order, {
      onData(progress) {
        heard.push(progress)
        if (!isEnough(progress)) return
        subscription.unsubscribe()
        resolve(heard)
      },
      onComplete: () => resolve(heard),
      onError: reject,
    })
  })
}

test('a first run: nothing, then an empty ledger, made once', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  expect(await core.ledger.status.query()).toMatchObject({ state: 'none', problem: null, organisation: '' })
  expect(await core.ledger.createEmpty.mutate(NEW)).toMatchObject({
    state: 'open',
    organisation: NEW.organisation,
  })
  expect(await problemOf(core.ledger.createEmpty.mutate(NEW))).toMatchObject({ code: 'ledger_exists' })
})

test('refusals arrive as a code and data: of the input, of the ledger, of the program', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  expect(await problemOf(core.ledger.createEmpty.mutate({ ...NEW, organisation: ' ' }))).toMatchObject({
    code: 'invalid_input',
    data: { path: 'organisation' },
  })
  expect(await problemOf(core.ledger.makeCopy.mutate())).toMatchObject({ code: 'ledger_missing' })
  expect(await problemOf(core.ledger.restore.mutate({ name: '../ledger-0001.sqlite' }))).toMatchObject({
    code: 'copy_missing',
  })
  const broken = clientOf({
    ...context,
    clock: {
      ...context.clock,
      today() {
        throw new TypeError(`cannot read '${BOOK}'`)
      },
    },
  })
  const { code, data } = await problemOf(broken.ledger.status.query())
  expect({ code, data }).toEqual({ code: 'internal', data: { id: expect.stringMatching(/^[0-9a-f]{8}$/) } })
})

test('who may only look is refused what changes', async () => {
  const { context } = await testCore()
  const core = clientOf({ ...context, role: 'viewer' })
  expect(await core.ledger.status.query()).toMatchObject({ state: 'none' })
  expect(await problemOf(core.ledger.createEmpty.mutate(NEW))).toEqual({
    code: 'not_allowed',
    data: { role: 'bookkeeper' },
  })
})

test('messages that are no calls are not answered, and do no harm', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  const calls = core as unknown as Record<string, Record<string, { query(): Promise<unknown> }>>
  expect(await problemOf(calls['ledger']?.['nothing']?.query() ?? Promise.resolve())).toMatchObject({
    code: 'invalid_input',
  })
  expect(await core.ledger.status.query()).toMatchObject({ state: 'none' })
})

test('a book is tried, then taken in as the first ledger, with progress', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  const files = [await upload(core, BOOK)]
  const tried = await importing(core, { files, dryRun: true })
  expect(tried.at(-1)).toMatchObject({ phase: 'done', result: { written: false } })
  expect(await core.ledger.status.query()).toMatchObject({ state: 'none' })
  const taken = await importing(core, { files, dryRun: false })
  expect(taken.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['posting', 'done']))
  expect(taken.at(-1)?.result).toMatchObject({ written: true })
  expect(await core.ledger.status.query()).toMatchObject({ state: 'open' })
  expect(documentCount(await context.desk.ledger())).toBe(taken.at(-1)?.done)
})

test('an import cancelled in the middle leaves the ledger as it was', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  await core.ledger.createEmpty.mutate({ ...NEW, firstPlace: { code: 'ПРОБА', name: 'Проба' } })
  const ledger = await context.desk.ledger()
  const head = chainHead.get(ledger.connection, {})
  const files = [await upload(core, BOOK)]
  const heard = await importing(
    core,
    { files, dryRun: false },
    ({ phase, done }) => phase === 'posting' && done > 0,
  )
  expect(heard.at(-1)?.result).toBeNull()
  // The next call waits for its turn, which comes when the import has ended.
  await core.ledger.status.query()
  expect(chainHead.get(ledger.connection, {})).toEqual(head)
  expect(documentCount(ledger)).toBe(0)
})

test('an import into no ledger, cancelled, leaves none', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  const files = [await upload(core, BOOK)]
  await importing(core, { files, dryRun: false }, ({ phase, done }) => phase === 'posting' && done > 0)
  // Making ledgers happens one at a time: this one waits for the end of the other.
  expect(await core.ledger.createEmpty.mutate(NEW)).toMatchObject({ state: 'open' })
  expect(documentCount(await context.desk.ledger())).toBe(0)
})

test('copies are made, listed and brought back', async () => {
  const { context } = await testCore()
  const core = clientOf(context)
  await core.ledger.createEmpty.mutate(NEW)
  const { name } = await core.ledger.makeCopy.mutate()
  expect(await core.ledger.copies.query()).toMatchObject([{ name, reason: 'manual', documents: 0, loses: 0 }])
  const before = (await context.desk.ledger()).connection.file
  expect(await core.ledger.restore.mutate({ name })).toMatchObject({ state: 'open' })
  expect((await context.desk.ledger()).connection.file).not.toBe(before)
})

test('the end of the window ends what it was listening to', async () => {
  const { context } = await testCore()
  const signals: AbortSignal[] = []
  const openDemo = vi.fn((work: { signal?: AbortSignal } = {}) => {
    if (work.signal) signals.push(work.signal)
    return new Promise<void>((_, reject) =>
      work.signal?.addEventListener('abort', () => reject(new Error('over'))),
    )
  })
  const core = clientOf({ ...context, desk: Object.assign(Object.create(context.desk), { openDemo }) })
  const subscription = core.ledger.openDemo.subscribe(undefined, {})
  await vi.waitFor(() => expect(signals).toHaveLength(1))
  subscription.unsubscribe()
  await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true))
})
