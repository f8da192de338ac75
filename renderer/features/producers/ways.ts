import type { TFunction } from 'i18next'

const WAYS = ['cash', 'bank', 'wallet'] as const

/** How a producer is paid, in words; empty where it is not known. */
export function wayOf(t: TFunction, method: string): string {
  const way = WAYS.find((known) => known === method)
  return way ? t(`documents.payment.${way}`) : ''
}
