import { z } from 'zod'
import { documentView } from '../document-view.ts'
import { checkForm } from '../form/check.ts'
import { correct, discard, draftView, keepDraft, postForm, reverse } from '../form/forms.ts'
import { listDocuments } from '../lists/documents.ts'
import { zForm, zFormKind, zId, zListQuery, zReason, zUuid } from './inputs.ts'
import { createRouter, read, write } from './trpc.ts'

export const documentsRouter = createRouter({
  list: read.input(zListQuery).query(({ ctx, input }) => listDocuments(ctx.ledger, input)),
  get: read.input(z.strictObject({ id: zId })).query(({ ctx, input }) => documentView(ctx.ledger, input.id)),
  /** What the form would do if it were posted now; nothing is written. */
  check: read.input(zForm).query(({ ctx, input }) => checkForm(ctx.ledger, input)),
  post: write.input(zForm).mutation(({ ctx, input }) => postForm(ctx.ledger, input, ctx.actor)),
  draft: read.input(z.strictObject({ id: zUuid })).query(({ ctx, input }) => draftView(ctx.ledger, input.id)),
  saveDraft: write
    .input(z.strictObject({ id: zUuid, kind: zFormKind, input: z.json() }))
    .mutation(({ ctx, input }) => keepDraft(ctx.ledger, input, ctx.actor)),
  discardDraft: write
    .input(z.strictObject({ id: zUuid }))
    .mutation(({ ctx, input }) => discard(ctx.ledger, input.id, ctx.actor)),
  reverse: write
    .input(z.strictObject({ id: zUuid, document: zId, reason: zReason }))
    .mutation(({ ctx, input }) => reverse(ctx.ledger, input, ctx.actor)),
  /** «Исправить»: reverses, and opens a draft copy. */
  correct: write
    .input(z.strictObject({ document: zId, reason: zReason, reversalId: zUuid, draftId: zUuid }))
    .mutation(({ ctx, input }) => correct(ctx.ledger, input, ctx.actor)),
})
