import { z } from 'zod'
import { exportLedgerBook, exportList, exportSettlement, exportStatement, exportStock } from '../exports.ts'
import { zDate, zId, zListFilter, zMonth } from './inputs.ts'
import { createRouter, nothing, read } from './trpc.ts'

const sort = z.strictObject({ column: z.string().max(40), descending: z.boolean() })

/** Files for Excel; the shell asks where to put them. */
export const exportsRouter = createRouter({
  /** Any list as it is shown: its filter, its order, its columns with their headings. */
  list: read
    .input(
      z.strictObject({
        list: z.enum(['documents', 'stock', 'producers', 'products', 'account']),
        title: z.string().min(1).max(120),
        filter: zListFilter,
        sort,
        columns: z
          .array(
            z.strictObject({
              key: z.string().max(40),
              heading: z.string().max(120),
              /** What codes of the column are called. */
              words: z.record(z.string().max(40), z.string().max(120)).optional(),
            }),
          )
          .min(1)
          .max(40),
        /** Of the stock, at the end of the day. */
        date: zDate.optional(),
      }),
    )
    .mutation(({ ctx, input }) => exportList(ctx, input)),
  settlement: read
    .input(z.strictObject({ month: zMonth, producer: zId.optional() }))
    .mutation(({ ctx, input }) => exportSettlement(ctx, input)),
  stock: read
    .input(
      z.strictObject({
        date: zDate,
        location: zId.optional(),
        by: z.enum(['lot', 'product', 'producer']),
      }),
    )
    .mutation(({ ctx, input }) => exportStock(ctx, input)),
  statement: read
    .input(z.strictObject({ producer: zId, from: zDate, to: zDate }))
    .mutation(({ ctx, input }) => exportStatement(ctx, input)),
  /** The whole ledger as a ledger book. */
  book: read.input(nothing).mutation(({ ctx }) => exportLedgerBook(ctx)),
})
