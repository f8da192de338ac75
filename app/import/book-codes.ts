/** The codes a book uses, resolved to the ledger's ids as its catalogues are taken in. */

import { allLocations, allPartners, allProducers, allProducts } from '../../db/queries/catalogues.ts'
import type { LocationTable, PartnerTable, ProducerTable, ProductTable } from '../../db/schema.ts'
import type { Reader } from '../../db/sqlite/connection.ts'
import { fold } from '../../domain/fold.ts'
import { OWN_ORGANISATION } from '../../domain/settlement.ts'

export class BookCodes {
  readonly partners: Map<string, PartnerTable>
  readonly locations: Map<string, LocationTable>
  readonly producers: Map<string, ProducerTable>
  readonly products: Map<string, ProductTable>

  constructor(reader: Reader) {
    this.partners = new Map(allPartners.all(reader, {}).map((row) => [row.code, row]))
    this.locations = new Map(allLocations.all(reader, {}).map((row) => [row.code, row]))
    this.producers = new Map(allProducers.all(reader, {}).map((row) => [row.code, row]))
    this.products = new Map(allProducts.all(reader, {}).map((row) => [row.article, row]))
  }
}

/** Whether the text names the association itself rather than a partner. */
export const isOwn = (organisation: string): boolean => fold(organisation) === fold(OWN_ORGANISATION)
