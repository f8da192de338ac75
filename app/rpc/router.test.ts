import type { AnyProcedure } from '@trpc/server'
import { expect, test } from 'vitest'
import { router } from './router.ts'
import type { Meta } from './trpc.ts'

const procedures = Object.entries(router._def.procedures as unknown as Record<string, AnyProcedure>)

const definitionOf = (procedure: AnyProcedure) =>
  procedure._def as unknown as { type: string; meta?: Meta; inputs: readonly unknown[] }

test.each(procedures)('%s declares what it takes, its kind and who may call it', (_, procedure) => {
  const { type, meta, inputs } = definitionOf(procedure)
  expect(inputs.length).toBeGreaterThan(0)
  expect(['read', 'write', 'admin']).toContain(meta?.kind)
  expect(['viewer', 'chair', 'bookkeeper']).toContain(meta?.role)
  // A question never changes anything: what does is asked for by a mutation, or streamed.
  if (type === 'query') expect(meta?.kind).toBe('read')
})
