/** «Настройки»: the organisation as its papers name it, how it settles, and how the screens look. */
import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatRate } from '../../../domain/format.ts'
import type { SettingsView } from '../../../domain/settings-view.ts'
import { useLedgerStatus } from '../../frame/ledger-status.ts'
import { useCore, useRpc } from '../../rpc/rpc.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useGivenFile } from '../../ui/given-file.ts'
import { FilterChoice } from '../../ui/list/filter-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Detail, isPlainRate, useSettings } from './use-settings.ts'
import './settings.css'

const DETAILS: readonly (readonly [Detail, number])[] = [
  ['name', 420],
  ['inn', 150],
  ['okpo', 120],
  ['address', 420],
  ['phone', 150],
  ['bank', 300],
  ['account', 200],
  ['bik', 120],
  ['director', 240],
  ['accountant', 240],
]

export function SettingsScreen() {
  const rpc = useRpc()
  const { today } = useLedgerStatus() ?? {}
  const { data, error, refetch } = useQuery(rpc.settings.get.queryOptions())
  if (error) return <ErrorNotice error={error} onAgain={() => void refetch()} />
  return data && today !== undefined ? <Settings view={data} today={today} /> : null
}

function Settings({ view, today }: { readonly view: SettingsView; readonly today: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const core = useCore()
  const give = useGivenFile()
  const model = useSettings(view, today)
  const { typed, change, save } = model
  return (
    <Screen
      title={t('settings.title')}
      actions={[
        { label: t('settings.copies'), run: () => void navigate({ to: '/copies' }) },
        { label: t('settings.book'), keys: 'Ctrl+E', run: () => give(() => core.exports.book.mutate()) },
        {
          label: t('settings.save'),
          keys: 'Ctrl+S',
          primary: true,
          disabled: !model.ready,
          run: () => save.mutate(),
        },
      ]}
      banner={save.error && <ErrorNotice error={save.error} />}
    >
      <div className="settings">
        <h2>{t('settings.organisation')}</h2>
        <div className="settings-row">
          {DETAILS.map(([key, width]) => (
            <TextField
              key={key}
              label={t(`settings.field.${key}`)}
              width={width}
              text={typed.organisation[key]}
              onText={(text) => change({ organisation: { ...typed.organisation, [key]: text } })}
            />
          ))}
        </div>
        <h2>{t('settings.money')}</h2>
        <MoneySettings view={view} model={model} />
        <p className="dim">{t('settings.from', { date: formatDate(today) })}</p>
        <h2>{t('settings.screen')}</h2>
        <ScreenSettings model={model} />
      </div>
    </Screen>
  )
}

type Model = ReturnType<typeof useSettings>

function MoneySettings({ view, model }: { readonly view: SettingsView; readonly model: Model }) {
  const { t } = useTranslation()
  const { typed, wrong, change } = model
  const { defaultTerms } = view
  return (
    <div className="settings-row">
      <TextField
        label={t('settings.minimumPayout')}
        width={170}
        text={typed.minimumPayout}
        wrong={wrong.minimumPayout}
        onText={(minimumPayout) => change({ minimumPayout })}
      />
      {isPlainRate(view) ? (
        <TextField
          label={t('settings.commission')}
          width={150}
          text={typed.rate}
          wrong={wrong.rate}
          onText={(rate) => change({ rate })}
        />
      ) : (
        defaultTerms && (
          <p>
            {t('settings.otherTerms', {
              terms: `${formatRate(defaultTerms.rate)} ${t(`documents.method.${defaultTerms.method}`)}`,
            })}
          </p>
        )
      )}
      <Labelled label={t('settings.cashRounding')}>
        <FilterChoice
          label={t('settings.cashRounding')}
          value={typed.cashRounding ? 'on' : 'off'}
          options={(['off', 'on'] as const).map((value) => ({
            value,
            label: t(`settings.rounding.${value}`),
          }))}
          onChoose={(value) => change({ cashRounding: value === 'on' })}
        />
      </Labelled>
      {Object.values(wrong).map(
        (sentence) =>
          sentence && (
            <p key={sentence} className="felt">
              {sentence}
            </p>
          ),
      )}
    </div>
  )
}

function ScreenSettings({ model: { typed, change } }: { readonly model: Model }) {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className="settings-row">
      <Labelled label={t('settings.language')}>
        <FilterChoice
          label={t('settings.language')}
          value={typed.language}
          options={(['ru', 'ky', 'en'] as const).map((value) => ({
            value,
            label: t(`settings.languages.${value}`),
          }))}
          onChoose={(language = 'ru') => change({ language })}
        />
      </Labelled>
      <Labelled label={t('settings.theme')}>
        <FilterChoice
          label={t('settings.theme')}
          value={colorScheme}
          options={(['light', 'dark', 'auto'] as const).map((value) => ({
            value,
            label: t(`settings.themes.${value}`),
          }))}
          onChoose={(scheme = 'auto') => setColorScheme(scheme)}
        />
      </Labelled>
    </div>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="labelled">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
