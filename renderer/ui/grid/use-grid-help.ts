import { useTranslation } from 'react-i18next'
import type { KeyBinding } from '../../keys/registry.ts'
import { useKeys } from '../../keys/use-keys.tsx'

/** The grid answers to its keys itself; the help tells of them. */
export function useGridHelp(): void {
  const { t } = useTranslation()
  const help = (keys: string, label: string): KeyBinding => ({ keys, label, group: 'grid' })
  useKeys([
    help('Enter', t('grid.keys.enter')),
    help('Tab', t('grid.keys.tab')),
    help('F2', t('grid.keys.edit')),
    help('Esc', t('grid.keys.cancel')),
    help('F4', t('grid.keys.choose')),
    help('Ins', t('grid.keys.insert')),
    help('Ctrl+Del', t('grid.keys.remove')),
    help('Ctrl+D', t('grid.keys.above')),
    help('Shift+↑↓', t('grid.keys.select')),
    help('Ctrl+C', t('grid.keys.copy')),
    help('Ctrl+V', t('grid.keys.paste')),
  ])
}
