/** The table of all producers of a month with what is to be done next. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentence } from '../../../domain/messages/index.ts'
import type { Figures } from '../../../domain/reports/month.ts'
import type { SettlementView, SettleQuestion } from '../../../domain/views.ts'
import { monthTitle } from '../../format.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { useLanguage } from '../../texts/use-language.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import { Table } from '../../ui/list/table.tsx'
import { Note } from '../../ui/note.tsx'
import { Screen, type ScreenAction } from '../../ui/screen.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { type MonthDialog, MonthDialogs } from './month-dialogs.tsx'
import { QuestionsBar } from './questions-bar.tsx'
import { SettlementAside } from './settlement-aside.tsx'
import { namesVillage, settlementColumns } from './settlement-columns.tsx'
import { type MonthDeeds, useMonthDeeds } from './use-month-deeds.ts'

interface SettledProps {
  readonly view: SettlementView
  readonly unpaid: number
  readonly onPay: () => void
}

export function Settled({ view, unpaid, onPay }: SettledProps) {
  const { t } = useTranslation()
  const { month, status, totals, blocked } = view
  const title = monthTitle(month, useLanguage())
  const [at, setAt] = useState(0)
  const [figure, setFigure] = useState<keyof Figures>('commission')
  const [dialog, setDialog] = useState<MonthDialog>()
  const { question, setQuestion, rows } = useQuestion(view, () => setAt(0))
  const deeds = useMonthDeeds(month)
  const row = rows[at]
  const narrow = useNarrow()
  const columns = useMemo(
    () =>
      settlementColumns(t, (key) => setFigure(key === 'withheld' ? 'deductions' : key), {
        withVillage: !narrow && !view.rows.every(namesVillage),
        narrow,
      }),
    [t, view.rows, narrow],
  )
  const actions = useActions({ view, unpaid, deeds, onPay, onDialog: setDialog })
  return (
    <Screen
      title={t('settlement.title', { month: title.toLowerCase() })}
      tags={<State view={view} />}
      actions={actions}
      banner={
        <>
          {status === 'open' && view.rows.length > 0 && (
            <QuestionsBar questions={view.questions} chosen={question} onChoose={setQuestion} />
          )}
          {blocked !== null && <Blocked blocked={blocked} />}
          {deeds.settle.error && <ErrorNotice error={deeds.settle.error} />}
        </>
      }
      aside={row && <SettlementAside row={row} month={month} figure={figure} onFigure={setFigure} />}
    >
      {view.rows.length === 0 ? (
        <EmptyState>{t('settlement.empty', { month: title.toLowerCase() })}</EmptyState>
      ) : (
        <Table
          label={t('settlement.title', { month: title })}
          columns={columns}
          rows={rows}
          totals={question === undefined ? { ...totals } : {}}
          at={at}
          onSelect={setAt}
          onOpen={() => document.querySelector<HTMLElement>('.explain [data-figure]')?.focus()}
        />
      )}
      <MonthDialogs dialog={dialog} title={title} deeds={deeds} onDone={() => setDialog(undefined)} />
    </Screen>
  )
}

function useQuestion({ rows }: SettlementView, onChange: () => void) {
  const [question, setQuestion] = useState<SettleQuestion>()
  return {
    question,
    setQuestion: (next: SettleQuestion | undefined) => {
      setQuestion(next)
      onChange()
    },
    rows: question === undefined ? rows : rows.filter(({ questions }) => questions.includes(question)),
  }
}

function State({ view: { status, rows, sales } }: { readonly view: SettlementView }) {
  const { t } = useTranslation()
  const counts = [t('settlement.producers', { count: rows.length }), t('settlement.sales', { count: sales })]
  return (
    <>
      <Tag tone={status === 'open' ? 'plain' : 'leaf'}>{t(`settlement.state.${status}`)}</Tag>
      <span className="dim head-counts">{counts.join(' · ')}</span>
    </>
  )
}

function Blocked({ blocked }: { readonly blocked: NonNullable<SettlementView['blocked']> }) {
  const language = useLanguage()
  return (
    <div className="blocked">
      <Note tone="honey">
        <p>{sentence(blocked, language)}</p>
      </Note>
    </div>
  )
}

interface Deeds {
  readonly view: SettlementView
  readonly unpaid: number
  readonly deeds: MonthDeeds
  readonly onPay: () => void
  readonly onDialog: (dialog: MonthDialog) => void
}

/** One key takes the month on: Ctrl+Enter settles, then opens the payouts, then closes. */
function useActions({ view, unpaid, deeds, onPay, onDialog }: Deeds): readonly ScreenAction[] {
  const { t } = useTranslation()
  const core = useCore()
  const give = useGivenFile()
  const { month, status, blocked, rows } = view
  const next = { keys: 'Ctrl+Enter', primary: true }
  const close = { label: t('settlement.close'), run: () => onDialog('close'), disabled: blocked !== null }
  const actions: ScreenAction[] = [
    {
      label: t('keys.excel'),
      keys: 'Ctrl+E',
      disabled: rows.length === 0,
      run: () => give(() => core.exports.settlement.mutate({ month })),
    },
  ]
  if (status === 'open')
    actions.push({
      ...next,
      label: t('settlement.settle'),
      disabled: blocked !== null || deeds.settle.isPending,
      run: () => deeds.settle.mutate(),
    })
  else actions.push({ label: t('settlement.reopen'), run: () => onDialog('reopen') })
  if (status === 'settled' && unpaid > 0)
    actions.push(close, { ...next, label: t('settlement.payouts'), run: onPay })
  else if (status === 'settled') actions.push({ ...close, ...next })
  return actions
}
