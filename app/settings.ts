/** The organisation's settings: dated, each version an entry of the chain. */
import { allSettings, allTerms } from '../db/queries/catalogues.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Method } from '../domain/registers.ts'
import type { OrganisationDetails } from '../domain/reports/month.ts'
import type { SettingsView } from '../domain/settings-view.ts'
import { addTerms, setSetting } from './catalogues.ts'
import { type Actor, change, type Ledger, look, type Work } from './ledger.ts'
import { ORGANISATION_SETTINGS, organisationOf } from './organisation.ts'
import { termsView } from './terms-view.ts'

export function settingsView(ledger: Ledger): Promise<SettingsView> {
  return look(ledger, () => settingsOn(ledger, ledger.clock.today()))
}

function settingsOn(ledger: Ledger, day: CivilDate): SettingsView {
  const { catalogue } = ledger
  const terms = catalogue.terms(NOWHERE, day)
  return {
    organisation: organisationOf(catalogue, day),
    minimumPayout: Number(catalogue.setting('minimum_payout', day) || 0),
    cashRounding: catalogue.setting('cash_rounding', day) === '1',
    defaultTerms: terms && termsView(ledger, terms.id),
    language: languageOf(catalogue.setting('language', day)),
  }
}

/** A scope that only the association's own terms fit. */
const NOWHERE = { lot: 0, product: 0, producer: 0, location: 0 }

const languageOf = (value: string): SettingsView['language'] =>
  value === 'ky' || value === 'en' ? value : 'ru'

export interface SettingsChange {
  /** The day from which it holds. What was never set before holds from the beginning. */
  readonly from: CivilDate
  readonly organisation?: { readonly [K in keyof OrganisationDetails]?: string | undefined } | undefined
  readonly minimumPayout?: number | undefined
  readonly cashRounding?: boolean | undefined
  readonly defaultTerms?: { readonly method: Method; readonly rate: number } | undefined
  readonly language?: SettingsView['language'] | undefined
}

/** @throws EsepError `rate_out_of_range` */
export async function saveSettings(
  ledger: Ledger,
  wanted: SettingsChange,
  actor: Actor,
): Promise<SettingsView> {
  await change(ledger, actor, (work) => {
    for (const [key, value] of settingsIn(wanted)) put(work, key, value, wanted.from)
    if (wanted.defaultTerms) putTerms(work, wanted.defaultTerms, wanted.from)
  })
  return settingsView(ledger)
}

function settingsIn({ organisation = {}, minimumPayout, cashRounding, language }: SettingsChange) {
  const details = Object.entries(ORGANISATION_SETTINGS).flatMap(([field, key]): [string, string][] => {
    const value = organisation[field as keyof OrganisationDetails]
    return value === undefined ? [] : [[key, value.trim()]]
  })
  const others: [string, string | undefined][] = [
    ['minimum_payout', minimumPayout === undefined ? undefined : String(minimumPayout)],
    ['cash_rounding', cashRounding === undefined ? undefined : cashRounding ? '1' : '0'],
    ['language', language],
  ]
  return [
    ...details,
    ...others.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  ]
}

/** Cash is rounded from a day on, never before it; everything else that is set first holds from the beginning. */
function put(work: Work, key: string, value: string, from: CivilDate): void {
  const known = key === 'cash_rounding' || allSettings.all(work.writer, {}).some((row) => row.key === key)
  setSetting(work, { key, from_date: known ? from : '', value })
}

function putTerms(
  work: Work,
  { method, rate }: NonNullable<SettingsChange['defaultTerms']>,
  from: CivilDate,
): void {
  const own = allTerms
    .all(work.writer, {})
    .some((row) => (row.lot_id ?? row.product_id ?? row.producer_id ?? row.location_id) === null)
  const now = work.ledger.catalogue.terms(NOWHERE, from)
  const fixed = method === 'fixed_per_unit'
  const [rate_bp, fixed_tyiyn] = fixed ? [0, rate] : [method === 'difference' ? 0 : rate, 0]
  if (now?.method === method && now.rate_bp === rate_bp && now.fixed_tyiyn === fixed_tyiyn) return
  addTerms(work, {
    from_date: own ? from : '',
    lot_id: null,
    product_id: null,
    producer_id: null,
    location_id: null,
    method,
    rate_bp,
    fixed_tyiyn,
  })
}
