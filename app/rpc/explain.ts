import { explain } from '../explain/explain.ts'
import { zFigureRef } from './inputs.ts'
import { createRouter, read } from './trpc.ts'

export const explainRouter = createRouter({
  /** F7: how the figure is made. */
  figure: read.input(zFigureRef).query(({ ctx, input }) => explain(ctx.ledger, input)),
})
