// What the built main gets when it asks for 'electron': a double of each member it uses, over a real Chromium. Each is
// typed against Electron's own description, and what is missing fails by name.
import { EventEmitter } from 'node:events'
import { app as appMembers, mustBeReady } from './app.ts'
import { ipcMain as ipcMembers } from './ipc-main.ts'
import { done, nextAnswer } from './record.ts'
import { protocol as protocolMembers, session as sessionMembers } from './session.ts'
import { strict } from './strict.ts'
import { UtilityProcess } from './utility.ts'

export { MessageChannelMain } from './ports.ts'
export { BrowserWindow } from './windows.ts'

export const app = strict('app', appMembers)
export const ipcMain = strict('ipcMain', ipcMembers)
export const protocol = strict('protocol', protocolMembers)
export const session = strict('session', sessionMembers)

export const utilityProcess = strict('utilityProcess', {
  fork(file: string, args?: string[], options?: Electron.ForkOptions) {
    mustBeReady('a utility process')
    return UtilityProcess.fork(file, args, options)
  },
})

export const dialog = strict('dialog', {
  showSaveDialog: (...given: [Electron.SaveDialogOptions] | [object, Electron.SaveDialogOptions]) => {
    done.push({ what: 'dialog', kind: 'save', options: given.at(-1) ?? {} })
    return nextAnswer<Electron.SaveDialogReturnValue>('save')
  },
  showMessageBox: (...given: [Electron.MessageBoxOptions] | [object, Electron.MessageBoxOptions]) => {
    done.push({ what: 'dialog', kind: 'message', options: given.at(-1) ?? {} })
    return nextAnswer<Electron.MessageBoxReturnValue>('message')
  },
} satisfies Partial<Electron.Dialog>)

export const shell = strict('shell', {
  openPath: async (target: string) => {
    done.push({ what: 'open', how: 'path', target })
    return process.env['DOUBLE_NO_VIEWER'] ? 'no application is associated' : ''
  },
  showItemInFolder: (target: string) => void done.push({ what: 'open', how: 'folder', target }),
} satisfies Partial<Electron.Shell>)

const display = { workArea: { x: 0, y: 0, width: 1366, height: 728 } }

export const screen = strict('screen', {
  getAllDisplays: () => [display as Electron.Display],
} satisfies Partial<Electron.Screen>)

export const nativeTheme = strict(
  'nativeTheme',
  Object.assign(new EventEmitter(), { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>),
)

/** The menu as main described it; there is nothing to draw. */
export class Menu {
  static current: Menu | undefined
  readonly template: Electron.MenuItemConstructorOptions[]

  constructor(template: Electron.MenuItemConstructorOptions[]) {
    this.template = template
  }

  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.current = menu
  }
}
