import { z } from 'zod'
import { closeMonth } from '../close.ts'
import { payAll, payoutOffers } from '../month-payouts.ts'
import { settlementView } from '../month-settlement.ts'
import { monthSpine } from '../month-spine.ts'
import { reopenMonth, settleMonth } from '../months.ts'
import { zDate, zId, zMoney, zMonth, zReason, zUuid } from './inputs.ts'
import { admin, createRouter, read, write } from './trpc.ts'

const month = z.strictObject({ month: zMonth })

export const monthsRouter = createRouter({
  /** Without a month: the first that is not closed. */
  spine: read
    .input(z.strictObject({ month: zMonth.optional() }))
    .query(({ ctx, input }) => monthSpine(ctx.ledger, input.month)),
  settlement: read.input(month).query(({ ctx, input }) => settlementView(ctx.ledger, input.month)),
  settle: admin.input(month).mutation(async ({ ctx, input }) => {
    await settleMonth(ctx.ledger, input.month, ctx.actor)
    return settlementView(ctx.ledger, input.month)
  }),
  payoutOffers: read.input(month).query(({ ctx, input }) => payoutOffers(ctx.ledger, input.month)),
  /** One payout with a line a producer: a batch that goes out whole or not at all. */
  payAll: write
    .input(
      z.strictObject({
        id: zUuid,
        month: zMonth,
        date: zDate,
        lines: z
          .array(
            z.strictObject({
              producer: zId,
              amount: zMoney.positive(),
              method: z.enum(['cash', 'bank', 'wallet']),
            }),
          )
          .min(1)
          .max(5000),
      }),
    )
    .mutation(({ ctx, input }) => payAll(ctx.ledger, input, ctx.actor)),
  close: admin.input(month).mutation(async ({ ctx, input }) => {
    await closeMonth(ctx.ledger, input.month, ctx.actor)
    return monthSpine(ctx.ledger, input.month)
  }),
  reopen: admin
    .meta({ kind: 'admin', role: 'chair' })
    .input(z.strictObject({ month: zMonth, reason: zReason }))
    .mutation(async ({ ctx, input }) => {
      await reopenMonth(ctx.ledger, input.month, input.reason, ctx.actor)
      return monthSpine(ctx.ledger, input.month)
    }),
})
