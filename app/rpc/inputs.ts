/** What procedures take: strict, with limits on every length. */
import { z } from 'zod'
import { type CivilDate, isCivilDate, isMonth, type Month } from '../../domain/dates.ts'
import { type DocumentKind, KINDS, zId, zMoney } from '../../domain/documents/document.ts'
import { FIGURES } from '../../domain/registers.ts'

export { zId, zMoney }

export const zDate: z.ZodType<CivilDate, CivilDate> = z.string().refine(isCivilDate, 'not a date')
export const zMonth: z.ZodType<Month, Month> = z.string().refine(isMonth, 'not a month')
/** What is typed into a box that searches. */
export const zSearch = z.string().max(200)
export const zReason = z.string().max(2000)
/** An id made by the window, a UUID: the same one does its work once. */
export const zUuid = z.string().min(1).max(64)

/** Settlements are made by settling a month, never by hand. */
const FORM_KINDS = KINDS.filter((kind): kind is Exclude<DocumentKind, 'settlement'> => kind !== 'settlement')
export const zFormKind = z.enum(FORM_KINDS)

/** A form as it was typed: only its kind and id are sure. The engine checks the rest, field by field. */
export const zForm = z.looseObject({ kind: zFormKind, id: zUuid })

export const zPage = z.strictObject({
  offset: z.int().min(0).max(10_000_000),
  limit: z.int().min(1).max(500),
})

export const zListFilter = z.strictObject({
  text: zSearch.optional(),
  from: zDate.optional(),
  to: zDate.optional(),
  kinds: z.array(z.enum(KINDS)).max(KINDS.length).readonly().optional(),
  producer: zId.optional(),
  product: zId.optional(),
  location: zId.optional(),
  lot: zId.optional(),
  status: z.enum(['draft', 'posted', 'reversed']).optional(),
})

export const zListQuery = z.strictObject({
  filter: zListFilter,
  sort: z.strictObject({ column: z.string().max(40), descending: z.boolean() }),
  page: zPage,
})

const FIGURE_KEYS = [...FIGURES, 'due', 'closing', 'payable'] as const

export const zFigureRef = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('producer_month'),
    producer: zId,
    month: zMonth,
    figure: z.enum(FIGURE_KEYS),
  }),
  z.strictObject({ kind: z.literal('balance'), producer: zId }),
  z.strictObject({
    kind: z.literal('stock'),
    location: zId.nullable(),
    product: zId,
    lot: zId.optional(),
    date: zDate,
  }),
  z.strictObject({ kind: z.literal('document_line'), document: zId, line: zId, part: z.int().nonnegative() }),
])
