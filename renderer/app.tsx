/** All that surrounds the screens: texts, colours, keys, the core. Tests render the same with a core of their own. */
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { KeysProvider } from './keys/use-keys.tsx'
import type { CoreClient } from './rpc/client.ts'
import type { Connection } from './rpc/connection.ts'
import { RpcProvider } from './rpc/rpc.tsx'
import { useLanguage } from './texts/use-language.ts'
import { cssVariablesResolver, themeWith } from './theme/mantine.ts'
import './theme/styles.ts'

interface AroundProps {
  readonly texts: i18n
  readonly core: CoreClient
  readonly queries: QueryClient
  readonly connection: Connection
  readonly children: ReactNode
}

export function Around({ texts, core, queries, connection, children }: AroundProps) {
  return (
    <I18nextProvider i18n={texts}>
      <Dressed>
        <Notifications position="bottom-right" />
        <RpcProvider core={core} queries={queries} connection={connection}>
          <KeysProvider>{children}</KeysProvider>
        </RpcProvider>
      </Dressed>
    </I18nextProvider>
  )
}

/** Colours, and the words that the ready pieces say by themselves. */
function Dressed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const close = t('error.close')
  const theme = useMemo(() => themeWith(close), [close])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, consistentWeeks: true }}>
        {children}
      </DatesProvider>
    </MantineProvider>
  )
}
