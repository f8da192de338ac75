/** What the window's frame says of the ledger, open or not. */
import { chainHead } from '../db/queries/chain.ts'
import { draftCount, lotsExpiringBy } from '../db/queries/status.ts'
import { addDays, monthOf } from '../domain/dates.ts'
import type { LedgerStatus } from '../domain/views.ts'
import { sealOf } from './chain.ts'
import { newestCopy } from './copies.ts'
import type { Desk } from './desk.ts'
import { type Clock, type Ledger, look } from './ledger.ts'
import { placeOfMonth } from './month-goal.ts'
import { SOON_DAYS } from './overview.ts'

export async function ledgerStatus(desk: Desk, clock: Clock): Promise<LedgerStatus> {
  const ledger = await desk.ledgerIfAny()
  const { file } = desk
  const shell = {
    state: desk.state,
    demo: desk.isDemo,
    problem: desk.problem,
    lastCopy: file === undefined ? '' : (newestCopy(file)?.moment ?? ''),
    today: clock.today(),
  }
  if (ledger) return { ...shell, ...(await look(ledger, () => statusOf(ledger))) }
  const month = monthOf(shell.today)
  return { ...shell, organisation: '', month, seal: '', drafts: 0, expiring: 0, language: 'ru' }
}

type OpenStatus = Pick<LedgerStatus, 'organisation' | 'month' | 'seal' | 'drafts' | 'expiring' | 'language'>

function statusOf(ledger: Ledger): OpenStatus {
  const { connection, catalogue, clock } = ledger
  const today = clock.today()
  const head = chainHead.get(connection, {})
  const language = catalogue.setting('language', today)
  return {
    organisation: catalogue.setting('organisation', today),
    month: placeOfMonth(ledger).month,
    seal: head ? sealOf(head.hash) : '',
    drafts: draftCount.get(connection, {})?.count ?? 0,
    expiring: lotsExpiringBy.get(connection, { day: addDays(today, SOON_DAYS) })?.count ?? 0,
    language: language === 'ky' || language === 'en' ? language : 'ru',
  }
}
