import { z } from 'zod'
import { producerAccount } from '../lists/account.ts'
import { listProducers } from '../lists/producers.ts'
import { searchProducers } from '../picking/choices.ts'
import { zDate, zId, zListQuery, zPage, zSearch } from './inputs.ts'
import { createRouter, read } from './trpc.ts'

export const producersRouter = createRouter({
  list: read.input(zListQuery).query(({ ctx, input }) => listProducers(ctx.ledger, input)),
  search: read
    .input(z.strictObject({ text: zSearch, limit: z.int().min(1).max(100) }))
    .query(({ ctx, input }) => searchProducers(ctx.ledger, input)),
  /** The account between two days; `totals` has opening, debit, credit and closing. */
  account: read
    .input(z.strictObject({ producer: zId, from: zDate, to: zDate, page: zPage }))
    .query(({ ctx, input }) => producerAccount(ctx.ledger, input)),
})
