import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keys/use-keys.tsx'
import { useCore } from '../../rpc/rpc.tsx'
import { rateOfText } from '../../typed.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** An empty ledger on one page: whose it is, where the goods stand, what the association takes. */
export function NewLedger({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  const form = useNewLedger()
  const { organisation, code, name, rateText, rate, missing, create } = form
  useKeys([{ keys: 'Ctrl+Enter', label: t('firstRun.create'), group: 'screen', command: true, run: create }])
  return (
    <form
      className="new-ledger"
      onSubmit={(event) => {
        event.preventDefault()
        create()
      }}
    >
      <h1>{t('firstRun.emptyTitle')}</h1>
      <TextField
        label={t('firstRun.organisation')}
        width={420}
        text={organisation}
        onText={form.setOrganisation}
        wrong={missing(organisation)}
      />
      <div className="new-place">
        <TextField
          label={t('firstRun.placeName')}
          width={300}
          text={name}
          onText={form.setName}
          wrong={missing(name)}
        />
        <TextField
          label={t('firstRun.placeCode')}
          width={108}
          text={code}
          onText={form.setCode}
          wrong={missing(code)}
        />
      </div>
      <TextField
        label={t('firstRun.commission')}
        width={120}
        text={rateText}
        onText={form.setRateText}
        wrong={rate === undefined ? t('firstRun.wrongRate') : undefined}
      />
      {rate === undefined && <p className="felt">{t('firstRun.wrongRate')}</p>}
      {form.error && <ErrorNotice error={form.error} />}
      <div className="first-buttons">
        <ActionButton label={t('firstRun.back')} keys="Esc" run={onBack} />
        <ActionButton
          label={t('firstRun.create')}
          keys="Ctrl+Enter"
          primary
          run={create}
          disabled={form.isPending}
        />
      </div>
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  )
}

function useNewLedger() {
  const { t } = useTranslation()
  const core = useCore()
  const queries = useQueryClient()
  const [tried, setTried] = useState(false)
  const [organisation, setOrganisation] = useState('')
  const [code, setCode] = useState(t('firstRun.placeCodeFirst'))
  const [name, setName] = useState(t('firstRun.placeNameFirst'))
  const [rateText, setRateText] = useState('20')
  const rate = rateOfText(rateText)
  const missing = (text: string) => (tried && text.trim() === '' ? t('firstRun.required') : undefined)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (defaultCommission: number) =>
      core.ledger.createEmpty.mutate({ organisation, firstPlace: { code, name }, defaultCommission }),
    onSuccess: () => queries.resetQueries(),
  })
  const create = () => {
    setTried(true)
    const whole = [organisation, code, name].every((text) => text.trim() !== '')
    if (whole && rate !== undefined && !isPending) mutate(rate)
  }
  return {
    organisation,
    setOrganisation,
    code,
    setCode,
    name,
    setName,
    rateText,
    setRateText,
    rate,
    missing,
    create,
    isPending,
    error,
  }
}
