// What the window lets in and out: the built main and preload on the double, over a real Chromium.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ask, prepareDesktop } from './fixture.ts'
import { type Started, soon } from './start.ts'

const desktop = prepareDesktop('guard')
const PAGE = 'app://esep/index.html'

async function blockedBy(program: Started): Promise<string[]> {
  const done = await program.call('done')
  return done.flatMap((each) => (each.what === 'blocked' ? [each.url] : []))
}

test('the window is sandboxed, isolated, without Node, and shown only when its page is drawn', async () => {
  const program = await desktop.open()
  const done = await program.call('done')
  expect(done[0]).toEqual({ what: 'sandboxed' })
  const made = done.flatMap((each) => (each.what === 'window' ? [each.options] : []))
  expect(made).toEqual([
    expect.objectContaining({
      show: false,
      title: 'Эсеп',
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 576,
    }),
  ])
  expect(made[0]?.webPreferences).toEqual({
    preload: path.join(desktop.built.folder, 'electron', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
  expect(done.at(-1)).toEqual({ what: 'shown' })
})

test('the scheme serves only files of the page, with a policy that lets nothing else in', async () => {
  writeFileSync(path.join(desktop.built.folder, 'secret.txt'), 'тайна')
  const program = await desktop.shared()
  expect(await program.call('privileges', 'app')).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true,
  })
  const page = await program.call('fetch', PAGE)
  expect(page.status).toBe(200)
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  const statusOf = async (url: string, method?: string) => (await program.call('fetch', url, method)).status
  expect(await statusOf('app://esep/missing.js')).toBe(404)
  expect(await statusOf(PAGE, 'POST')).toBe(403)
  expect(await statusOf('app://elsewhere/index.html')).toBe(403)
  for (const way of [
    '%2e%2e%2fsecret.txt',
    '..%2fsecret.txt',
    '..%5csecret.txt',
    'c:%2fsecret.txt',
    '%00',
    '%E0%A4%A',
  ]) {
    const answer = await program.call('fetch', `app://esep/${way}`)
    expect([way, answer.status, answer.text]).toEqual([way, 403, ''])
  }
})

test('the page gets named functions and nothing of Electron or Node', async () => {
  const program = await desktop.shared()
  const seen = await program.evaluate<object>(`({
    names: Object.keys(esep).sort(),
    kinds: [...new Set(Object.values(esep).map((each) => typeof each))],
    changed: (() => { try { esep.post = null } catch {} return typeof esep.post })(),
    foreign: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer'].filter((name) => name in window),
  })`)
  expect(seen).toEqual({
    names: [
      'onCommand',
      'onCore',
      'onMessage',
      'openSaved',
      'post',
      'setLanguage',
      'setUnsaved',
      'showSaved',
    ],
    kinds: ['function'],
    changed: 'function',
    foreign: [],
  })
})

test('the policy holds: no inline script, no eval, no foreign script or picture', async () => {
  const program = await desktop.shared()
  const ran = await program.evaluate<object>(`(async () => {
    const inline = document.createElement('script')
    inline.textContent = 'window.ranInline = true'
    const foreign = Object.assign(document.createElement('script'), { src: 'https://example.org/a.js' })
    const picture = Object.assign(new Image(), { src: 'https://example.org/a.png' })
    const failed = (element) => new Promise((done) => { element.onerror = () => done('failed'); element.onload = () => done('loaded') })
    const outcomes = Promise.all([failed(foreign), failed(picture)])
    document.head.append(inline, foreign)
    const fetched = await fetch('https://example.org/').then(() => 'fetched', () => 'failed')
    return { inline: 'ranInline' in window, outcomes: await outcomes, fetched }
  })()`)
  expect(ran).toEqual({ inline: false, outcomes: ['failed', 'failed'], fetched: 'failed' })
})

test('nothing leaves for the network, whatever the page tries', async () => {
  const program = await desktop.shared()
  const out = (url: string) => program.call('letOut', url)
  expect(
    await Promise.all(
      ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://a/', 'ftp://a/'].map(out),
    ),
  ).toEqual(Array(5).fill(false))
  expect(await Promise.all([PAGE, 'data:,a', 'blob:app://esep/1'].map(out))).toEqual([true, true, true])
})

test('messages of other frames, pages and windows are not heard', async () => {
  const program = await desktop.open()
  const ours = { url: PAGE, isTop: true }
  const unsaved = { channel: 'esep:unsaved', args: [true], isInvoked: false }
  const strangers = [
    { ...unsaved, frame: { url: PAGE, isTop: false } },
    { ...unsaved, frame: { url: 'https://example.org/', isTop: true } },
    { ...unsaved, frame: { url: 'app://paper/1.paper', isTop: true } },
    { ...unsaved, frame: { url: 'data:text/html,a', isTop: true } },
    { ...unsaved, frame: { url: 'app://esep.example.org/index.html', isTop: true } },
    { ...unsaved, frame: null },
    { ...unsaved, frame: ours, isOtherWindow: true },
    { ...unsaved, frame: ours, args: ['yes'] },
  ]
  for (const forged of strangers) await program.call('forge', forged)
  const opening = { channel: 'esep:open-saved', args: [], isInvoked: true }
  const refused = strangers.slice(0, 7).map(({ frame, ...rest }) => ({
    ...opening,
    ...('isOtherWindow' in rest ? { isOtherWindow: true } : {}),
    frame,
  }))
  for (const forged of refused) await expect(program.call('forge', forged)).rejects.toThrow('refused')
  await expect(program.call('forge', { ...opening, frame: ours, args: ['/etc/passwd'] })).rejects.toThrow(
    'refused',
  )
  // Had one of them been heard, closing would ask.
  await program.call('close')
  expect(await program.exited).toBe(0)
})

test('the page stays where it is: links, scripts, redirects, new windows, webviews', async () => {
  const program = await desktop.shared()
  const before = await program.call('page', 'url')
  await program.evaluate("document.querySelector('#other').click()")
  await program.evaluate("document.querySelector('#web').click()")
  await program.evaluate("location.assign('other.html')")
  await program.evaluate("window.open('https://example.org/')?.closed; 0")
  await program.evaluate("window.open('other.html')?.closed; 0")
  await expect.poll(() => blockedBy(program), soon).toContain('https://example.org/')
  await expect.poll(() => blockedBy(program), soon).toContain('app://esep/other.html')
  const offered = { url: 'https://example.org/', isMainFrame: true }
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])
    expect([event, await program.call('offer', event, offered)]).toEqual([event, false])
  expect(await program.call('page', 'url')).toBe(before)
  expect(await program.call('windows')).toBe(1)
  expect(await ask<{ state: string }>(program, 'query', 'ledger.status')).toMatchObject({ state: 'none' })
})

test('addresses of other programs are not handed to the system', async () => {
  const program = await desktop.shared()
  for (const address of ['tel:+996', 'ms-excel:ofe|u|file', 'steam://run/1'])
    await program.evaluate(
      `Object.assign(document.querySelector('#mail'), { href: ${JSON.stringify(address)} }).click()`,
    )
  await program.evaluate(
    "Object.assign(document.querySelector('#mail'), { href: 'mailto:a@example.org' }).click()",
  )
  await expect.poll(() => blockedBy(program), soon).toContain('mailto:a@example.org')
  expect((await program.call('done')).filter((each) => each.what === 'open')).toEqual([])
  expect(await program.evaluate('location.pathname')).toBe('/index.html')
})

test('the page is permitted nothing of the machine', async () => {
  const program = await desktop.shared()
  const asked = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'fullscreen',
    'openExternal',
  ]
  const more = [
    'hid',
    'serial',
    'usb',
    'display-capture',
    'fileSystem',
    'idle-detection',
    'local-fonts',
    'unknown',
  ]
  expect(await program.call('permitted', [...asked, ...more])).toEqual([])
})

test('a file put beside the page by a stranger is not run by the page', async () => {
  mkdirSync(path.join(desktop.built.folder, 'outside'), { recursive: true })
  writeFileSync(path.join(desktop.built.folder, 'outside', 'a.js'), 'window.ranOutside = true')
  const program = await desktop.shared()
  const outcome = await program.evaluate(`new Promise((done) => {
    const script = Object.assign(document.createElement('script'), { src: '..%2foutside%2fa.js' })
    script.onerror = () => done('failed')
    script.onload = () => done('loaded')
    document.head.append(script)
  })`)
  expect([outcome, await program.evaluate("'ranOutside' in window")]).toEqual(['failed', false])
})
