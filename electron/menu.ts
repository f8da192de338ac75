/** The menu: the same things as the page's keys, for whoever looks for them with the mouse. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { PageCommand } from './bridge.ts'
import type { MenuWord, ShellWords } from './words.ts'

type Item = MenuItemConstructorOptions

/** @param tell hands a command to the page. */
export function setMenu(words: ShellWords, developer: boolean, tell: (command: PageCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, developer, tell)))
}

function menuTemplate(words: ShellWords, developer: boolean, tell: (command: PageCommand) => void): Item[] {
  const say = (word: MenuWord) => words.menu[word]
  /**
   * The key stands there to be read: the page listens to it itself, by the place on the keyboard, since a menu would
   * ask for a Latin letter that the Russian layout does not type.
   */
  const page = (word: MenuWord, command: PageCommand, accelerator: string): Item => ({
    label: say(word),
    accelerator,
    registerAccelerator: false,
    click: () => tell(command),
  })
  const role = (word: MenuWord, name: NonNullable<Item['role']>): Item => ({ label: say(word), role: name })
  const line: Item = { type: 'separator' }
  return [
    {
      label: say('file'),
      submenu: [
        page('new', 'new', 'Ctrl+N'),
        page('keep', 'keep', 'Ctrl+S'),
        page('post', 'post', 'Ctrl+Enter'),
        line,
        page('print', 'print', 'Ctrl+P'),
        page('excel', 'excel', 'Ctrl+E'),
        line,
        role('quit', 'quit'),
      ],
    },
    {
      label: say('edit'),
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
      ],
    },
    {
      label: say('go'),
      submenu: [
        page('find', 'find', 'Ctrl+K'),
        line,
        page('overview', 'section-1', 'Alt+1'),
        page('documents', 'section-2', 'Alt+2'),
        page('stock', 'section-3', 'Alt+3'),
        page('settlements', 'section-4', 'Alt+4'),
        page('producers', 'section-5', 'Alt+5'),
        page('products', 'section-6', 'Alt+6'),
        page('reports', 'section-7', 'Alt+7'),
      ],
    },
    {
      label: say('view'),
      submenu: [
        role('zoomIn', 'zoomIn'),
        role('zoomOut', 'zoomOut'),
        role('zoomReset', 'resetZoom'),
        line,
        role('fullScreen', 'togglefullscreen'),
        ...(developer ? [role('developer', 'toggleDevTools')] : []),
      ],
    },
    { label: say('help'), submenu: [page('keys', 'help', 'F1'), page('why', 'why', 'F7')] },
  ]
}
