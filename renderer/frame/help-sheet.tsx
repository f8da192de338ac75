/** F1: the keys that work on this screen now, from the same list that answers to them. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { KeyBinding, KeyGroup } from '../keys/registry.ts'
import { useKeyList } from '../keys/use-keys.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import './help-sheet.css'

const GROUPS: readonly KeyGroup[] = ['grid', 'list', 'screen', 'app']

export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const keys = useKeyList()
  return (
    <Modal
      opened
      onClose={onClose}
      title={<b>{t('help.title')}</b>}
      size={760}
      transitionProps={{ duration: 0 }}
    >
      <div className="help-groups">
        {GROUPS.map((group) => (
          <HelpGroup key={group} group={group} keys={keys.filter((binding) => binding.group === group)} />
        ))}
      </div>
      <p className="dim">{t('help.layout')}</p>
    </Modal>
  )
}

function HelpGroup({ group, keys }: { readonly group: KeyGroup; readonly keys: readonly KeyBinding[] }) {
  const { t } = useTranslation()
  if (keys.length === 0) return null
  return (
    <section>
      <h2>{t(`help.${group}`)}</h2>
      <dl className="help-keys">
        {keys.map(({ keys: chord, label }) => (
          <div key={chord}>
            <dt>
              <KeyCap keys={chord} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
