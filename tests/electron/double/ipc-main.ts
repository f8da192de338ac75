// ipcMain: the handlers main has set, called with whatever sender the double says.
import { EventEmitter } from 'node:events'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

const members = {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
} satisfies Partial<Electron.IpcMain>

export const ipcMain = Object.assign(new EventEmitter(), members)

/** As Electron words what a handler throws. */
export async function invoke(channel: string, event: object, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler)
    throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`)
  try {
    return await handler(event as Electron.IpcMainInvokeEvent, ...args)
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`)
  }
}
