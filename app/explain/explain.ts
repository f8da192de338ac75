/** F7: how a figure is made, from which lines, by which rule; two steps at most to the document. */
import type { Explanation, FigureRef } from '../../domain/explanation.ts'
import { type Ledger, look } from '../ledger.ts'
import { explainBalance } from './balance.ts'
import { explainDocumentLine } from './document-line.ts'
import { explainFigure } from './producer-month.ts'
import { explainStock } from './stock.ts'

/** @throws EsepError `unknown_producer`, `unknown_document` */
export function explain(ledger: Ledger, ref: FigureRef): Promise<Explanation> {
  return look(ledger, () => explanationOf(ledger, ref))
}

function explanationOf(ledger: Ledger, ref: FigureRef): Explanation {
  switch (ref.kind) {
    case 'producer_month':
      return explainFigure(ledger, ref)
    case 'balance':
      return explainBalance(ledger, ref.producer)
    case 'stock':
      return explainStock(ledger, ref)
    case 'document_line':
      return explainDocumentLine(ledger, ref)
  }
}
