/** What no page of this program may do: go elsewhere, open windows, ask for the machine's devices, reach the network. */
import { app, type Session, type WebContents } from 'electron'
import { PAGE_SCHEME } from './page-scheme.ts'

/** For every page there will ever be, also one that nobody meant to make. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
}

function guardPage(contents: WebContents): void {
  // The program loads its pages itself, which none of these hears of.
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
  // Pages are not to download: files go out through a question for their place.
  session.on('will-download', (event) => event.preventDefault())
}

const LOCAL = new Set([`${PAGE_SCHEME}:`, 'data:', 'blob:', 'devtools:'])

function isLocal(address: string): boolean {
  return LOCAL.has(URL.parse(address)?.protocol ?? '')
}
