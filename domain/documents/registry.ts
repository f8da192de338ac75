/** Every kind of document; a kind without its rule does not compile. */
import type { z } from 'zod'
import { charge } from './charge.ts'
import { customerReturn } from './customer-return.ts'
import type { DocumentKind, DocumentType } from './document.ts'
import { money } from './money.ts'
import { opening } from './opening.ts'
import { payout } from './payout.ts'
import { producerReturn } from './producer-return.ts'
import { receipt } from './receipt.ts'
import { repricing } from './repricing.ts'
import { sale } from './sale.ts'
import { settlement } from './settlement.ts'
import { stockCount } from './stock-count.ts'
import { transfer } from './transfer.ts'
import { writeOff } from './write-off.ts'

export const DOCUMENTS = {
  opening,
  receipt,
  transfer,
  sale,
  customer_return: customerReturn,
  producer_return: producerReturn,
  write_off: writeOff,
  stock_count: stockCount,
  repricing,
  charge,
  settlement,
  payout,
  money,
} as const satisfies { [K in DocumentKind]: { schema: z.ZodType<{ kind: K }>; post: unknown } }

type InputOf<T> = T extends DocumentType<infer Input> ? Input : never

/** What posts: any document of any kind, as its schema takes it. */
export type DocumentInput = { [K in DocumentKind]: InputOf<(typeof DOCUMENTS)[K]> }[DocumentKind]
export type InputFor<K extends DocumentKind> = Extract<DocumentInput, { kind: K }>
