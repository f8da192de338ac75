import { z } from 'zod'
import type { CopyView, ImportProgress } from '../../domain/views.ts'
import { copyViews, makeCopy } from '../copies.ts'
import { MEGABYTE, MOST_FILE_MB } from '../import/limits.ts'
import { importView, takeInBooks } from '../import/take-in.ts'
import { ledgerStatus } from '../ledger-status.ts'
import { setUpAssociation } from '../new-association.ts'
import { streamed } from './progress.ts'
import { admin, createRouter, nothing, shellAdmin, shellRead } from './trpc.ts'

/** Base64 makes four letters of three bytes. */
const MOST_LETTERS = Math.ceil((MOST_FILE_MB * MEGABYTE) / 3) * 4

const newAssociation = z.strictObject({
  organisation: z.string().trim().min(1).max(300),
  firstPlace: z.strictObject({
    code: z.string().trim().min(1).max(40),
    name: z.string().trim().min(1).max(200),
  }),
  /** Basis points. */
  defaultCommission: z.int().min(0).max(10_000),
})

const importOrder = z.strictObject({
  files: z.array(z.uuid()).min(1).max(20),
  dryRun: z.boolean(),
  strict: z.boolean().default(false),
  language: z.enum(['ru', 'ky', 'en']).default('ru'),
})

export const ledgerRouter = createRouter({
  status: shellRead.input(nothing).query(({ ctx }) => ledgerStatus(ctx.desk, ctx.clock)),

  /** Tries again to open a ledger that another program held. */
  retry: shellAdmin.input(nothing).mutation(async ({ ctx }) => {
    await ctx.desk.open()
    return ledgerStatus(ctx.desk, ctx.clock)
  }),

  createEmpty: shellAdmin.input(newAssociation).mutation(async ({ ctx, input }) => {
    const { defaultCommission: defaultCommission_bp, ...rest } = input
    await ctx.desk.make((ledger) => setUpAssociation(ledger, { ...rest, defaultCommission_bp }, ctx.actor))
    return ledgerStatus(ctx.desk, ctx.clock)
  }),

  /** Months made of all; the first time it takes some seconds. */
  openDemo: shellAdmin.input(nothing).subscription(async function* ({ ctx, signal }) {
    type Progress = { readonly done: number; readonly total: number }
    yield* streamed<Progress, void>(signal, (tell, stop) =>
      ctx.desk.openDemo({ signal: stop, onProgress: (done, total) => tell({ done, total }) }),
    )
  }),

  leaveDemo: shellAdmin.input(nothing).mutation(async ({ ctx }) => {
    await ctx.desk.leaveDemo()
    return ledgerStatus(ctx.desk, ctx.clock)
  }),

  /** A file the user chose or dropped. @returns the token it goes by from now on. */
  upload: shellAdmin
    .input(z.strictObject({ name: z.string().min(1).max(255), base64: z.base64().max(MOST_LETTERS) }))
    .mutation(({ ctx, input }) => ({
      token: ctx.uploads.put(input.name, Buffer.from(input.base64, 'base64')),
    })),

  /** The last word has the result; unsubscribing before leaves the ledger as it was. */
  importBook: shellAdmin.input(importOrder).subscription(async function* ({ ctx, input, signal }) {
    const { files: tokens, dryRun, strict, language } = input
    const files = ctx.uploads.get(tokens)
    const last = yield* streamed<ImportProgress, ImportProgress>(signal, async (tell, stop) => {
      const step = (progress: Omit<ImportProgress, 'result'>) => tell({ ...progress, result: null })
      const result = await takeInBooks(ctx, { files, dryRun, strict, signal: stop, tell: step })
      const posted = result.counts.reduce((sum, count) => sum + count.posted, 0)
      return { phase: 'done', done: posted, total: posted, result: importView(result, language) }
    })
    yield last
  }),

  copies: shellRead.input(nothing).query(async ({ ctx }): Promise<CopyView[]> => {
    const ledger = await ctx.desk.ledgerIfAny()
    const { file } = ctx.desk
    return file === undefined ? [] : copyViews(file, ledger)
  }),

  makeCopy: admin.input(nothing).mutation(async ({ ctx }) => {
    const { name } = await makeCopy(ctx.ledger, 'manual', { actor: ctx.actor })
    return { name }
  }),

  /** By the name it is listed with. */
  restore: shellAdmin
    .input(z.strictObject({ name: z.string().min(1).max(255) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.desk.restore(input.name, ctx.actor)
      return ledgerStatus(ctx.desk, ctx.clock)
    }),
})
