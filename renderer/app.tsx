/** All that surrounds the screens: texts, colours, keys, the core. Tests render the same with a core of their own. */
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { KeysProvider } from './keys/use-keys.tsx'
import type { CoreClient } from './rpc/client.ts'
import type { Connection } from './rpc/connection.ts'
import { RpcProvider } from './rpc/rpc.tsx'
import { useLanguage } from './texts/use-language.ts'
import { cssVariablesResolver, theme } from './theme/mantine.ts'
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
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <CalendarWords>
          <Notifications position="bottom-right" />
          <RpcProvider core={core} queries={queries} connection={connection}>
            <KeysProvider>{children}</KeysProvider>
          </RpcProvider>
        </CalendarWords>
      </MantineProvider>
    </I18nextProvider>
  )
}

function CalendarWords({ children }: { readonly children: ReactNode }) {
  return (
    <DatesProvider settings={{ locale: useLanguage(), firstDayOfWeek: 1, consistentWeeks: true }}>
      {children}
    </DatesProvider>
  )
}
