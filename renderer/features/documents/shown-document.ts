import type { DocumentView } from '../../../domain/views.ts'

/** A posted document as it comes over the wire, where what may be anything may also be absent. */
export type ShownDocument = Omit<DocumentView, 'input'> & { readonly input?: unknown }
