/** The whole window at an address, over a core of the test's own. */
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from 'vitest-browser-react'
import type { Language } from '../../domain/format.ts'
import { Around } from '../app.tsx'
import { createScreens } from '../routes.tsx'
import { createQueryClient } from '../rpc/rpc.tsx'
import { createTexts } from '../texts/i18n.ts'
import type { FakeCore } from './fake-core.ts'

export async function renderScreens(
  { core, connection }: FakeCore,
  address: string,
  language: Language = 'ru',
) {
  const screens = createScreens(createMemoryHistory({ initialEntries: [address] }))
  const shown = await render(
    <div style={{ height: 768 }}>
      <Around texts={createTexts(language)} core={core} queries={createQueryClient()} connection={connection}>
        <RouterProvider router={screens} />
      </Around>
    </div>,
  )
  return { ...shown, screens }
}
