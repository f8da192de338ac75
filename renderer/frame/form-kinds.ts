import { type DocumentKind, KINDS } from '../../domain/documents/document.ts'

export type FormKind = Exclude<DocumentKind, 'settlement'>

/** Kinds entered by hand; settlements are made by settling a month. */
export const FORM_KINDS: readonly FormKind[] = KINDS.filter((kind) => kind !== 'settlement')

export const isFormKind = (kind: string): kind is FormKind => FORM_KINDS.some((known) => known === kind)
