import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FORM_KINDS } from '../../frame/form-kinds.ts'

/** Every kind that can be made, beside the one that is made most. */
export function NewMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-start" shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className="action">
          {t('find.create')} ▾
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORM_KINDS.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => void navigate({ to: '/documents/new/$kind', params: { kind } })}
          >
            {t(`documents.kind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
