/** What may be chosen for a cell, asked of the core: products, producers, places, lots, sales, accounts. */
import type { TFunction } from 'i18next'
import { fold } from '../../../../domain/fold.ts'
import { formatDate, formatMoney } from '../../../../domain/format.ts'
import type { Choice, ProductChoice } from '../../../../domain/views.ts'
import { quantityOf } from '../../../format.ts'
import type { CoreClient } from '../../../rpc/client.ts'
import type { Cells, FormCell } from './cells.ts'
import { cellOf } from './cells.ts'

export interface CellChoice {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly cell: FormCell
}

export interface Asking {
  readonly core: CoreClient
  readonly t: TFunction
  /** The day whose prices and stock count. */
  readonly day: string
  /** Where the goods stand; undefined while no place is chosen. */
  readonly location: number | undefined
  /** Only goods of this producer are received. */
  readonly producer: number | undefined
}

const MOST = 12

export async function askProducts(asking: Asking, text: string, line: Cells = {}): Promise<CellChoice[]> {
  const sale = cellOf(line, 'sale').value
  if (typeof sale === 'number') return askSoldGoods(asking, sale, text)
  const { core, day, location, producer } = asking
  const found = await core.products.search.query({
    text,
    day,
    limit: MOST,
    ...(location === undefined ? {} : { location }),
    ...(producer === undefined ? {} : { producer }),
  })
  return found.map((product) => ({
    key: String(product.id),
    label: `${product.code}  ${product.name}`,
    hint: productHint(asking, product),
    cell: productCell(product),
  }))
}

/** What comes back was sold: only that is offered, found by its article. */
async function askSoldGoods({ core }: Asking, sale: number, text: string): Promise<CellChoice[]> {
  const { lines } = await core.documents.get.query({ id: sale })
  const wanted = fold(text)
  const sold = new Map(lines.map((line) => [line.article, line]))
  return [...sold.values()]
    .filter(({ article, product }) => fold(`${article} ${product}`).includes(wanted))
    .map(({ article, product, quantity, unit, price }) => ({
      key: article,
      label: `${article}  ${product}`,
      hint: `${quantityOf(quantity, unit)} × ${price === null ? '' : formatMoney(price)}`,
      cell: { text: article },
    }))
}

/** Two producers' honey has one name: whose it is, what it costs and how much there is tell them apart. */
function productHint({ t }: Asking, { producer, price, stock, unit }: ProductChoice): string {
  const priceText = price === null ? t('documents.aside.noPrice') : formatMoney(price)
  const owner = producer === null ? '' : `${producer.name} · `
  return `${owner}${priceText} · ${quantityOf(stock, unit)}`
}

export const productCell = (product: ProductChoice): FormCell => ({
  text: product.name,
  value: product.id,
  product,
})

const ofChoice = ({ id, code, name }: Choice): CellChoice => ({
  key: String(id),
  label: name,
  hint: code,
  cell: { text: code === '' ? name : `${code} ${name}`, value: id },
})

export async function askProducers({ core }: Asking, text: string): Promise<CellChoice[]> {
  return (await core.producers.search.query({ text, limit: MOST })).map(ofChoice)
}

export async function askPlaces({ core }: Asking, text: string): Promise<CellChoice[]> {
  const wanted = fold(text)
  return (await core.places.all.query())
    .filter(({ code, name }) => fold(`${code} ${name}`).includes(wanted))
    .map((place) => ({ ...ofChoice(place), cell: { text: place.name, value: place.id } }))
}

export async function askCustomers({ core }: Asking, text: string): Promise<CellChoice[]> {
  return (await core.customers.search.query({ text, limit: MOST })).map(ofChoice)
}

export async function askCharges({ core }: Asking, text: string): Promise<CellChoice[]> {
  const wanted = fold(text)
  return (await core.charges.kinds.query())
    .filter((kind) => fold(kind).includes(wanted))
    .map((kind) => ({ key: kind, label: kind, hint: '', cell: { text: kind } }))
}

/** Lots of the line's product, in the order in which they would leave by themselves. */
export async function askLots(asking: Asking, text: string, line: Cells): Promise<CellChoice[]> {
  const { core, day, location, t } = asking
  const { value: product } = cellOf(line, 'product')
  if (typeof product !== 'number') return []
  const { lots, unit } = await core.products.facts.query({ product, location: location ?? null, day })
  return lots
    .filter(({ name }) => fold(name).includes(fold(text)))
    .map(({ id, name, expires, available }) => ({
      key: String(id),
      label: name,
      hint: [
        quantityOf(available, unit),
        expires === '' ? '' : t('documents.aside.expires', { date: formatDate(expires) }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      cell: { text: name, value: id },
    }))
}

export async function askSales({ core }: Asking, text: string, line: Cells): Promise<CellChoice[]> {
  const { value: product } = cellOf(line, 'product')
  const { rows } = await core.documents.list.query({
    filter: {
      kinds: ['sale'],
      status: 'posted',
      ...(text === '' ? {} : { text }),
      ...(typeof product === 'number' ? { product } : {}),
    },
    sort: { column: 'date', descending: true },
    page: { offset: 0, limit: MOST },
  })
  return rows.flatMap(({ id, number, date, amount, who }) =>
    id === null
      ? []
      : [
          {
            key: String(id),
            label: number,
            hint: [formatDate(date), formatMoney(amount), who].filter((part) => part !== '').join(' · '),
            cell: { text: number, value: id },
          },
        ],
  )
}

/** Till and bank, then whoever money may come from or go to. */
export async function askAccounts(asking: Asking, text: string): Promise<CellChoice[]> {
  const { core, t } = asking
  const [partners, customers, charges] = await Promise.all([
    core.partners.all.query(),
    core.customers.search.query({ text: '', limit: 100 }),
    core.charges.kinds.query(),
  ])
  const wanted = fold(text)
  const all: CellChoice[] = [
    ...(['cash', 'bank', 'loss'] as const).map((account) =>
      accountChoice(t(`documents.account.${account}`), { account }),
    ),
    ...partners.map(({ id, name }) =>
      accountChoice(t('documents.account.partner', { name }), { account: 'partner', id }),
    ),
    ...customers.map(({ id, name }) =>
      accountChoice(t('documents.account.customer', { name }), { account: 'customer', id }),
    ),
    ...charges.map((what) =>
      accountChoice(t('documents.account.charges', { name: what }), { account: 'charges', what }),
    ),
  ]
  return all.filter(({ label }) => fold(label).includes(wanted)).slice(0, 2 * MOST)
}

const accountChoice = (label: string, value: Readonly<Record<string, string | number>>): CellChoice => ({
  key: label,
  label,
  hint: '',
  cell: { text: label, value },
})
