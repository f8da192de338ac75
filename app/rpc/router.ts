/** Every procedure the window may call, by area. */
import { documentsRouter } from './documents.ts'
import { explainRouter } from './explain.ts'
import { exportsRouter } from './exports.ts'
import { ledgerRouter } from './ledger.ts'
import { chargesRouter, customersRouter, partnersRouter, placesRouter } from './lists.ts'
import { monthsRouter } from './months.ts'
import { overviewRouter } from './overview.ts'
import { producersRouter } from './producers.ts'
import { productsRouter } from './products.ts'
import { settingsRouter } from './settings.ts'
import { stockRouter } from './stock.ts'
import { createRouter } from './trpc.ts'

export const router = createRouter({
  ledger: ledgerRouter,
  overview: overviewRouter,
  documents: documentsRouter,
  stock: stockRouter,
  months: monthsRouter,
  producers: producersRouter,
  products: productsRouter,
  places: placesRouter,
  partners: partnersRouter,
  customers: customersRouter,
  charges: chargesRouter,
  explain: explainRouter,
  settings: settingsRouter,
  exports: exportsRouter,
})

/** What the window knows of the core. */
export type AppRouter = typeof router
