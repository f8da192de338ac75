import { z } from 'zod'
import { METHODS } from '../../domain/registers.ts'
import { ORGANISATION_SETTINGS } from '../organisation.ts'
import { saveSettings, settingsView } from '../settings.ts'
import { zDate, zMoney } from './inputs.ts'
import { admin, createRouter, nothing, read } from './trpc.ts'

type Detail = keyof typeof ORGANISATION_SETTINGS
const details = Object.keys(ORGANISATION_SETTINGS) as [Detail, ...Detail[]]

export const settingsRouter = createRouter({
  get: read.input(nothing).query(({ ctx }) => settingsView(ctx.ledger)),
  /** What is given changes from the day; each change is an entry of the chain. */
  save: admin
    .input(
      z.strictObject({
        from: zDate,
        organisation: z.partialRecord(z.enum(details), z.string().max(500)).optional(),
        minimumPayout: zMoney.nonnegative().optional(),
        cashRounding: z.boolean().optional(),
        defaultTerms: z.strictObject({ method: z.enum(METHODS), rate: z.int().nonnegative() }).optional(),
        language: z.enum(['ru', 'ky', 'en']).optional(),
      }),
    )
    .mutation(({ ctx, input }) => saveSettings(ctx.ledger, input, ctx.actor)),
})
