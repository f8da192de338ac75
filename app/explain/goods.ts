/** Sales, returns and the commission on them, line by line, and the terms that applied. */
import { allAgreements } from '../../db/queries/catalogues.ts'
import { goodsLinesOfProducer } from '../../db/queries/explain.ts'
import { firstDay, lastDay } from '../../domain/dates.ts'
import type { ExplainedRule, ExplainedShare, Explanation } from '../../domain/explanation.ts'
import { groupBy } from '../catalogue.ts'
import type { Ledger } from '../ledger.ts'
import { termsView } from '../terms-view.ts'
import { explainedLine, explanation, type FigureKey, type ProducerMonthRef, partsBy } from './parts.ts'

type Line = ReturnType<typeof goodsLinesOfProducer.all>[number]

/** Returns are counted by themselves, but take back commission. */
const signOf = ({ kind }: Line): 1 | -1 => (kind === 'customer_return' ? -1 : 1)

interface GoodsRef extends ProducerMonthRef {
  readonly figure: FigureKey
}

export function explainGoods(ledger: Ledger, { producer, month, figure }: GoodsRef): Explanation {
  const all = goodsLinesOfProducer.all(ledger.connection, {
    producer,
    from: firstDay(month),
    to: lastDay(month),
  })
  const name = (line: Line): string => ledger.catalogue.product(line.product_id).name
  if (figure === 'commission') return explainCommission(ledger, all, name)
  const lines = all.filter(({ kind }) => (kind === 'sale') === (figure === 'sales'))
  return explanation({
    parts: partsBy(lines, name, ({ amount_tyiyn }) => amount_tyiyn),
    lines: lines.map((line) => explainedLine(line, name(line), line.quantity_milli, line.amount_tyiyn)),
  })
}

function explainCommission(
  ledger: Ledger,
  lines: readonly Line[],
  name: (line: Line) => string,
): Explanation {
  const commissionOf = (line: Line): number => signOf(line) * line.commission_tyiyn
  const groups = groupBy(lines, ({ terms_id, method, rate }) => `${terms_id} ${method} ${rate}`)
  return explanation({
    parts: partsBy(lines, ({ kind }) => `#kind.${kind}`, commissionOf),
    rules: [...groups.values()].map((own) => ruleOf(ledger, own)),
    partners: sharesOf(ledger, lines),
    lines: lines.map((line) =>
      explainedLine(line, name(line), signOf(line) * line.quantity_milli, commissionOf(line)),
    ),
  })
}

function ruleOf(ledger: Ledger, lines: readonly Line[]): ExplainedRule {
  const [{ terms_id = null, method = null, rate = 0 } = {}] = lines
  const terms = terms_id === null ? null : termsView(ledger, terms_id)
  return {
    terms: terms ?? {
      method: method ?? 'percent_of_sale',
      rate,
      since: '',
      level: 'association',
      before: null,
    },
    base: lines.reduce((sum, line) => sum + signOf(line) * line.amount_tyiyn, 0),
    result: lines.reduce((sum, line) => sum + signOf(line) * line.commission_tyiyn, 0),
    lines: lines.length,
  }
}

function sharesOf({ connection, catalogue }: Ledger, lines: readonly Line[]): ExplainedShare[] {
  const agreements = new Map(allAgreements.all(connection, {}).map((row) => [row.id, row]))
  const shared = lines.filter(({ partner_id }) => partner_id !== null)
  return [...groupBy(shared, ({ agreement_id }) => agreement_id)].flatMap(([id, own]) => {
    const agreement = id === null ? undefined : agreements.get(id)
    if (!agreement) return []
    return {
      name: catalogue.partner(agreement.partner_id).name,
      rate: agreement.share_bp,
      of: agreement.base,
      share: own.reduce((sum, line) => sum + signOf(line) * line.partner_tyiyn, 0),
    }
  })
}
