/** What to keep in mind beside the month: drafts, goods that expire, the last copy. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDate, formatMoney } from '../../../domain/format.ts'
import { formatMoment } from '../../../domain/messages/moment.ts'
import type { OverviewView } from '../../../domain/views.ts'
import { quantityOf } from '../../format.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { useErrorText } from '../../ui/error-notice.tsx'
import { Note } from '../../ui/note.tsx'
import { notifyDone, notifyTrouble } from '../../ui/notify.ts'

export function OverviewAside({ view }: { readonly view: OverviewView }) {
  return (
    <>
      <Drafts view={view} />
      <Expiring view={view} />
      <Copy view={view} />
    </>
  )
}

function Drafts({ view: { drafts } }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  return (
    <Note title={t('overview.drafts')}>
      {drafts.length === 0 && <p className="dim">{t('overview.noDrafts')}</p>}
      <ul className="short-list">
        {drafts.map(({ key, draft, kind, who, amount }) => (
          <li key={key}>
            <Link to="/documents/draft/$draft" params={{ draft: draft ?? '' }} className="short-link">
              <span>{[t(`documents.kind.${kind}`), who].filter((part) => part !== '').join(' · ')}</span>
              <span>{formatMoney(amount)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function Expiring({ view: { expiring, today } }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  return (
    <Note title={t('overview.expiring')}>
      {expiring.length === 0 && <p className="dim">{t('overview.noExpiring')}</p>}
      <ul className="short-list">
        {expiring.map(({ key, product, location, productId, locationId, lotId, expires, quantity, unit }) => (
          <li key={key}>
            <Link
              to="/stock"
              search={{ product: productId, location: locationId, lot: lotId }}
              className="short-link"
            >
              <span>
                {product}
                <small className={expires < today ? 'felt' : 'honey'}>
                  {t(expires < today ? 'overview.expired' : 'overview.expires', {
                    date: formatDate(expires),
                  })}
                  <span className="dim"> · {location}</span>
                </small>
              </span>
              <span>{quantityOf(quantity, unit)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function Copy({ view: { lastCopy } }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const say = useErrorText()
  const make = useMutation({
    mutationFn: () => core.ledger.makeCopy.mutate(),
    onSuccess: async ({ name }) => {
      notifyDone(t('overview.copyMade', { name }))
      await queries.invalidateQueries()
    },
    onError: (error) => notifyTrouble(say(error)),
  })
  return (
    <Note title={t('overview.copy')}>
      <p>{lastCopy === '' ? t('overview.noCopy') : formatMoment(lastCopy)}</p>
      <div className="copy-row">
        <ActionButton label={t('overview.makeCopy')} run={() => make.mutate()} disabled={make.isPending} />
        <Link to="/copies" className="link">
          {t('overview.copies')}
        </Link>
      </div>
    </Note>
  )
}
