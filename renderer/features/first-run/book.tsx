import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInteger } from '../../../domain/format.ts'
import type { ImportView } from '../../../domain/views.ts'
import { useKeys } from '../../keys/use-keys.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FactRows, Note } from '../../ui/note.tsx'
import { Issues } from './issues.tsx'
import { Progress } from './progress.tsx'
import { useBook } from './use-book.ts'

/** Her own book: chosen, checked, its faults in a table, and then written. */
export function Book({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { tried, cancelled, progress, error, choose, post, cancel } = useBook()
  const clean = tried?.issues.every(({ severity }) => severity !== 'error') ?? false
  useKeys(
    clean && !progress
      ? [{ keys: 'Ctrl+Enter', label: t('firstRun.post'), group: 'screen', command: true, run: post }]
      : [],
  )
  return (
    <section className="book">
      <h1>{t('firstRun.bookTitle')}</h1>
      <p className="dim">{t('firstRun.chooseText')}</p>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('firstRun.choose')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same book, corrected, may be chosen again.
          currentTarget.value = ''
          if (files.length > 0) choose(files)
        }}
      />
      {progress ? (
        <Progress
          what={t(`firstRun.phase.${progress.phase}`)}
          done={progress.done}
          total={progress.total}
          onCancel={cancel}
        />
      ) : (
        <div className="first-buttons">
          <ActionButton label={t('firstRun.back')} keys="Esc" run={onBack} />
          <ActionButton
            label={t(tried === null ? 'firstRun.choose' : 'firstRun.again')}
            run={() => input.current?.click()}
            primary={!clean}
          />
          {clean && <ActionButton label={t('firstRun.post')} keys="Ctrl+Enter" primary run={post} />}
        </div>
      )}
      {cancelled && <p role="status">{t('firstRun.cancelled')}</p>}
      {error !== null && <ErrorNotice error={error} />}
      {tried !== null && !progress && <Tried tried={tried} />}
    </section>
  )
}

function Tried({ tried: { issues, counts } }: { readonly tried: ImportView }) {
  const { t } = useTranslation()
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <Note tone={errors > 0 ? 'felt' : 'leaf'}>
        <p>{errors > 0 ? t('firstRun.errors', { count: errors }) : t('firstRun.clean')}</p>
      </Note>
      {issues.length > 0 && <Issues issues={issues} />}
      <Note title={t('firstRun.counts')}>
        <FactRows
          rows={counts.map(({ sheet, posted, known }) => ({
            label: sheet,
            value:
              known === 0
                ? formatInteger(posted)
                : `${formatInteger(posted)} (${t('firstRun.column.known')}: ${formatInteger(known)})`,
          }))}
        />
      </Note>
    </>
  )
}
