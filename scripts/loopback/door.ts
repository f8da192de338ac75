// Who is let in: only this machine's browser, only our own page, only whoever had the address that was printed.
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Verdict =
  | { readonly let: 'in' }
  /** The token was good: the browser is given a cookie for it. */
  | { readonly let: 'in with a cookie'; readonly cookie: string }
  | { readonly let: 'out'; readonly status: 401 | 403 | 421; readonly reason: string }

const secret = () => randomBytes(32).toString('base64url')
const out = (status: 401 | 403 | 421, reason: string): Verdict => ({ let: 'out', status, reason })

export class Door {
  /** As the browser names us: another name means that somebody else's name was made to point here. */
  readonly #host: string
  readonly #cookieName: string
  readonly #cookie = secret()
  /** Good once. */
  #token: string | undefined = secret()

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`
    // Browsers do not tell ports apart in cookies: two programs at once must not take each other's.
    this.#cookieName = `esep-${port}`
  }

  /** The address with the token. */
  get address(): string {
    return `http://${this.#host}/?token=${this.#token ?? ''}`
  }

  judge(request: IncomingMessage): Verdict {
    const { headers, method } = request
    if (headers.host !== this.#host) return out(421, 'host')
    if (!this.#isOurPage(headers.origin, method)) return out(403, 'origin')
    // Told by the browser, not by the page; absent in old ones and in programs.
    const site = headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return out(403, 'site')
    if (same(this.#cookieOf(headers.cookie), this.#cookie)) return { let: 'in' }
    return this.#takesToken(request)
      ? { let: 'in with a cookie', cookie: this.#newCookie() }
      : out(401, 'token')
  }

  /** Browsers name the origin of everything that is not a plain GET, and of what another page asks for. */
  #isOurPage(origin: string | undefined, method: string | undefined): boolean {
    if (origin !== undefined) return origin === `http://${this.#host}`
    return method === 'GET' || method === 'HEAD'
  }

  #takesToken({ url, method }: IncomingMessage): boolean {
    const address = URL.parse(url ?? '', `http://${this.#host}`)
    const given = address?.pathname === '/' ? address.searchParams.get('token') : null
    if (method !== 'GET' || given === null || !this.#token || !same(given, this.#token)) return false
    this.#token = undefined
    return true
  }

  #newCookie(): string {
    return `${this.#cookieName}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`
  }

  #cookieOf(header = ''): string {
    const start = `${this.#cookieName}=`
    const own = header.split('; ').find((part) => part.startsWith(start))
    return own?.slice(start.length) ?? ''
  }
}

/** Takes the same time for every wrong secret. */
const same = (left: string, right: string): boolean =>
  timingSafeEqual(hash('sha256', left, 'buffer'), hash('sha256', right, 'buffer'))
