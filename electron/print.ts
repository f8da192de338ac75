/** Papers: drawn by a window that nobody sees, shown by the program that the system opens PDF files with. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BrowserWindow, shell } from 'electron'
import { writeFileWhole } from '../app/write-file.ts'
import { putPaper } from './page-scheme.ts'

let last: Promise<unknown> = Promise.resolve()

/** One after another: a hundred papers at once would be a hundred windows. */
export function pdfOf(html: string): Promise<Uint8Array> {
  const drawn = last.then(() => draw(html))
  last = drawn.catch(() => {})
  return drawn
}

async function draw(html: string): Promise<Uint8Array> {
  const paper = putPaper(html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // A paper is text and lines; nothing in it runs.
      javascript: false,
    },
  })
  try {
    await window.loadURL(paper.url)
    // The paper's own @page rules say its size, margins and page numbers.
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
    })
  } finally {
    paper.remove()
    window.destroy()
  }
}

/** Papers on show; emptied at every start, since they hold names and amounts. */
export class Viewer {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // A viewer still has one open from before; it goes at the next start.
    }
    mkdirSync(folder, { recursive: true })
  }

  /** @returns whether the system had a program to show it with. */
  async show(name: string, bytes: Uint8Array): Promise<boolean> {
    const file = await writeFileWhole(path.join(this.#folder, path.basename(name)), bytes)
    return (await shell.openPath(file)) === ''
  }
}
