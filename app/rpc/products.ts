import { z } from 'zod'
import { listProducts } from '../lists/products.ts'
import { productFacts } from '../picking/product-facts.ts'
import { searchProducts } from '../picking/product-search.ts'
import { zDate, zId, zListQuery, zSearch } from './inputs.ts'
import { createRouter, read } from './trpc.ts'

export const productsRouter = createRouter({
  list: read.input(zListQuery).query(({ ctx, input }) => listProducts(ctx.ledger, input)),
  search: read
    .input(
      z.strictObject({
        text: zSearch,
        /** Stock is told at this place, and what stands there comes first. */
        location: zId.optional(),
        /** Only goods of this producer. */
        producer: zId.optional(),
        day: zDate,
        limit: z.int().min(1).max(100),
      }),
    )
    .query(({ ctx, input }) => searchProducts(ctx.ledger, input)),
  facts: read
    .input(z.strictObject({ product: zId, location: zId.nullable(), day: zDate }))
    .query(({ ctx, input }) => productFacts(ctx.ledger, input)),
})
