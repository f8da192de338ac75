// session.defaultSession, protocol: the schemes main serves and the refusals it has set.
import { EventEmitter } from 'node:events'
import { mustNotBeReady } from './app.ts'
import { strict } from './strict.ts'

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1]

/** Chromium lets no page live on a scheme of one's own, so pages live here and main is told the address it meant. */
const SUFFIX = '.electron-double.test'

export const privileged = new Map<string, Electron.Privileges>()
const schemes = new Map<string, Parameters<Electron.Protocol['handle']>[1]>()
const set: {
  request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
  check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
  device?: Parameters<Electron.Session['setDevicePermissionHandler']>[0]
  before?: Parameters<Electron.WebRequest['onBeforeRequest']>[0]
} = {}

export const protocol = {
  registerSchemesAsPrivileged(custom: Electron.CustomScheme[]) {
    mustNotBeReady('registerSchemesAsPrivileged')
    for (const { scheme, privileges = {} } of custom) privileged.set(scheme, privileges)
  },
} satisfies Partial<Electron.Protocol>

const sessionProtocol = {
  handle: (scheme, handler) => void schemes.set(scheme, handler),
} satisfies Partial<Electron.Protocol>

const webRequest = {
  onBeforeRequest(listener: NonNullable<typeof set.before>) {
    set.before = listener
  },
}

const members = {
  setPermissionRequestHandler: (handler) => {
    set.request = handler
  },
  setPermissionCheckHandler: (handler) => {
    set.check = handler
  },
  setDevicePermissionHandler: (handler) => {
    set.device = handler
  },
} satisfies Partial<Electron.Session>

const defaultSession = strict(
  'session',
  Object.assign(new EventEmitter(), members, {
    protocol: strict('session.protocol', sessionProtocol),
    webRequest: strict('session.webRequest', webRequest),
  }),
)

export const session = { defaultSession }

/** Whether anything at all would let the page have it. */
export function isPermitted(permission: string): boolean {
  const asked = permission as Permission
  if (!set.request || !set.check || !set.device) return true
  let granted = false
  // The handlers of this program look at nothing but the question.
  const nobody = null as unknown as Electron.WebContents
  set.request(nobody, asked, (answer) => (granted ||= answer), {} as Electron.PermissionRequest)
  const checked = set.check(nobody, asked, 'app://esep', {} as Electron.PermissionCheckHandlerHandlerDetails)
  const device = set.device({} as Electron.DevicePermissionHandlerHandlerDetails)
  return granted || checked || device
}

/** Whether main lets a request of a page out. */
export async function isLetOut(url: string): Promise<boolean> {
  const { before } = set
  if (!before) return true
  const details = { url } as Electron.OnBeforeRequestListenerDetails
  const { cancel } = await new Promise<Electron.CallbackResponse>((resolve) => before(details, resolve))
  return cancel !== true
}

export async function serve(url: string, method: string): Promise<Response> {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (!handler) throw new Error(`nobody serves ${url}`)
  return (await handler(new Request(url, { method }) as GlobalRequest)) as Response
}

/** app://host/path as Chromium is told it. */
export function toChromium(url: string): string {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url)
  const name = scheme.slice(0, -1)
  return privileged.has(name) ? `https://${host}.${name}${SUFFIX}${pathname}${search}${hash}` : url
}

/** And back. */
export function toElectron(url: string): string {
  const found = /^https:\/\/([^/]*)\.([a-z]+)\.electron-double\.test(\/.*)$/.exec(url)
  return found ? `${found[2]}://${found[1]}${found[3]}` : url
}
