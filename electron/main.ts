/** Where the desktop program begins: with a window, or for one command without any. */
import { mkdirSync } from 'node:fs'
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
  keepBrowserFiles('command')
  runCommandLine(process.argv.slice(at + 1))
} else {
  keepBrowserFiles('window')
  if (app.requestSingleInstanceLock()) runShell(home, process.argv.includes('--demo'))
  else app.quit()
}

/** By itself Electron would keep them in the roaming profile, which some offices copy over the network. */
function keepBrowserFiles(name: string): void {
  const folder = path.join(home, name)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
