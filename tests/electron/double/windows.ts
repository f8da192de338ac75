// BrowserWindow and its WebContents over a page of a real Chromium.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { type Browser, type CDPSession, chromium, type Page, type Route } from 'playwright-core'
import { afterClosed, app, mustBeReady, windows } from './app.ts'
import { makeCodec } from './codec.ts'
import { invoke, ipcMain } from './ipc-main.ts'
import { PortsElsewhere } from './ports.ts'
import { done } from './record.ts'
import { isLetOut, isPermitted, serve, toChromium, toElectron } from './session.ts'
import { refusable } from './strict.ts'
import { DELIVER, type FromPage, isolatedWorldSource, pageWorldSource, SEND, type ToPage } from './worlds.ts'

const codec = makeCodec()
const ISOLATED = 'preload'
let browser: Promise<Browser> | undefined

/** One Chromium serves the whole test; a command that opens no window never asks for it. */
function connect(): Promise<Browser> {
  browser ??= chromium.connect(process.env['DOUBLE_BROWSER'] ?? '')
  return browser
}

type Contents = Pick<
  Electron.WebContents,
  | 'id'
  | 'isDestroyed'
  | 'isCrashed'
  | 'send'
  | 'postMessage'
  | 'setWindowOpenHandler'
  | 'printToPDF'
  | 'reload'
>

let last = 0

export class WebContents extends EventEmitter implements Contents {
  readonly id = ++last
  readonly page: Promise<Page>
  /** Resolves when what was loaded last is there. */
  loaded: Promise<void> = Promise.resolve()
  readonly #preferences: Electron.WebPreferences
  readonly #ports = new PortsElsewhere({
    deliver: (port, data) => this.#deliver({ kind: 'port', port, data }),
    closed: (port) => this.#deliver({ kind: 'closed', port }),
  })
  #cdp: CDPSession | undefined
  #context: number | undefined
  #isLoading = false
  #isClosed = false
  #url = ''
  #opener: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined

  constructor(preferences: Electron.WebPreferences) {
    super()
    this.#preferences = preferences
    this.page = this.#open()
    app.emit('web-contents-created', refusable({}), this)
  }

  get mainFrame(): object {
    return { url: this.#url, parent: null }
  }

  isDestroyed(): boolean {
    return this.#isClosed
  }

  isCrashed(): boolean {
    return false
  }

  send(channel: string, ...args: unknown[]): void {
    this.#deliver({ kind: 'message', channel, args, ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const ports = this.#ports.hand(transfer)
    this.#deliver({ kind: 'message', channel, args: [message], ports })
    this.#ports.attach(ports)
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#opener = handler
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { pageSize, printBackground = false, preferCSSPageSize = false } = options
    const page = await this.page
    return page.pdf({ format: String(pageSize), printBackground, preferCSSPageSize })
  }

  reload(): void {
    this.load(this.#url).catch(() => {})
  }

  load(url: string): Promise<void> {
    const loading = this.#load(url)
    this.loaded = loading.catch(() => {})
    return loading
  }

  async #load(url: string): Promise<void> {
    this.#url = url
    this.#isLoading = true
    const page = await this.page
    await page.goto(toChromium(url))
    this.#isLoading = false
  }

  /** An answer to whether main, asked by an event that can be refused, lets it happen. */
  offer(event: string, params: object): boolean {
    const offered = refusable(params)
    this.emit(event, offered, {}, {})
    return !offered.defaultPrevented
  }

  /** A message as from a frame of that address; the page's own unless a test says otherwise. */
  async hear(
    message: FromPage,
    frame: object | null = this.mainFrame,
    sender: object = this,
  ): Promise<unknown> {
    if (message.kind === 'port') return this.#ports.said(message.port, message.data)
    const event = { sender, senderFrame: frame, type: 'frame' }
    if (message.kind === 'send') return ipcMain.emit(message.channel, event, ...message.args)
    return invoke(message.channel, event, message.args)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#ports.closeAll()
    const page = await this.page
    await page.context().close()
  }

  async #open(): Promise<Page> {
    const { javascript = true, preload } = this.#preferences
    const options = { javaScriptEnabled: javascript, locale: 'ru-RU', viewport: { width: 1366, height: 768 } }
    const context = await (await connect()).newContext(options)
    const page = await context.newPage()
    page.on('pageerror', ({ message }) => done.push({ what: 'complaint', text: message }))
    page.on('console', (said) => {
      if (said.type() === 'error') done.push({ what: 'complaint', text: said.text() })
    })
    await page.route('**/*', (route) => this.#answer(route))
    context.on('page', (opened) => void this.#judgeOpened(opened))
    if (javascript) await this.#makeWorlds(page, preload)
    return page
  }

  async #makeWorlds(page: Page, preload: string | undefined): Promise<void> {
    const cdp = await page.context().newCDPSession(page)
    this.#cdp = cdp
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== ISOLATED) return
      // A new document: whatever lines the old one had are cut.
      this.#ports.closeAll()
      this.#context = context.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === SEND) void this.#hearPage(codec.decode(payload) as FromPage)
    })
    cdp.on('Page.frameRequestedNavigation', ({ url }) => this.#judgeForeign(url))
    await cdp.send('Runtime.enable')
    await cdp.send('Page.enable')
    await cdp.send('Runtime.addBinding', { name: SEND, executionContextName: ISOLATED })
    await page.addInitScript(pageWorldSource())
    const source = isolatedWorldSource(preload === undefined ? '' : readFileSync(preload, 'utf8'))
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: ISOLATED })
  }

  async #hearPage(message: FromPage): Promise<void> {
    if (message.kind !== 'invoke') return void (await this.hear(message))
    const { id } = message
    try {
      this.#deliver({ kind: 'answer', id, value: await this.hear(message) })
    } catch (error) {
      this.#deliver({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) })
    }
  }

  #deliver(message: ToPage): void {
    const expression = `${DELIVER}(${JSON.stringify(codec.encode(message))})`
    // A page that is gone or going hears nothing any more.
    if (this.#context === undefined) return
    this.#cdp?.send('Runtime.evaluate', { contextId: this.#context, expression }).catch(() => {})
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toElectron(request.url())
    if (
      request.isNavigationRequest() &&
      !this.#isLoading &&
      !this.#mayNavigate(url, request.frame().parentFrame())
    )
      return this.#block(route, url)
    if (!(await isLetOut(url)) || !url.startsWith('app:')) return this.#block(route, url)
    const response = await serve(url, request.method())
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  #mayNavigate(url: string, parent: object | null): boolean {
    const isMainFrame = parent === null
    const may = this.offer('will-frame-navigate', { url, isMainFrame })
    return isMainFrame ? this.offer('will-navigate', { url, isMainFrame }) && may : may
  }

  async #block(route: Route, url: string): Promise<void> {
    done.push({ what: 'blocked', url })
    // A navigation that is aborted leaves the page where it was, as Electron does.
    await route.abort('aborted')
  }

  /** Addresses of other programs do not become requests: Electron asks for a permission, then the system. */
  #judgeForeign(url: string): void {
    if (/^(https?|app|data|blob|about|file):/.test(url)) return
    if (this.#mayNavigate(url, null) && isPermitted('openExternal'))
      done.push({ what: 'open', how: 'external', target: url })
    else done.push({ what: 'blocked', url })
  }

  async #judgeOpened(opened: Page): Promise<void> {
    const details = { url: toElectron(opened.url()), frameName: '' } as Electron.HandlerDetails
    const answer = this.#opener?.(details) ?? { action: 'allow' }
    if (answer.action === 'allow') return
    done.push({ what: 'blocked', url: details.url })
    await opened.close()
  }
}

type Window = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'isMaximized'
  | 'maximize'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'reload'
>

export class BrowserWindow extends EventEmitter implements Window {
  readonly webContents: WebContents
  #bounds: Electron.Rectangle
  #isMaximized = false
  #isDestroyed = false
  isMinimizedNow = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    mustBeReady('a window')
    super()
    const { webPreferences = {}, x = 0, y = 0, width = 800, height = 600 } = options
    done.push({ what: 'window', options })
    this.#bounds = { x, y, width, height }
    this.webContents = new WebContents(webPreferences)
    windows.open.add(this)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }

  show(): void {
    done.push({ what: 'shown' })
  }

  focus(): void {
    done.push({ what: 'focused' })
  }

  restore(): void {
    this.isMinimizedNow = false
    done.push({ what: 'restored' })
  }

  maximize(): void {
    this.#isMaximized = true
    this.emit('maximize')
  }

  /** As if the user had dragged it there. */
  moveTo(bounds: Electron.Rectangle): void {
    this.#bounds = bounds
    this.emit('move')
    this.emit('resize')
  }

  isMinimized(): boolean {
    return this.isMinimizedNow
  }

  isMaximized(): boolean {
    return this.#isMaximized
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  reload(): void {
    this.webContents.reload()
  }

  close(): void {
    const event = refusable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.open.delete(this)
    this.webContents.close().catch(() => {})
    this.emit('closed')
    afterClosed()
  }
}
