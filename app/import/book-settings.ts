/** The sheet «Настройки»: the organisation's details, rounding, the minimum payout and the default terms. */

import { allSettings, allTerms } from '../../db/queries/catalogues.ts'
import { type CellReading, readCell } from '../../domain/book/cells.ts'
import type { Book, BookRow } from '../../domain/book/sheets.ts'
import { SHEETS } from '../../domain/book/sheets.ts'
import { EsepError, notice } from '../../domain/error.ts'
import { fold } from '../../domain/fold.ts'
import { formatRate } from '../../domain/format.ts'
import type { Method } from '../../domain/registers.ts'
import { addTerms, setSetting } from '../catalogues.ts'
import type { Work } from '../ledger.ts'
import type { BookTrouble, Place } from './book-trouble.ts'

/** Folded parameter → setting kept as text. */
const TEXTS: Readonly<Record<string, string>> = {
  организация: 'organisation',
  инн: 'inn',
  окпо: 'okpo',
  адрес: 'address',
  телефон: 'phone',
  банк: 'bank',
  рс: 'account',
  бик: 'bik',
  директор: 'director',
  бухгалтер: 'accountant',
}
const YES_NO: Readonly<Record<string, string>> = {
  да: '1',
  есть: '1',
  '1': '1',
  yes: '1',
  ооба: '1',
  нет: '0',
  '0': '0',
  no: '0',
  жок: '0',
}

const parameterKey = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '')

/** @returns how many settings changed. */
export function takeInSettings(work: Work, book: Book, trouble: BookTrouble): number {
  const before = work.chain.seq
  let method: Method | undefined
  let rate: number | undefined
  let last: Place | undefined
  const seen = new Map<string, BookRow<'settings'>>()
  for (const row of book.settings) {
    const place: Place = { sheet: 'settings', row, field: 'value' }
    const key = parameterKey(row.values.parameter)
    const first = seen.get(key)
    // Said twice alike is said once; said twice otherwise, nobody knows which is meant.
    if (first && first.values.value !== row.values.value)
      trouble.error(place, notice('code_repeated', { code: row.values.parameter, row: first.row }))
    if (first) continue
    seen.set(key, row)
    const invalid = () =>
      trouble.error(
        place,
        notice('setting_invalid', { parameter: row.values.parameter, value: row.values.value }),
      )
    if (key === 'схема') {
      const read = readAs(row, 'terms', 'method').value
      if (typeof read === 'string') method = read as Method
      else invalid()
    } else if (key === 'ставка') {
      const read = readAs(row, 'terms', 'rate').value
      if (typeof read === 'number' && read >= 0 && read <= 10_000) rate = read
      else invalid()
    } else if (!takeSetting(work, row, key)) {
      if (KNOWN.has(key)) invalid()
      else
        trouble.warn(
          { ...place, field: 'parameter' },
          notice('setting_unknown', { parameter: row.values.parameter }),
        )
    }
    if (key === 'схема' || key === 'ставка') last = place
  }
  if (last && (method !== undefined || rate !== undefined))
    takeDefault(work, trouble, last, method ?? 'percent_of_sale', rate ?? null)
  return work.chain.seq - before
}

const KNOWN = new Set([...Object.keys(TEXTS), 'минимальнаявыплата', 'округлениеналичных'])

/** A value of this sheet read as a column of another one would be. */
function readAs(row: BookRow<'settings'>, sheet: 'terms' | 'payouts', field: string): CellReading {
  const column = SHEETS[sheet].columns.find((spec) => spec.field === field)
  if (!column) throw new Error(`no column ${field}`)
  return readCell({ kind: 'text', text: row.values.value }, column)
}

function takeSetting(work: Work, row: BookRow<'settings'>, key: string): boolean {
  const text = TEXTS[key]
  if (text !== undefined) return put(work, text, row.values.value.trim())
  if (key === 'округлениеналичных') {
    const value = YES_NO[fold(row.values.value)]
    if (value !== undefined) return put(work, 'cash_rounding', value)
    const from = readAs(row, 'terms', 'from').value
    return typeof from === 'string' && put(work, 'cash_rounding', '1', from)
  }
  if (key !== 'минимальнаявыплата') return false
  const { value } = readAs(row, 'payouts', 'amount')
  return typeof value === 'number' && value >= 0 && put(work, 'minimum_payout', String(value))
}

/** A first value holds from the beginning; a later book's, which may be about months gone by, from today. */
function put(work: Work, key: string, value: string, from?: string): true {
  const set = allSettings.all(work.writer, {}).some((row) => row.key === key)
  setSetting(work, { key, from_date: from ?? (set ? work.ledger.clock.today() : ''), value })
  return true
}

function takeDefault(
  work: Work,
  trouble: BookTrouble,
  place: Place,
  method: Method,
  rate_bp: number | null,
): void {
  const known = allTerms
    .all(work.writer, {})
    .find(
      (row) =>
        row.from_date === '' &&
        row.lot_id === null &&
        row.product_id === null &&
        row.producer_id === null &&
        row.location_id === null,
    )
  if (known) {
    if (known.method === method && known.rate_bp === (rate_bp ?? 0)) return
    trouble.error(
      place,
      notice('value_differs', { heading: 'Ставка', stored: formatRate(known.rate_bp), way: 'Условия' }),
    )
    return
  }
  try {
    addTerms(work, {
      from_date: '',
      lot_id: null,
      product_id: null,
      producer_id: null,
      location_id: null,
      method,
      rate_bp,
      fixed_tyiyn: null,
    })
  } catch (error) {
    if (!(error instanceof EsepError)) throw error
    trouble.error(place, error)
  }
}
