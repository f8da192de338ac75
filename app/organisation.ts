/** The organisation's details are dated settings. */
import type { OrganisationDetails } from '../domain/reports/month.ts'
import type { Catalogue } from './catalogue.ts'

/** Field of the details → key of the setting. */
export const ORGANISATION_SETTINGS = {
  name: 'organisation',
  inn: 'inn',
  okpo: 'okpo',
  address: 'address',
  phone: 'phone',
  bank: 'bank',
  account: 'account',
  bik: 'bik',
  director: 'director',
  accountant: 'accountant',
} as const satisfies Record<keyof OrganisationDetails, string>

export function organisationOf(catalogue: Catalogue, day: string): OrganisationDetails {
  const of = (key: string): string => catalogue.setting(key, day)
  return {
    name: of(ORGANISATION_SETTINGS.name),
    inn: of(ORGANISATION_SETTINGS.inn),
    okpo: of(ORGANISATION_SETTINGS.okpo),
    address: of(ORGANISATION_SETTINGS.address),
    phone: of(ORGANISATION_SETTINGS.phone),
    bank: of(ORGANISATION_SETTINGS.bank),
    account: of(ORGANISATION_SETTINGS.account),
    bik: of(ORGANISATION_SETTINGS.bik),
    director: of(ORGANISATION_SETTINGS.director),
    accountant: of(ORGANISATION_SETTINGS.accountant),
  }
}
