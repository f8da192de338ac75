/** The members of the demo association, what each of them makes, and on which terms it is sold. */

import type { RowValues } from '../../domain/book/sheets.ts'
import { addDays, type CivilDate } from '../../domain/dates.ts'
import type { BookRows } from '../export/book-rows.ts'
import { CRAFTS, GOODS, type Good } from './goods.ts'
import { DISTRICTS, GROUP_NAMES, OBLAST, PARTNER } from './land.ts'
import type { Luck } from './luck.ts'

export interface DemoProduct {
  readonly article: string
  readonly producer: string
  readonly good: Good
  /** Retail at first, in tyiyn. */
  readonly price: number
  /** How likely it is picked from a shelf. */
  readonly appeal: number
}

type Producer = RowValues<'producers'>

const KINDS: readonly (readonly [NonNullable<Producer['kind']>, (name: string) => string, number])[] = [
  ['group', (name) => `Группа «${name}»`, 60],
  ['cooperative', (name) => `Кооператив «${name}»`, 20],
  ['sole_trader', (name) => `ИП «${name}»`, 14],
  ['firm', (name) => `ОсОО «${name}»`, 6],
]
const STATUSES = ['none', 'none', 'none', 'farmer', 'patent', 'unified', 'vat'] as const
const METHODS = ['cash', 'cash', 'bank', 'wallet', 'wallet'] as const

/** Adds producers and their goods to the book. */
export function addMembers(rows: BookRows, luck: Luck, count: number, start: CivilDate): DemoProduct[] {
  const villages = DISTRICTS.flatMap(({ name, villages: own }) =>
    own.map((village) => ({ district: name, village })),
  )
  const products: DemoProduct[] = []
  for (let index = 0; index < count; index += 1) {
    const code = String(index + 1).padStart(3, '0')
    const home = villages[(index * 7) % villages.length] ?? luck.pick(villages)
    // Neighbours have different names: a name comes back only when the villages have come round.
    const name = GROUP_NAMES[(index + Math.floor(index / villages.length)) % GROUP_NAMES.length] ?? code
    addProducer(rows, luck, { code, name, ...home, start })
    products.push(...addProducts(rows, luck, code, products.length))
  }
  return products
}

interface Member {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly village: string
  readonly start: CivilDate
}

/** Numbers that nobody has: no code of a network is 000, and no ИНН begins with 9. */
function addProducer(rows: BookRows, luck: Luck, { code, name, district, village, start }: Member): void {
  const [kind, title] = luck.weighed(KINDS, ([, , weight]) => weight)
  const method = luck.pick(METHODS)
  const phone = `+996 000 ${luck.whole(100, 999)} ${luck.whole(100, 999)}`
  rows.add('producers', {
    code,
    name: `${title(name)}, ${village}`,
    kind,
    organisation: luck.chance(10) ? PARTNER.code : 'ОСОП',
    leader: '',
    oblast: OBLAST,
    district,
    aymak: '',
    village,
    phone: luck.chance(80) ? phone : '',
    inn: `9${luck.whole(100_000, 999_999)}${luck.whole(1_000_000, 9_999_999)}`,
    passport: '',
    taxStatus: luck.pick(STATUSES),
    payoutMethod: method,
    details:
      method === 'bank'
        ? `р/с 000${luck.whole(1_000_000, 9_999_999)}000000`
        : method === 'wallet'
          ? phone
          : '',
    joined: addDays(start, -luck.whole(30, 3000)),
    language: luck.chance(75) ? 'ky' : 'ru',
    note: '',
  })
}

function addProducts(rows: BookRows, luck: Luck, producer: string, known: number): DemoProduct[] {
  const crafts = luck.some(CRAFTS, luck.chance(35) ? 2 : 1)
  const goods = luck.some(
    GOODS.filter(({ craft }) => crafts.includes(craft)),
    luck.whole(2, 4),
  )
  return goods.map((good, index) => {
    const article = `${producer}-${String(index + 1).padStart(2, '0')}`
    const price = luck.whole(good.low / 10, good.high / 10) * 1000
    const certified = luck.chance(30)
    rows.add('products', {
      article,
      name: good.name,
      nameKy: good.nameKy,
      nameEn: good.nameEn,
      producer,
      category: good.category,
      brandLine: good.line,
      unit: good.unit,
      barcode: barcode(known + index + 1),
      price,
      net: Math.floor((price * luck.whole(70, 78)) / 10_000) * 100,
      shelfLifeDays: good.keeps,
      composition: good.composition,
      storage: good.storage,
      certificate: certified ? `ИК-${String(known + index + 1).padStart(4, '0')}` : '',
      certificateUntil: '',
      story: '',
    })
    return { article, producer, good, price, appeal: 1_000_000 / (price + 30_000) }
  })
}

/** EAN-13 of the range that shops keep for themselves. */
export function barcode(number: number): string {
  const digits = `20${String(number).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
