/** The way to the core: the desktop bridge where there is one, else HTTP to the address the page came from. */
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
  type TRPCLink,
} from '@trpc/client'
import { observable, tap } from '@trpc/server/observable'
import type { AppRouter } from '../../app/rpc/router.ts'
import { bridge } from '../shell.ts'
import type { Connection } from './connection.ts'
import { portLink } from './port-link.ts'
import { isLost } from './problem.ts'

export type CoreClient = TRPCClient<AppRouter>

const HTTP_PATH = '/rpc'

export function createCoreClient(connection: Connection): CoreClient {
  const shell = bridge()
  const links = shell ? [portLink<AppRouter>(shell)] : httpLinks()
  return createTRPCClient<AppRouter>({ links: [watchLink(connection), ...links] })
}

/** Every answer, a refusal too, shows that the core lives. */
export function watchLink(connection: Connection): TRPCLink<AppRouter> {
  return () =>
    ({ next, op }) =>
      observable((observer) =>
        next(op)
          .pipe(
            tap({
              next: () => connection.set('up'),
              error: (error) => connection.set(isLost(error) ? 'down' : 'up'),
            }),
          )
          .subscribe(observer),
      )
}

function httpLinks(): TRPCLink<AppRouter>[] {
  const url = HTTP_PATH
  return [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url }),
      // A long list of calls does not fit an address: batches go by POST and are cut.
      false: httpBatchLink({ url, methodOverride: 'POST', maxItems: 100 }),
    }),
  ]
}
