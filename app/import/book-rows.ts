/** Catalogue rows from the cells of a book: an empty cell leaves what is known. */

import type { ProducerTable, ProductTable } from '../../db/schema.ts'
import type { RowValues } from '../../domain/book/sheets.ts'

export function producerRow(
  values: RowValues<'producers'>,
  organisation: string,
  known: ProducerTable | undefined,
): Omit<ProducerTable, 'id' | 'name_fold'> {
  return {
    code: values.code,
    name: values.name,
    kind: values.kind ?? known?.kind ?? '',
    organisation,
    leader: values.leader ?? known?.leader ?? '',
    oblast: values.oblast ?? known?.oblast ?? '',
    district: values.district ?? known?.district ?? '',
    aymak: values.aymak ?? known?.aymak ?? '',
    village: values.village ?? known?.village ?? '',
    phone: values.phone ?? known?.phone ?? '',
    inn: values.inn ?? known?.inn ?? '',
    passport: values.passport ?? known?.passport ?? '',
    tax_status: values.taxStatus ?? known?.tax_status ?? '',
    payout_method: values.payoutMethod ?? known?.payout_method ?? '',
    details: values.details ?? known?.details ?? '',
    joined: values.joined ?? known?.joined ?? '',
    language: values.language ?? known?.language ?? '',
    note: values.note ?? known?.note ?? '',
  }
}

export const EMPTY_PRODUCT = {
  name_ky: '',
  name_en: '',
  producer_id: null,
  category: '',
  brand_line: '',
  barcode: null,
  net_tyiyn: null,
  shelf_life_days: null,
  composition: '',
  storage: '',
  certificate: '',
  certificate_until: '',
  story: '',
  components: '[]',
} as const

export function productRow(
  values: RowValues<'products'>,
  producer_id: number,
  known: ProductTable | undefined,
): Omit<ProductTable, 'id' | 'name_fold'> {
  return {
    article: values.article,
    name: values.name,
    name_ky: values.nameKy ?? known?.name_ky ?? '',
    name_en: values.nameEn ?? known?.name_en ?? '',
    producer_id,
    category: values.category ?? known?.category ?? '',
    brand_line: values.brandLine ?? known?.brand_line ?? '',
    unit: values.unit,
    barcode: values.barcode ?? known?.barcode ?? null,
    price_tyiyn: values.price ?? known?.price_tyiyn ?? null,
    net_tyiyn: values.net ?? known?.net_tyiyn ?? null,
    shelf_life_days: values.shelfLifeDays ?? known?.shelf_life_days ?? null,
    composition: values.composition ?? known?.composition ?? '',
    storage: values.storage ?? known?.storage ?? '',
    certificate: values.certificate ?? known?.certificate ?? '',
    certificate_until: values.certificateUntil ?? known?.certificate_until ?? '',
    story: values.story ?? known?.story ?? '',
    components: known?.components ?? '[]',
  }
}
