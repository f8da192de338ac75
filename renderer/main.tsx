import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Around } from './app.tsx'
import { createScreens } from './routes.tsx'
import { createCoreClient } from './rpc/client.ts'
import { Connection } from './rpc/connection.ts'
import { createQueryClient } from './rpc/rpc.tsx'
import { createTexts } from './texts/i18n.ts'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')

const connection = new Connection()
const core = createCoreClient(connection)
const screens = createScreens()

createRoot(place).render(
  <StrictMode>
    <Around texts={createTexts('ru')} core={core} queries={createQueryClient()} connection={connection}>
      <RouterProvider router={screens} />
    </Around>
  </StrictMode>,
)
