/** What the palette finds: commands of this screen, sections, new documents, then the ledger itself. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fold } from '../../domain/fold.ts'
import { formatDate, formatMoney, formatQuantity } from '../../domain/format.ts'
import { moneyOrNothing } from '../format.ts'
import { useKeyList } from '../keys/use-keys.tsx'
import { useRpc } from '../rpc/rpc.tsx'
import { FORM_KINDS } from './form-kinds.ts'
import { useLedgerStatus } from './ledger-status.ts'
import { LESSER_SECTIONS, SECTIONS } from './sections.ts'

export interface Found {
  readonly key: string
  readonly group: 'commands' | 'sections' | 'create' | 'documents' | 'producers' | 'products'
  readonly label: string
  readonly hint: string
  readonly run: () => void
}

/** Of each sort of thing, as many as one glance takes in. */
const MOST = 6
const SHORTEST = 2

export function useFound(text: string): { found: readonly Found[]; settled: boolean } {
  const commands = useCommands()
  const { found, settled } = useLedgerFound(text)
  const words = fold(text).split(' ')
  const fitting = commands.filter(({ label }) => words.every((word) => fold(label).includes(word)))
  const shown = text === '' ? fitting : fitting.slice(0, MOST)
  // A number or an article is looked for in the ledger: there the ledger's own answers stand first.
  return { found: /\d/.test(text) ? [...found, ...shown] : [...shown, ...found], settled }
}

function useCommands(): readonly Found[] {
  const { t } = useTranslation()
  const keys = useKeyList()
  const navigate = useNavigate()
  const commands = keys.flatMap(({ keys: chord, label, run, command }) =>
    command && run ? [{ key: `k${chord}`, group: 'commands' as const, label, hint: chord, run }] : [],
  )
  const create = FORM_KINDS.map((kind) => ({
    key: `n${kind}`,
    group: 'create' as const,
    label: t(`documents.newKind.${kind}`),
    hint: '',
    run: () => void navigate({ to: '/documents/new/$kind', params: { kind } }),
  }))
  const sections = [...SECTIONS, ...LESSER_SECTIONS].map(({ name, to }, index) => ({
    key: `s${name}`,
    group: 'sections' as const,
    label: t(`nav.${name}`),
    hint: index < SECTIONS.length ? `Alt+${index + 1}` : '',
    run: () => void navigate({ to }),
  }))
  return [...commands, ...create, ...sections]
}

function useLedgerFound(text: string): { found: readonly Found[]; settled: boolean } {
  const rpc = useRpc()
  const navigate = useNavigate()
  const { t } = useTranslation()
  const day = useLedgerStatus()?.today ?? ''
  const enabled = text.trim().length >= SHORTEST && day !== ''
  const options = { enabled, placeholderData: keepPreviousData }
  const documents = useQuery({
    ...rpc.documents.list.queryOptions({
      filter: { text },
      sort: { column: 'date', descending: true },
      page: { offset: 0, limit: MOST },
    }),
    ...options,
  })
  const producers = useQuery({ ...rpc.producers.search.queryOptions({ text, limit: MOST }), ...options })
  const products = useQuery({ ...rpc.products.search.queryOptions({ text, day, limit: MOST }), ...options })
  if (!enabled) return { found: [], settled: true }
  const found: Found[] = [
    ...(documents.data?.rows ?? []).map((row) => ({
      key: row.key,
      group: 'documents' as const,
      label: [row.number || t('documents.status.draft'), t(`documents.kind.${row.kind}`), row.who]
        .filter((part) => part !== '')
        .join(' · '),
      hint: `${formatDate(row.date)}  ${formatMoney(row.amount)}`,
      run: () =>
        void (row.draft === null
          ? navigate({ to: '/documents/$id', params: { id: row.id ?? 0 } })
          : navigate({ to: '/documents/draft/$draft', params: { draft: row.draft } })),
    })),
    ...(producers.data ?? []).map(({ id, code, name }) => ({
      key: `p${id}`,
      group: 'producers' as const,
      label: `${code} ${name}`,
      hint: '',
      run: () => void navigate({ to: '/producers/$id', params: { id } }),
    })),
    ...(products.data ?? []).map(({ id, code, name, price, stock }) => ({
      key: `g${id}`,
      group: 'products' as const,
      label: `${code} ${name}`,
      hint: `${moneyOrNothing(price)} · ${formatQuantity(stock)}`,
      run: () => void navigate({ to: '/products', search: { text: code } }),
    })),
  ]
  return { found, settled: !documents.isFetching && !producers.isFetching && !products.isFetching }
}
