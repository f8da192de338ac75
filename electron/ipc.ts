/** The doors of main to the page: each looks who is knocking and what is brought before it opens. */
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { z } from 'zod'
import { isPage } from './page-scheme.ts'

/** Only the window's own top frame, while it shows the page; everybody else is not answered. */
function isOurs({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent, page: WebContents): boolean {
  return sender === page && senderFrame !== null && senderFrame.parent === null && isPage(senderFrame.url)
}

export class Doors {
  /** The page of the window there is now; it changes when the window is made anew. */
  readonly #page: () => WebContents | undefined

  constructor(page: () => WebContents | undefined) {
    this.#page = page
  }

  /** One way: what is not ours or not as it should be is dropped. */
  on<T>(channel: string, schema: z.ZodType<T>, hear: (value: T, page: WebContents) => void): void {
    ipcMain.on(channel, (event, value: unknown) => {
      const page = this.#page()
      const parsed = schema.safeParse(value)
      if (page && isOurs(event, page) && parsed.success) hear(parsed.data, page)
    })
  }

  /** With an answer. */
  handle<T>(channel: string, schema: z.ZodType<T>, answer: (value: T) => unknown): void {
    ipcMain.handle(channel, (event, value: unknown) => {
      const page = this.#page()
      if (!page || !isOurs(event, page)) throw new Error('refused')
      const parsed = schema.safeParse(value)
      if (!parsed.success) throw new Error('refused')
      return answer(parsed.data)
    })
  }
}
