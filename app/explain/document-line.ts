/** One line of a posted document: price times quantity, less its discount; the terms, the lot, the sale it takes back. */
import { allAgreements } from '../../db/queries/catalogues.ts'
import { documentById } from '../../db/queries/documents.ts'
import { lineOf, openingOfLot } from '../../db/queries/explain.ts'
import type { DocumentLineTable } from '../../db/schema.ts'
import { EsepError } from '../../domain/error.ts'
import type {
  ExplainedLine,
  ExplainedPart,
  ExplainedRule,
  ExplainedShare,
  Explanation,
} from '../../domain/explanation.ts'
import { priceTimes } from '../../domain/money.ts'
import type { Ledger } from '../ledger.ts'
import { termsView } from '../terms-view.ts'
import { explainedLine, explanation } from './parts.ts'

interface LineRef {
  readonly document: number
  readonly line: number
  readonly part: number
}

/** @throws EsepError `unknown_document` */
export function explainDocumentLine(ledger: Ledger, ref: LineRef): Explanation {
  const row = lineOf.get(ledger.connection, { document: ref.document, line: ref.line, part: ref.part })
  if (!row) throw new EsepError('unknown_document', { id: `${ref.document}/${ref.line}/${ref.part}` })
  return explanation({
    title: '#document_line',
    amount: row.amount_tyiyn,
    parts: partsOf(row),
    rules: ruleOf(ledger, row),
    partners: shareOf(ledger, row),
    lines: linesOf(ledger, row),
  })
}

/** A part taken back is a share of each sum, each rounded by itself, so a tyiyn may be left over. */
function partsOf(row: DocumentLineTable): ExplainedPart[] {
  const { price_tyiyn, quantity_milli, discount_tyiyn, amount_tyiyn } = row
  if (price_tyiyn === null || amount_tyiyn === 0) return [{ label: '#amount', amount: amount_tyiyn }]
  const gross = priceTimes(price_tyiyn, quantity_milli)
  const rest = amount_tyiyn - gross + discount_tyiyn
  return [
    { label: '#price_times_quantity', amount: gross },
    ...(discount_tyiyn === 0 ? [] : [{ label: '#discount', amount: 0 - discount_tyiyn }]),
    ...(rest === 0 ? [] : [{ label: '#rounding', amount: rest }]),
  ]
}

function ruleOf(ledger: Ledger, row: DocumentLineTable): ExplainedRule[] {
  const terms = row.terms_id === null ? null : termsView(ledger, row.terms_id)
  return terms ? [{ terms, base: row.amount_tyiyn, result: row.commission_tyiyn, lines: 1 }] : []
}

function shareOf({ connection, catalogue }: Ledger, row: DocumentLineTable): ExplainedShare[] {
  const agreement = allAgreements.all(connection, {}).find(({ id }) => id === row.agreement_id)
  if (!agreement || row.partner_id === null) return []
  const { share_bp: rate, base: of } = agreement
  return [{ name: catalogue.partner(row.partner_id).name, rate, of, share: row.partner_tyiyn }]
}

function linesOf({ connection, catalogue }: Ledger, row: DocumentLineTable): ExplainedLine[] {
  const { name } = catalogue.product(row.product_id)
  const document = documentById.get(connection, { id: row.document_id })
  const lot = row.lot_id === null ? undefined : openingOfLot.get(connection, { lot: row.lot_id })
  const sale =
    row.source_document_id === null ? undefined : documentById.get(connection, { id: row.source_document_id })
  return [
    ...(document ? [explainedLine(document, name, row.quantity_milli, row.amount_tyiyn)] : []),
    ...(sale ? [explainedLine(sale, name, null, 0)] : []),
    ...(lot && lot.id !== row.document_id ? [explainedLine(lot, name, null, 0)] : []),
  ]
}
