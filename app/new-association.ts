/** The second door of the first run: an empty ledger with all that the first document needs. */
import { addLocation, addTerms, setSetting } from './catalogues.ts'
import { type Actor, change, type Ledger } from './ledger.ts'

export interface NewAssociation {
  readonly organisation: string
  readonly firstPlace: { readonly code: string; readonly name: string }
  /** The association's commission on every sale, unless other terms say so. */
  readonly defaultCommission_bp: number
}

export function setUpAssociation(
  ledger: Ledger,
  { organisation, firstPlace, defaultCommission_bp }: NewAssociation,
  actor: Actor,
): Promise<void> {
  return change(ledger, actor, (work) => {
    setSetting(work, { key: 'organisation', from_date: '', value: organisation })
    addLocation(work, { ...firstPlace, type: 'shop', address: '' })
    addTerms(work, {
      from_date: '',
      lot_id: null,
      product_id: null,
      producer_id: null,
      location_id: null,
      method: 'percent_of_sale',
      rate_bp: defaultCommission_bp,
      fixed_tyiyn: null,
    })
  })
}
