/** What the demo association begins with: settings, places, terms, rules, sets, and what was there before the first day. */
import { addDays, addMonths, type CivilDate, firstDay, monthOf } from '../../domain/dates.ts'
import type { BookRows } from '../export/book-rows.ts'
import { CUSTOMERS, FAIR, HOTEL, PARTNER, PLACES, SHOP, STORE } from './land.ts'
import { addMembers, barcode, type DemoProduct } from './members.ts'
import type { DemoTrade } from './trade.ts'

/** Fills every sheet that is no document, and the openings of the day before. */
export function begin(trade: DemoTrade, producers: number, start: CivilDate): void {
  const { rows, luck } = trade
  addSettings(rows)
  addPlaces(rows, start)
  trade.products = addMembers(rows, luck, producers, start)
  for (const { article, price } of trade.products) trade.prices.set(article, price)
  addSets(trade)
  addTerms(trade, start)
  addRules(rows, start)
  addOpenings(trade, addDays(start, -1))
}

function addSettings(rows: BookRows): void {
  const settings = {
    Организация: 'Ассоциация «Одно село — один продукт» (пример)',
    ИНН: '90000000000000',
    ОКПО: '00000000',
    Адрес: 'г. Каракол, Иссык-Кульская область',
    Телефон: '+996 000 000 000',
    Банк: 'Банк (пример)',
    'Р/с': '0000000000000000',
    БИК: '000000',
    Схема: 'процент',
    Ставка: '20',
    'Минимальная выплата': '500',
    'Округление наличных': 'да',
  }
  for (const [parameter, value] of Object.entries(settings)) rows.add('settings', { parameter, value })
}

/** The partner's share of the shop's commission grows after half a year. */
function addPlaces(rows: BookRows, start: CivilDate): void {
  rows.add('partners', { ...PARTNER, inn: '90000000000001', phone: '', details: '' })
  for (const place of PLACES) {
    const { code, name, type, address } = place
    const none = { partner: '', share: null, shareBase: null, shareFrom: '' }
    const share = (from: CivilDate, rate: number) =>
      ({ partner: PARTNER.code, share: rate, shareBase: 'commission', shareFrom: from }) as const
    rows.add('locations', { code, name, type, address, ...(place === SHOP ? share(start, 2500) : none) })
    if (place !== SHOP) continue
    const later = firstDay(addMonths(monthOf(start), 6))
    rows.add('locations', { code, name, type, address, ...share(later, 3000) })
  }
}

/** Gifts of several producers' goods. */
function addSets(trade: DemoTrade): void {
  const wanted = [
    {
      article: 'НБ-01',
      name: 'Подарочный набор «Иссык-Куль»',
      lines: ['Мёд белый', 'Варенье облепиха', 'Мыло «Шакар»'],
    },
    { article: 'НБ-02', name: 'Подарочный набор «Тёплый дом»', lines: ['Носки', 'Чай горный', 'Ложка'] },
  ]
  trade.sets = wanted.flatMap(({ article, name, lines }, index) => {
    const components = componentsOf(trade.products, lines)
    if (components.length < 2) return []
    const whole = components.reduce((sum, each) => sum + each.price, 0)
    const price = Math.floor((whole * 0.95) / 5000) * 5000
    const code = barcode(9_000_000 + index)
    for (const component of components) {
      const { article: part } = component
      trade.rows.add('sets', {
        setArticle: article,
        name,
        price,
        barcode: code,
        article: part,
        quantity: 1000,
      })
    }
    trade.prices.set(article, price)
    return [{ article, price, components }]
  })
}

/** The first product of each brand line, of different producers. */
function componentsOf(products: readonly DemoProduct[], lines: readonly string[]): DemoProduct[] {
  const found: DemoProduct[] = []
  for (const line of lines) {
    const next = products.find(
      ({ good, producer }) => good.line === line && !found.some((each) => each.producer === producer),
    )
    if (next) found.push(next)
  }
  return found
}

/** All four methods, terms of a place, and terms that change in the middle of the year. */
function addTerms({ rows, products }: DemoTrade, start: CivilDate): void {
  const nothing = { producer: '', article: '', location: '', rate: null, fixed: null }
  const method = 'percent_of_sale' as const
  rows.add('terms', { ...nothing, from: start, method, location: FAIR.code, rate: 1000 })
  rows.add('terms', { ...nothing, from: start, method, location: HOTEL.code, rate: 2500 })
  const producers = [...new Set(products.map(({ producer }) => producer))]
  for (const [index, producer] of producers.entries()) {
    if (index % 12 === 3) rows.add('terms', { ...nothing, from: start, method: 'difference', producer })
    if (index % 12 === 7)
      rows.add('terms', { ...nothing, from: start, method: 'percent_of_difference', producer, rate: 6000 })
    if (index % 12 === 11) {
      const later = firstDay(addMonths(monthOf(start), 5))
      rows.add('terms', { ...nothing, from: later, method, producer, rate: 1500 })
    }
  }
  for (const { article, good } of products) {
    if (good.line === 'Соль')
      rows.add('terms', { ...nothing, from: start, method: 'fixed_per_unit', article, fixed: 1500 })
  }
}

function addRules(rows: BookRows, start: CivilDate): void {
  const nothing = { rate: null, amount: null, taxStatus: null, organisation: '', producer: '', until: '' }
  rows.add('rules', {
    ...nothing,
    name: 'Подоходный налог',
    base: 'due',
    rate: 1000,
    taxStatus: 'none',
    from: start,
  })
  const fee = {
    ...nothing,
    name: 'Членский взнос',
    base: 'fixed',
    amount: 10_000,
    organisation: 'ОСОП',
  } as const
  rows.add('rules', { ...fee, from: start })
}

function addOpenings(trade: DemoTrade, date: CivilDate): void {
  const { rows, luck } = trade
  const money = (account: 'cash' | 'bank' | 'partner' | 'customer', who: string, amount: number) =>
    rows.add('openingBalances', { date, producer: '', account, who, amount, paperDate: '' })
  money('cash', '', 3_500_000)
  money('bank', '', 24_000_000)
  money('partner', PARTNER.code, 420_000)
  money('customer', luck.pick(CUSTOMERS.slice(0, 1)), 1_250_000)
  trade.till = 3_500_000
  trade.debts.set(CUSTOMERS[0] ?? '', 1_250_000)
  for (const producer of new Set(trade.products.map((product) => product.producer))) {
    if (!luck.chance(40)) continue
    const amount = luck.chance(8) ? -luck.whole(100, 900) * 100 : luck.whole(200, 7000) * 100
    rows.add('openingBalances', { date, producer, account: null, who: '', amount, paperDate: '' })
  }
  for (const product of trade.products) {
    if (luck.chance(75)) openStock(trade, product, STORE.code, date)
    if (luck.chance(60)) openStock(trade, product, SHOP.code, date)
  }
}

function openStock(trade: DemoTrade, product: DemoProduct, location: string, date: CivilDate): void {
  const { article } = product
  const quantity = trade.amountOf(product, 9)
  const received = addDays(date, -trade.luck.whole(5, 45))
  const expires = trade.expiresAfter(product, received)
  const entry = { date, location, article, quantity, received, net: null, made: '', expires, paperDate: '' }
  trade.rows.add('openingStock', entry)
  trade.shelves.receive(location, article, quantity, received, expires)
}
