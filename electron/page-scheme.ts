/** The scheme the page is served by: only files of the renderer's build, under a policy that lets nothing else in. */
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { PAGE_POLICY, pageFile, typeOfFile } from '../app/page-files.ts'

export const PAGE_SCHEME = 'app'
const PAGE_HOST = 'esep'
/** Papers to be printed live under a host of their own, so that they are never taken for the page. */
const PAPER_HOST = 'paper'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`

/** A paper needs less than the page: nothing in it runs or asks for anything. */
const PAPER_POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must be said before the program is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Whether an address is the page's own. Node's URL knows no origin of a scheme it has not heard of. */
export function isPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST
}

/** Papers waiting to be drawn, by path. */
const papers = new Map<string, string>()
let paperCount = 0

/** @returns the address at which the paper can be loaded until it is taken away. */
export function putPaper(html: string): { readonly url: string; remove(): void } {
  paperCount += 1
  const place = `/${paperCount}.paper`
  papers.set(place, html)
  return { url: `${PAGE_SCHEME}://${PAPER_HOST}${place}`, remove: () => papers.delete(place) }
}

/** @param root the folder of the renderer's build. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(PAGE_SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    if (method !== 'GET' || (host !== PAGE_HOST && host !== PAPER_HOST)) return refusal(403)
    const paper = host === PAPER_HOST ? papers.get(pathname) : undefined
    if (paper !== undefined) return answer(paper, typeOfFile('paper.html'), PAPER_POLICY)
    const file = pageFile(root, pathname)
    if (file === undefined) return refusal(403)
    try {
      return answer(await readFile(file), typeOfFile(file), host === PAGE_HOST ? PAGE_POLICY : PAPER_POLICY)
    } catch {
      return refusal(404)
    }
  })
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}

function refusal(status: number): Response {
  return new Response(null, { status })
}
