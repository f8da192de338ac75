// The same page and the same procedures as in the desktop program, on an address of this machine that only one browser knows.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { type CoreOptions, openCore } from '../../app/core.ts'
import { MEGABYTE } from '../../app/import/limits.ts'
import { PAGE_POLICY, pageFile, typeOfFile } from '../../app/page-files.ts'
import { router } from '../../app/rpc/router.ts'
import { EsepError } from '../../domain/error.ts'
import { Door, type Verdict } from './door.ts'
import { DOWNLOADS, Downloads } from './downloads.ts'

export interface LoopbackOptions extends Omit<CoreOptions, 'files' | 'printer'> {
  /** The folder of the page's build. */
  readonly page: string
}

export interface Loopback {
  /** Lets one browser in, once. */
  readonly address: string
  /** Ends what is under way, makes a verified copy and closes the ledger. */
  close(): Promise<void>
}

const RPC = '/rpc/'
/** A book in base64, with room to spare. */
const MOST_BODY = 32 * MEGABYTE

export async function serveLoopback({ page, ...options }: LoopbackOptions): Promise<Loopback> {
  const downloads = new Downloads()
  const core = await openCore({ ...options, files: downloads, printer: noPrinter })
  const rpc = createHTTPHandler({
    router,
    basePath: RPC,
    // A long list of calls does not fit an address, so batches of questions come by POST.
    allowMethodOverride: true,
    maxBodySize: MOST_BODY,
    createContext: async () => core.context,
  })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const door = new Door(port)
  server.on('request', (request, response) => {
    for (const [name, value] of HEADERS) response.setHeader(name, value)
    const verdict = door.judge(request)
    if (verdict.let !== 'in') answerDoor(response, verdict)
    else if (pathOf(request).startsWith(RPC)) rpc(request, response)
    else void answerPage(request, response, page, downloads)
  })
  return {
    address: door.address,
    async close() {
      await stop(server)
      await core.close()
    },
  }
}

/** The browser prints by itself. */
const noPrinter = {
  pdf: () => Promise.reject(new EsepError('no_pdf', {})),
}

const HEADERS = [
  ['content-security-policy', PAGE_POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cache-control', 'no-store'],
] as const

const pathOf = ({ url }: IncomingMessage): string => (url ?? '').replace(/[?#].*$/s, '')

function answerDoor(response: ServerResponse, verdict: Exclude<Verdict, { let: 'in' }>): void {
  if (verdict.let === 'out') {
    response.writeHead(verdict.status, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(verdict.status === 401 ? CLOSED : '')
    return
  }
  // The token leaves the address line, and with it the history.
  response.writeHead(303, { location: '/', 'set-cookie': verdict.cookie }).end()
}

const CLOSED =
  'Этот адрес впускает один раз. Остановите программу и запустите её снова: она напечатает новый адрес.\n' +
  'This address lets in once. Stop the program and start it again: it will print a new one.\n'

async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  downloads: Downloads,
): Promise<void> {
  const pathname = pathOf(request)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end()
    return
  }
  const made = pathname.startsWith(DOWNLOADS) ? downloads.take(pathname) : undefined
  if (made) {
    const name = encodeURIComponent(made.name)
    response.writeHead(200, {
      'content-type': typeOfFile(made.name),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    })
    response.end(made.bytes)
    return
  }
  const file = pageFile(root, pathname)
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (!file || !bytes) response.writeHead(404).end()
  else response.writeHead(200, { 'content-type': typeOfFile(file) }).end(bytes)
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
