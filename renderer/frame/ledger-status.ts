import { useQuery } from '@tanstack/react-query'
import type { LedgerStatus } from '../../domain/views.ts'
import { useRpc } from '../rpc/rpc.tsx'

/** The ledger that is open: its organisation, month, copies and counts. Undefined until the core answers. */
export function useLedgerStatus(): LedgerStatus | undefined {
  const rpc = useRpc()
  return useQuery(rpc.ledger.status.queryOptions()).data
}
