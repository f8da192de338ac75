/** Partners' shares of a month by place and agreement, and their accounts. */

import { allAccounts, allAgreements } from '../db/queries/catalogues.ts'
import { pairsBetween } from '../db/queries/month-report.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import type { PartnerAccount, PartnerShare } from '../domain/reports/month.ts'
import { type GoodsLine, type Span, signed } from './month-lines.ts'
import { openingBalances } from './months.ts'
import { type Names, named } from './names.ts'

export interface MonthPartners {
  readonly shares: PartnerShare[]
  readonly accounts: PartnerAccount[]
}

export function partnersOfMonth(
  reader: Reader,
  span: Span,
  names: Names,
  lines: readonly GoodsLine[],
): MonthPartners {
  const shares = sharesOf(reader, names, lines)
  return { shares, accounts: accountsOf(reader, span, names, shares) }
}

function sharesOf(reader: Reader, names: Names, lines: readonly GoodsLine[]): PartnerShare[] {
  const agreements = new Map(allAgreements.all(reader, {}).map((row) => [row.id, row]))
  const shares = new Map<string, PartnerShare>()
  for (const line of lines) {
    const agreement = line.agreement_id === null ? undefined : agreements.get(line.agreement_id)
    if (!agreement) continue
    const key = `${line.location_id}/${agreement.id}`
    let share = shares.get(key)
    if (!share) {
      const [partner, location] = [
        named(names.partners, agreement.partner_id),
        named(names.locations, line.location_id),
      ]
      share = {
        code: partner.code,
        name: partner.name,
        location: location.code,
        locationName: location.name,
        rate: agreement.share_bp,
        shareBase: agreement.base,
        base: 0,
        share: 0,
      }
      shares.set(key, share)
    }
    const { amount_tyiyn, commission_tyiyn, partner_tyiyn } = signed(line)
    share.base += agreement.base === 'sale' ? amount_tyiyn : commission_tyiyn
    share.share += partner_tyiyn
  }
  return [...shares.values()].sort(
    (a, b) => a.code.localeCompare(b.code, 'ru') || a.location.localeCompare(b.location, 'ru'),
  )
}

function accountsOf(
  reader: Reader,
  span: Span,
  names: Names,
  shares: readonly PartnerShare[],
): PartnerAccount[] {
  const keys = new Map(allAccounts.all(reader, {}).map(({ id, key }) => [id, key]))
  const accounts = new Map<string, PartnerAccount>()
  const of = (id: number): PartnerAccount | undefined => {
    const key = keys.get(id) ?? ''
    if (!key.startsWith('partner:')) return undefined
    const { code, name } = named(names.partners, Number(key.slice(8)))
    const known = accounts.get(code) ?? { code, name, opening: 0, share: 0, paid: 0, closing: 0 }
    accounts.set(code, known)
    return known
  }
  for (const { account_id, balance_tyiyn } of openingBalances(reader, span.month)) {
    const account = of(account_id)
    if (account) account.opening += balance_tyiyn
  }
  for (const { debit_id, credit_id, amount_tyiyn } of pairsBetween.all(reader, span)) {
    move(of(debit_id), -amount_tyiyn, keys.get(credit_id) ?? '')
    move(of(credit_id), amount_tyiyn, keys.get(debit_id) ?? '')
  }
  for (const { code, share } of shares) {
    const account = accounts.get(code)
    if (account) account.share += share
  }
  for (const account of accounts.values()) account.closing = account.opening + account.share - account.paid
  return [...accounts.values()].sort((a, b) => a.code.localeCompare(b.code, 'ru'))
}

/** Openings of the month belong to the opening balance; the share itself is summed from the lines. */
function move(account: PartnerAccount | undefined, change_tyiyn: number, other: string): void {
  if (!account || other === 'commission') return
  if (other === 'opening') account.opening += change_tyiyn
  else account.paid -= change_tyiyn
}
