/** Short lists to choose from: places, partners, customers, kinds of charges. */
import { z } from 'zod'
import {
  allPartnersToPick,
  allPlaces,
  chargeKinds,
  nameCustomer,
  searchCustomers,
} from '../picking/choices.ts'
import { zSearch } from './inputs.ts'
import { createRouter, nothing, read, write } from './trpc.ts'

export const placesRouter = createRouter({
  all: read.input(nothing).query(({ ctx }) => allPlaces(ctx.ledger)),
})

export const partnersRouter = createRouter({
  all: read.input(nothing).query(({ ctx }) => allPartnersToPick(ctx.ledger)),
})

export const customersRouter = createRouter({
  search: read
    .input(z.strictObject({ text: zSearch, limit: z.int().min(1).max(100) }))
    .query(({ ctx, input }) => searchCustomers(ctx.ledger, input)),
  /** The customer of this name, added when new. */
  named: write
    .input(z.strictObject({ name: z.string().min(1).max(200) }))
    .mutation(({ ctx, input }) => nameCustomer(ctx.ledger, input.name, ctx.actor)),
})

export const chargesRouter = createRouter({
  kinds: read.input(nothing).query(({ ctx }) => chargeKinds(ctx.ledger)),
})
