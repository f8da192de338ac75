/** Names in explanations: those with `#` are texts of the interface, all others are the ledger's own. */
import type { TFunction } from 'i18next'
import { KINDS } from '../../../domain/documents/document.ts'
import { monthRu } from '../../texts/month-ru.ts'

type Label = keyof typeof monthRu.explain.label

const isLabel = (key: string): key is Label => Object.hasOwn(monthRu.explain.label, key)

export function wordOf(t: TFunction, label: string): string {
  if (!label.startsWith('#')) return label
  const key = label.slice(1)
  const kind = KINDS.find((known) => key === `kind.${known}`)
  if (kind) return t(`documents.kind.${kind}`)
  return isLabel(key) ? t(`explain.label.${key}`) : key
}
