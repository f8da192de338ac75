import { z } from 'zod'
import { overview } from '../overview.ts'
import { zMonth } from './inputs.ts'
import { createRouter, read } from './trpc.ts'

export const overviewRouter = createRouter({
  /** Without a month: the first that is not closed. */
  get: read
    .input(z.strictObject({ month: zMonth.optional() }))
    .query(({ ctx, input }) => overview(ctx.ledger, input.month)),
})
