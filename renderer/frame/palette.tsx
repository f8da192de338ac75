/** Ctrl+K: a document, a producer, a product or a command, from one box. */
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Found, useFound } from './palette-search.ts'
import './palette.css'

const PAUSE_MS = 80

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, PAUSE_MS)
  const { found, settled } = useFound(asked)
  const [at, setAt] = useState(0)
  const chosen = Math.min(at, found.length - 1)
  const choose = (entry: Found | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, chosen + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // What stands in the list belongs to an older text until the pause is over.
      if (asked === text && settled) choose(found[chosen])
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={<span className="visually-hidden">{t('keys.find')}</span>}
      size={640}
      padding={0}
      yOffset={64}
      transitionProps={{ duration: 0 }}
      classNames={{ header: 'visually-hidden' }}
    >
      <input
        className="palette-input"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found.length > 0 ? `palette-${chosen}` : undefined}
        aria-label={t('keys.find')}
        placeholder={t('find.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <FoundList found={found} chosen={chosen} onChoose={choose} />
      {found.length === 0 && settled && asked !== '' && (
        <p className="palette-nothing">{t('find.nothing')}</p>
      )}
    </Modal>
  )
}

interface FoundListProps {
  readonly found: readonly Found[]
  readonly chosen: number
  readonly onChoose: (entry: Found) => void
}

function FoundList({ found, chosen, onChoose }: FoundListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#palette-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div ref={list} id="palette-list" role="listbox" aria-label={t('keys.find')} className="palette-list">
      {found.map((entry, index) => (
        <div key={entry.key} role="presentation">
          {entry.group !== found[index - 1]?.group && (
            <div className="palette-group" role="presentation">
              {t(`find.${entry.group}`)}
            </div>
          )}
          <div
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette-option"
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(entry)
            }}
          >
            <span>{entry.label}</span>
            <span className="dim">{entry.hint}</span>
          </div>
        </div>
      ))}
    </div>
  )
}
