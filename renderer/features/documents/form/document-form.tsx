/** The one document form: head, lines and right side of any kind, drawn from the kind's description. */
import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../domain/format.ts'
import { sentence } from '../../../../domain/messages/index.ts'
import { useLanguage } from '../../../texts/use-language.ts'
import { LineGrid } from '../../../ui/grid/line-grid.tsx'
import type { GridHandle } from '../../../ui/grid/use-grid.ts'
import { notifyDone, notifyWarning } from '../../../ui/notify.ts'
import { Screen } from '../../../ui/screen.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useScanner } from '../../../ui/use-scanner.ts'
import type { Drafts } from '../drafts.ts'
import { Banner } from './banner.tsx'
import { blankLine, cellOf, type FormState, isBlankLine, isEmpty } from './cells.ts'
import { DraftTag } from './draft-tag.tsx'
import { gridColumn } from './grid-columns.ts'
import { HeadFields } from './head-fields.tsx'
import { isSpare, KIND_FORMS } from './kinds.ts'
import { LineAside } from './line-aside.tsx'
import { questionsOn, type Remark, remarksOn } from './problems.ts'
import { type LiveCheck, useCheck } from './use-check.ts'
import { type FormModel, useForm } from './use-form.ts'
import { useFormActions } from './use-form-actions.ts'
import { usePost } from './use-post.ts'

interface DocumentFormProps {
  readonly initial: FormState
  readonly drafts: Drafts
  readonly today: string
}

export function DocumentForm({ initial, drafts, today }: DocumentFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const form = useForm(initial, drafts, today)
  const { state } = form
  const check = useCheck(state, today)
  const posting = usePost(drafts, today, state)
  const [tried, setTried] = useState(false)
  const [row, setRow] = useState(0)
  const grid = useRef<GridHandle>(null)
  const active = state.lines[row]
  const remarks = remarksOn(state, check, { t, language, today, activeLine: active?.key, tried })
  const goTo = ({ line, field }: Remark) => {
    if (line === undefined) focusField(field)
    else
      grid.current?.goTo(
        state.lines.findIndex(({ key }) => key === line),
        field,
      )
  }
  const post = usePostKey({ form, grid, posting, onTry: () => setTried(true) })
  const actions = useFormActions({ form, drafts, post, posting: posting.posting, grid })
  useFirstFocus(state, grid)
  useRefusal(posting.error, remarks, goTo)
  useScanner((code) => grid.current?.scan(code))
  return (
    <Screen
      title={t(`documents.kind.${state.kind}`)}
      tags={<DraftTag drafts={drafts} id={state.id} />}
      actions={actions}
      banner={
        <Banner
          error={posting.error}
          tried={tried}
          remarks={remarks}
          questions={questionsOn(check, language)}
          onGoTo={goTo}
          onAnswer={(code, reason) => {
            form.confirm(code, reason)
            grid.current?.focus()
          }}
        />
      }
      fields={<HeadFields form={form} today={today} remarks={remarks} onDone={() => grid.current?.focus()} />}
      aside={
        <LineAside
          line={active}
          row={row + 1}
          goods={KIND_FORMS[state.kind].lines.some(({ type }) => type === 'product')}
          asking={form.asking}
          wrong={active ? textsOf(remarks, active.key) : []}
          warnings={warningsOf(check, language, active?.key)}
          checked={active && check.line(active)}
        />
      }
    >
      <FormLines form={form} check={check} today={today} remarks={remarks} grid={grid} onActive={setRow} />
    </Screen>
  )
}

/** The form opens where there is something to type: at the first field that is needed, else in the lines. */
function useFirstFocus({ kind, head }: FormState, grid: RefObject<GridHandle | null>): void {
  const empty = KIND_FORMS[kind].head.some(({ key, needed }) => needed && isEmpty(cellOf(head, key)))
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current) return
    opened.current = true
    if (empty) focusNeeded()
    else grid.current?.focus()
  }, [empty, grid])
}

function focusNeeded(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('[data-form-head] [aria-required="true"]')
  const empty = [...fields].find(({ value }) => value === '')
  empty?.focus()
}

const focusField = (field: string) =>
  document
    .querySelector<HTMLInputElement>(`[data-form-head] [data-field="${CSS.escape(field)}"] input`)
    ?.focus()

/** A refusal leads to its place: the wrong cell, or the question that waits for an answer. */
function useRefusal(error: unknown, remarks: readonly Remark[], goTo: (remark: Remark) => void): void {
  const latest = useRef({ remarks, goTo })
  useEffect(() => {
    latest.current = { remarks, goTo }
  })
  useEffect(() => {
    if (error === null) return
    const [first] = latest.current.remarks
    if (first) latest.current.goTo(first)
    else document.querySelector<HTMLInputElement>('[data-question] input')?.focus()
  }, [error])
}

const textsOf = (remarks: readonly Remark[], line: string): string[] => [
  ...new Set(remarks.filter((remark) => remark.line === line).map(({ text }) => text)),
]

const warningsOf = (check: LiveCheck, language: ReturnType<typeof useLanguage>, line: string | undefined) => [
  ...new Set(
    [...check.warnings(undefined), ...(line === undefined ? [] : check.warnings(line))].map((warning) =>
      sentence(warning, language),
    ),
  ),
]

interface FormLinesProps {
  readonly form: FormModel
  readonly check: LiveCheck
  readonly today: string
  readonly remarks: readonly Remark[]
  readonly grid: RefObject<GridHandle | null>
  readonly onActive: (row: number) => void
}

function FormLines({ form, check, today, remarks, grid, onActive }: FormLinesProps) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const { state, asking } = form
  const { lines } = KIND_FORMS[state.kind]
  const columns = lines
    .filter((field) => !narrow || !isSpare(field))
    .map((field) => gridColumn({ asking, today, checked: check.line }, field))
  const wrong = useMemo(
    () => new Map(remarks.map(({ line, field, text }) => [`${line} ${field}`, text])),
    [remarks],
  )
  const count = state.lines.filter((line) => !isBlankLine(line)).length
  const sum = lines.find(({ type, key }) => type === 'amount' || key === 'amount_tyiyn')?.key
  return (
    <LineGrid
      label={t('documents.view.lines')}
      columns={columns}
      rows={state.lines}
      blank={blankLine}
      isBlank={isBlankLine}
      onChange={form.setLines}
      problem={(line, column) => wrong.get(`${line.key} ${column}`)}
      onActive={onActive}
      totals={sum === undefined ? {} : { [sum]: formatMoney(check.total) }}
      summary={t('documents.summary', { count })}
      handle={grid}
    />
  )
}

interface PostKey {
  readonly form: FormModel
  readonly grid: RefObject<GridHandle | null>
  readonly posting: ReturnType<typeof usePost>
  readonly onTry: () => void
}

/** Ctrl+Enter: what is typed is taken, found and sent; what was refused is shown where it stands. */
function usePostKey({ form, grid, posting, onTry }: PostKey): () => void {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  return () => {
    const act = async () => {
      grid.current?.settle()
      onTry()
      const posted = await posting.post(await form.settle())
      if (!posted) return
      notifyDone(t('documents.posted', { number: posted.number }))
      for (const warning of posted.warnings) notifyWarning(sentence(warning, language))
      await navigate({ to: '/documents/$id', params: { id: posted.id }, replace: true })
    }
    void act()
  }
}
