import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Downloads } from '../../scripts/loopback/downloads.ts'
import { temporaryFolder } from '../fixtures/ledger-file.ts'
import { enter, events, get, pageClient, served } from '../fixtures/loopback.ts'

const scripts = path.join(import.meta.dirname, '..', '..', 'scripts')

const NEW = {
  organisation: 'Ассоциация «Проба»',
  firstPlace: { code: 'М1', name: 'Магазин' },
  defaultCommission: 2000,
}

/** The command line in a process of its own. */
async function run(...argv: string[]): Promise<{ status: number; stderr: string }> {
  const command = spawn(process.execPath, [path.join(scripts, 'cli.ts'), ...argv], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  command.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const [status] = await once(command, 'close')
  return { status: Number(status), stderr }
}

test('the printed address lets in once, by a cookie that no script can read', async () => {
  const at = await served()
  const { pathname, search } = new URL(at.address)
  const first = await get(at, pathname + search)
  expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
  const [cookie = ''] = first.headers['set-cookie'] ?? []
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  expect((await get(at, '/', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
  const second = await get(at, pathname + search)
  expect(second.status).toBe(401)
  expect(second.headers['set-cookie']).toBeUndefined()
})

test.each([
  ['no token', '/', {}],
  ['a wrong token', '/?token=wrong', {}],
  ['an empty token', '/?token=', {}],
  ['a wrong cookie', '/', { cookie: 'esep=1' }],
  ['a call without a cookie', '/rpc/ledger.status', {}],
])('%s is not let in', async (_, pathname, headers) => {
  expect((await get(await served(), pathname, headers)).status).toBe(401)
})

test.each([
  ['another host', { host: 'esep.example.org' }, 421],
  ['the host by another name', { host: 'localhost' }, 421],
  ['another origin', { origin: 'http://127.0.0.1:1' }, 403],
  ['an origin of nobody', { origin: 'null' }, 403],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
])('%s is refused, the right cookie or not', async (_, headers, status) => {
  const at = await served()
  const cookie = await enter(at)
  expect((await get(at, '/rpc/ledger.status', { cookie, ...headers })).status).toBe(status)
  expect((await get(at, '/', { cookie, ...headers })).status).toBe(status)
})

test('what changes something must come from our own page', async () => {
  const at = await served()
  const cookie = await enter(at)
  expect((await get(at, '/rpc/ledger.makeCopy', { cookie }, 'POST')).status).toBe(403)
  expect((await get(at, '/', { cookie, origin: at.origin }, 'DELETE')).status).toBe(405)
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '//secret.txt',
  '/%00',
  '/%',
  '/missing.js',
  '/assets',
  '/files/../../secret.txt',
])('%s gives nothing', async (pathname) => {
  const at = await served()
  const cookie = await enter(at)
  const { status, body } = await get(at, pathname, { cookie })
  expect(status).toBe(404)
  expect(body).toBe('')
})

test('the page comes with a policy that lets nothing else in', async () => {
  const at = await served()
  const cookie = await enter(at)
  const { status, headers, body } = await get(at, '/', { cookie })
  expect(status).toBe(200)
  expect(body).toContain('Эсеп')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect((await get(at, '/assets/main.js', { cookie })).headers['content-type']).toBe(
    'text/javascript; charset=utf-8',
  )
})

test('calls, many at once, and a stream go over it', async () => {
  const at = await served()
  const cookie = await enter(at)
  const core = pageClient(at, cookie)
  await core.ledger.createEmpty.mutate(NEW)
  const answers = await Promise.all(Array.from({ length: 500 }, () => core.ledger.status.query()))
  expect(answers.every(({ state }) => state === 'open')).toBe(true)
  let last: unknown
  for await (const progress of events(at, cookie, 'ledger.openDemo', undefined)) last = progress
  expect(last).toEqual({ done: 11, total: 12 })
  expect(await core.ledger.status.query()).toMatchObject({ demo: true })
})

test('a stream that is left ends its work', async () => {
  const at = await served()
  const cookie = await enter(at)
  const gone = new AbortController()
  for await (const progress of events(at, cookie, 'ledger.openDemo', undefined, gone.signal)) {
    expect(progress).toMatchObject({ total: 12 })
    break
  }
  gone.abort()
  // The demo is made one at a time with any other ledger: this waits for its end.
  expect(await pageClient(at, cookie).ledger.createEmpty.mutate(NEW)).toMatchObject({
    state: 'open',
    demo: false,
  })
  expect(readdirSync(path.join(at.home, 'demo'))).toEqual([])
})

test('a made file is fetched once', async () => {
  const downloads = new Downloads()
  const { href } = await downloads.give({ name: 'Расчёт.xlsx', bytes: Buffer.from('x') })
  expect(downloads.take(href ?? '')?.name).toBe('Расчёт.xlsx')
  expect(downloads.take(href ?? '')).toBeUndefined()
})

test('the program holds its ledger alone, and ends by a signal in good order, with a copy made', async () => {
  const home = temporaryFolder()
  const at = await served({ home })
  await pageClient(at, await enter(at)).ledger.createEmpty.mutate(NEW)
  await at.close()
  expect(readdirSync(path.join(home, 'ledger', 'copies'))).toHaveLength(2)

  const child = spawn(process.execPath, [path.join(scripts, 'serve.ts'), '--no-browser'], {
    env: { ...process.env, ESEP_HOME: home, DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  while (!said.includes('Ctrl+C')) await once(child.stdout, 'data')
  expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n/)

  expect(await run('verify', '--db', path.join(home, 'ledger'))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^ledger_busy: /),
  })

  child.kill('SIGTERM')
  const [status] = await once(child, 'exit')
  expect(status).toBe(0)
  expect(said).toContain('Учёт закрыт.')
  expect(readdirSync(path.join(home, 'ledger')).sort()).toEqual(['copies', 'current', 'ledger-0001.sqlite'])
})
