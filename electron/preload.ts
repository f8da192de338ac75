/** Runs before the page in a world of its own: the page gets named functions, never Electron itself. */
import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, CHANNELS, type PageCommand } from './bridge.ts'

/** A port of the page's world, as far as it is used; the types of Node know only their own kind. */
interface PagePort {
  postMessage(message: unknown): void
  onmessage: ((event: { readonly data: unknown }) => void) | null
}

let port: PagePort | undefined
let waiting: unknown[] = []
const messageListeners = new Set<(message: unknown) => void>()
const coreListeners = new Set<(state: 'up' | 'down') => void>()
const commandListeners = new Set<(command: PageCommand) => void>()

ipcRenderer.on(CHANNELS.port, (event) => {
  const [handed] = event.ports
  if (!handed) return
  const next = handed as unknown as PagePort
  next.onmessage = ({ data }) => {
    for (const listener of messageListeners) listener(data)
  }
  port = next
  for (const message of waiting) next.postMessage(message)
  waiting = []
  for (const listener of coreListeners) listener('up')
})

ipcRenderer.on(CHANNELS.coreDown, () => {
  port = undefined
  // What was asked of a core that died is lost with it; the page asks again if it still wants to know.
  waiting = []
  for (const listener of coreListeners) listener('down')
})

ipcRenderer.on(CHANNELS.command, (_event, command: PageCommand) => {
  for (const listener of commandListeners) listener(command)
})

const bridge: Bridge = {
  post(message) {
    if (port) port.postMessage(message)
    else waiting.push(message)
  },
  onMessage(listener) {
    messageListeners.add(listener)
  },
  onCore(listener) {
    coreListeners.add(listener)
    // The line is often there before the page's own script has begun to listen.
    if (port) listener('up')
  },
  setUnsaved(unsaved) {
    ipcRenderer.send(CHANNELS.unsaved, unsaved)
  },
  setLanguage(language) {
    ipcRenderer.send(CHANNELS.language, language)
  },
  onCommand(listener) {
    commandListeners.add(listener)
  },
  openSaved: () => ipcRenderer.invoke(CHANNELS.openSaved),
  showSaved: () => ipcRenderer.invoke(CHANNELS.showSaved),
}

contextBridge.exposeInMainWorld('esep', bridge)
ipcRenderer.send(CHANNELS.connect)
