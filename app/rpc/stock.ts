import { z } from 'zod'
import { listStock } from '../lists/stock.ts'
import { listStockMoves } from '../lists/stock-moves.ts'
import { zDate, zId, zListQuery, zPage } from './inputs.ts'
import { createRouter, read } from './trpc.ts'

export const stockRouter = createRouter({
  /** At the end of the day, a row a place and lot. */
  list: read
    .input(z.strictObject({ ...zListQuery.shape, date: zDate }))
    .query(({ ctx, input }) => listStock(ctx.ledger, input)),
  /** What made the quantity, the newest first. */
  moves: read
    .input(
      z.strictObject({
        location: zId.nullable(),
        product: zId,
        lot: zId.optional(),
        date: zDate,
        page: zPage.optional(),
      }),
    )
    .query(({ ctx, input }) => listStockMoves(ctx.ledger, input)),
})
