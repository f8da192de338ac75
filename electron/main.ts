/** Where the desktop program begins: with a window, or for one command without any. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { homeFolder } from '../app/place.ts'
import { runCommandLine } from './command-line.ts'
import { registerPageScheme } from './page-scheme.ts'
import { runShell } from './shell.ts'

const home = homeFolder()
const at = process.argv.indexOf('--cli')

// Nothing here may wait: Electron takes these only until it is ready.
app.enableSandbox()
registerPageScheme()
if (at >= 0) {
  // A command may run beside the open window, whose browser files are not to be shared.
  const folder = mkdtempSync(path.join(tmpdir(), 'esep-'))
  app.setPath('userData', folder)
  app.on('quit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  runCommandLine(process.argv.slice(at + 1))
} else {
  app.setPath('userData', path.join(home, 'window'))
  if (app.requestSingleInstanceLock()) runShell(home, process.argv.includes('--demo'))
  else app.quit()
}
