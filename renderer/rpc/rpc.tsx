/** The core in React: typed queries and mutations, asked again by themselves when the core comes back. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import type { AppRouter } from '../../app/rpc/router.ts'
import type { CoreClient } from './client.ts'
import { Connection, type CoreState } from './connection.ts'
import { isLost } from './problem.ts'

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/** Queries and mutations as options: `useQuery(rpc.documents.get.queryOptions({ id }))`. */
export const useRpc = useTRPC
/** The bare client, for what is called by hand. */
export const useCore = useTRPCClient

const ConnectionContext = createContext(new Connection())

/** How long to wait before asking a lost core again: quick at first, then every two seconds. */
const waitAgain_ms = (attempt: number) => Math.min(2000, 200 * 2 ** attempt)

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core is on this machine: whether the network is there says nothing about it.
        networkMode: 'always',
        retry: (_failures, error) => isLost(error),
        retryDelay: waitAgain_ms,
        refetchOnWindowFocus: false,
        staleTime: 10_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

interface RpcProviderProps {
  readonly core: CoreClient
  readonly queries: QueryClient
  readonly connection: Connection
  readonly children: ReactNode
}

export function RpcProvider({ core, queries, connection, children }: RpcProviderProps) {
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <TRPCProvider queryClient={queries} trpcClient={core}>
          {children}
        </TRPCProvider>
      </QueryClientProvider>
    </ConnectionContext>
  )
}

export function useCoreState(): CoreState {
  const connection = use(ConnectionContext)
  return useSyncExternalStore(connection.subscribe, connection.state)
}
