/** `--cli COMMAND …`: one command in the core process, without a window, ending with its exit status. */
import { app, session } from 'electron'
import { Core } from './core.ts'
import type { Favour } from './core-messages.ts'
import { guardEveryPage, guardSession } from './guard.ts'
import { servePage } from './page-scheme.ts'
import { pdfOf } from './print.ts'

/** As for any other refusal. */
const REFUSED = 1

export function runCommandLine(argv: readonly string[]): void {
  guardEveryPage()
  void app.whenReady().then(() => {
    guardSession(session.defaultSession)
    servePage(session.defaultSession, import.meta.dirname)
    start(argv)
  })
  // Windows that draw papers come and go; only the command's end is the end.
  app.on('window-all-closed', () => {})
}

function start(argv: readonly string[]): void {
  let printing: Promise<unknown> = Promise.resolve()
  let ended: number | undefined
  const core = new Core(
    { task: 'command', argv, isTTY: process.stdout.isTTY === true && process.stderr.isTTY === true },
    {
      favour: doForCommand,
      printed: (to, text) => {
        printing = printing.then(() => written(process[to], text))
      },
      ended: (status) => {
        ended = status
        core.stop()
      },
      gone: () => {
        // What was said is to be read to its end by whoever the output goes to.
        void printing.then(() => app.exit(ended ?? REFUSED))
      },
    },
  )
  process.on('SIGINT', () => core.stop())
  process.on('SIGTERM', () => core.stop())
}

/** A command has files of its own and nobody to ask. */
function doForCommand(favour: Favour): Promise<unknown> {
  if (favour.what === 'pdf') return pdfOf(favour.html)
  return Promise.reject(new Error(`a command asks for ${favour.what}`))
}

function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve())
  })
}
