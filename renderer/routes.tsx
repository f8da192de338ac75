/** Every screen by its address. Features know nothing of each other; here they meet. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router'
import { z } from 'zod'
import { isCivilDate } from '../domain/dates.ts'
import { KINDS } from '../domain/documents/document.ts'
import { CopiesScreen } from './features/copies/copies-screen.tsx'
import { DocumentList } from './features/documents/document-list.tsx'
import { DraftScreen, NewDocument } from './features/documents/open-form.tsx'
import { PostedDocument } from './features/documents/posted-document.tsx'
import { OverviewScreen } from './features/overview/overview-screen.tsx'
import { AccountScreen } from './features/producers/account-screen.tsx'
import { ProducerList } from './features/producers/producer-list.tsx'
import { ProductList } from './features/products/product-list.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import { SettlementScreen } from './features/settlement/settlement-screen.tsx'
import { StockScreen } from './features/stock/stock-screen.tsx'
import { FORM_KINDS } from './frame/form-kinds.ts'
import { BrokenScreen, ComingScreen, MissingScreen } from './frame/other-screens.tsx'
import { Program } from './program.tsx'

const root = createRootRoute({ component: Program, notFoundComponent: MissingScreen })
const under = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path })

const zId = z.coerce.number().int().positive()
const idParam = {
  params: {
    parse: (params: { id: string }) => ({ id: zId.parse(params.id) }),
    stringify: (params: { id: number }) => ({ id: String(params.id) }),
  },
}

const zDay = z.string().refine(isCivilDate).optional().catch(undefined)

/** The filter of a list stands in its address, so that going back finds the list as it was left. */
const listSearch = z.object({
  text: z.string().optional().catch(undefined),
  from: zDay,
  to: zDay,
  kinds: z.array(z.enum(KINDS)).readonly().optional().catch(undefined),
  producer: zId.optional().catch(undefined),
  product: zId.optional().catch(undefined),
  location: zId.optional().catch(undefined),
  lot: zId.optional().catch(undefined),
  status: z.enum(['draft', 'posted', 'reversed']).optional().catch(undefined),
})

const overview = createRoute({ ...under('/'), component: OverviewScreen })

const documents = createRoute({
  ...under('documents'),
  validateSearch: listSearch,
  component: function Documents() {
    return <DocumentList filter={documents.useSearch()} />
  },
})

const newDocument = createRoute({
  ...under('documents/new/$kind'),
  params: {
    parse: ({ kind }) => ({ kind: z.enum(FORM_KINDS).parse(kind) }),
    stringify: ({ kind }) => ({ kind }),
  },
  component: function New() {
    return <NewDocument kind={newDocument.useParams().kind} />
  },
})

const draft = createRoute({
  ...under('documents/draft/$draft'),
  component: function Draft() {
    const { draft: id } = draft.useParams()
    return <DraftScreen key={id} id={id} />
  },
})

const posted = createRoute({
  ...under('documents/$id'),
  ...idParam,
  component: function Posted() {
    const { id } = posted.useParams()
    return <PostedDocument key={id} id={id} />
  },
})

const stock = createRoute({
  ...under('stock'),
  validateSearch: listSearch,
  component: function Stock() {
    return <StockScreen filter={stock.useSearch()} />
  },
})

const settlements = createRoute({ ...under('settlements'), component: SettlementScreen })
const producers = createRoute({
  ...under('producers'),
  validateSearch: listSearch,
  component: function Producers() {
    return <ProducerList filter={producers.useSearch()} />
  },
})

const producer = createRoute({
  ...under('producers/$id'),
  ...idParam,
  component: function Producer() {
    const { id } = producer.useParams()
    return <AccountScreen key={id} id={id} />
  },
})

const products = createRoute({
  ...under('products'),
  validateSearch: listSearch,
  component: function Products() {
    return <ProductList filter={products.useSearch()} />
  },
})

const reports = createRoute({ ...under('reports'), component: ComingScreen })
const journal = createRoute({ ...under('journal'), component: ComingScreen })
const settings = createRoute({ ...under('settings'), component: SettingsScreen })
const copies = createRoute({ ...under('copies'), component: CopiesScreen })

const tree = root.addChildren([
  overview,
  documents,
  newDocument,
  draft,
  posted,
  stock,
  settlements,
  producers,
  producer,
  products,
  reports,
  journal,
  settings,
  copies,
])

export function createScreens(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree: tree,
    history,
    defaultErrorComponent: BrokenScreen,
    defaultNotFoundComponent: MissingScreen,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createScreens>
  }
}
