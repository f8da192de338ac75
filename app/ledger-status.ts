/** What the window's frame says of the ledger, open or not. */
import { chainHead } from '../db/queries/chain.ts'
import { allMonths, firstMonth } from '../db/queries/months.ts'
import { draftCount, lotsExpiringBy } from '../db/queries/status.ts'
import type { Reader } from '../db/sqlite/connection.ts'
import { addDays, addMonths, type Month, monthOf } from '../domain/dates.ts'
import type { LedgerStatus } from '../domain/views.ts'
import { sealOf } from './chain.ts'
import { newestCopy } from './copies.ts'
import type { Desk } from './desk.ts'
import { type Clock, type Ledger, look } from './ledger.ts'

/** How many days ahead goods are told of that will expire. */
const EXPIRING_DAYS = 14

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

function statusOf({ connection, catalogue, clock }: Ledger): OpenStatus {
  const today = clock.today()
  const head = chainHead.get(connection, {})
  const language = catalogue.setting('language', today)
  return {
    organisation: catalogue.setting('organisation', today),
    month: monthAtWork(connection, monthOf(today)),
    seal: head ? sealOf(head.hash) : '',
    drafts: draftCount.get(connection, {})?.count ?? 0,
    expiring: lotsExpiringBy.get(connection, { day: addDays(today, EXPIRING_DAYS) })?.count ?? 0,
    language: language === 'ky' || language === 'en' ? language : 'ru',
  }
}

/** The first month that is not closed; in a new ledger that of its first document, else this one. */
function monthAtWork(reader: Reader, now: Month): Month {
  const months = allMonths.all(reader, {})
  const open = months.find(({ status }) => status !== 'closed') ?? undefined
  if (open) return open.month
  const last = months.at(-1)
  return last ? addMonths(last.month, 1) : (firstMonth.get(reader, {})?.month ?? now)
}
