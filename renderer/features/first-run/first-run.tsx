/** Three doors into the program: an example, an empty ledger, or the book she has kept in Excel. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keys/use-keys.tsx'
import { useCore } from '../../rpc/rpc.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Book } from './book.tsx'
import { NewLedger } from './new-ledger.tsx'
import { Progress } from './progress.tsx'
import { useStream } from './use-stream.ts'
import './first-run.css'

export function FirstRun() {
  const { t } = useTranslation()
  const [door, setDoor] = useState<'empty' | 'book'>()
  const core = useCore()
  const queries = useQueryClient()
  const demo = useStream<{ readonly done: number; readonly total: number }>(() => void queries.resetQueries())
  const back = () => setDoor(undefined)
  useKeys(
    door === undefined
      ? []
      : [{ keys: 'Esc', label: t('firstRun.back'), group: 'screen', command: true, run: back }],
  )
  const openDemo = () => demo.start((handlers) => core.ledger.openDemo.subscribe(undefined, handlers))
  return (
    <main className="first-run">
      <p className="first-name">{t('app.name')}</p>
      {door === 'empty' && <NewLedger onBack={back} />}
      {door === 'book' && <Book onBack={back} />}
      {door === undefined && (
        <>
          <h1>{t('firstRun.title')}</h1>
          {demo.running ? (
            <Progress
              what={t('firstRun.demoProgress')}
              done={demo.word?.done ?? 0}
              total={demo.word?.total ?? 0}
              onCancel={demo.cancel}
            />
          ) : (
            <div className="doors">
              <Door name="demo" onOpen={openDemo} />
              <Door name="empty" onOpen={() => setDoor('empty')} />
              <Door name="book" onOpen={() => setDoor('book')} />
            </div>
          )}
          {demo.error !== null && <ErrorNotice error={demo.error} onAgain={openDemo} />}
        </>
      )}
    </main>
  )
}

function Door({ name, onOpen }: { readonly name: 'demo' | 'empty' | 'book'; readonly onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="door"
      onClick={onOpen}
      // biome-ignore lint/a11y/noAutofocus: the first door is where a new user begins, by Enter.
      autoFocus={name === 'demo'}
    >
      <b>{t(`firstRun.doors.${name}`)}</b>
      <span>{t(`firstRun.doors.${name}Text`)}</span>
    </button>
  )
}
