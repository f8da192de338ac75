/** Where the demo association works: districts and villages are real, names of groups are words of the land. */

export interface District {
  readonly name: string
  readonly villages: readonly string[]
}

export const DISTRICTS: readonly District[] = [
  {
    name: 'Ак-Суйский',
    villages: ['Ак-Суу', 'Боз-Учук', 'Тепке', 'Кереге-Таш', 'Челпек', 'Бору-Башы', 'Жергез', 'Ак-Булун'],
  },
  {
    name: 'Джети-Огузский',
    villages: [
      'Кызыл-Суу',
      'Жети-Огуз',
      'Оргочор',
      'Барскоон',
      'Тамга',
      'Дархан',
      'Саруу',
      'Тосор',
      'Чон-Кызыл-Суу',
      'Жаргылчак',
      'Ырдык',
      'Светлая Поляна',
    ],
  },
  {
    name: 'Тонский',
    villages: [
      'Боконбаево',
      'Каджи-Сай',
      'Тон',
      'Кара-Коо',
      'Ала-Баш',
      'Ак-Сай',
      'Туура-Суу',
      'Темир-Канат',
      'Торт-Куль',
      'Оттук',
      'Кок-Мойнок',
    ],
  },
  {
    name: 'Тюпский',
    villages: ['Тюп', 'Тасма', 'Талды-Суу', 'Кен-Суу', 'Кутурга', 'Сары-Булак', 'Тогуз-Булак', 'Сан-Таш'],
  },
  {
    name: 'Иссык-Кульский',
    villages: ['Бостери', 'Ананьево', 'Тамчы', 'Чон-Сары-Ой', 'Кара-Ой', 'Тору-Айгыр', 'Корумду', 'Чырпыкты'],
  },
]

export const OBLAST = 'Иссык-Кульская'

/** Names that groups give themselves: blessings, flowers, mountains; none is a person's. */
export const GROUP_NAMES: readonly string[] = [
  'Береке',
  'Ырыс',
  'Ынтымак',
  'Ак-Жол',
  'Алтын-Кол',
  'Ак-Кептер',
  'Тоо Гүлү',
  'Көл Шуру',
  'Умай-Эне',
  'Ата-Мурас',
  'Жаңы Жол',
  'Келечек',
  'Достук',
  'Шоола',
  'Кут',
  'Мээрим',
  'Эдельвейс',
  'Ысык-Ата',
  'Ала-Тоо',
  'Көк-Жайык',
  'Тумар-Кийиз',
  'Ак-Марал',
  'Кыял',
  'Табылга',
  'Бакыт-Кол',
  'Жашыл Аймак',
  'Арча',
  'Карлыгач',
  'Жибек Жол',
  'Күн-Нуру',
]

export interface Place {
  readonly code: string
  readonly name: string
  readonly type: 'shop' | 'warehouse' | 'fair' | 'hotel'
  readonly address: string
}

export const SHOP: Place = {
  code: 'БИШ',
  name: 'Магазин «Одно село — один продукт», Бишкек',
  type: 'shop',
  address: 'г. Бишкек, пр. Чуй',
}
export const STORE: Place = {
  code: 'КАР',
  name: 'Склад, Каракол',
  type: 'warehouse',
  address: 'г. Каракол, ул. Токтогула',
}
export const FAIR: Place = { code: 'ЯРМ', name: 'Ярмарка', type: 'fair', address: '' }
export const HOTEL: Place = {
  code: 'ОТЛ',
  name: 'Витрина в гостинице, Бостери',
  type: 'hotel',
  address: 'с. Бостери, Иссык-Кульский район',
}
export const PLACES: readonly Place[] = [SHOP, STORE, FAIR, HOTEL]

export const PARTNER = { code: 'КМЦ', name: 'КМЦ «Дайры»' } as const

/** Who buys on credit. */
export const CUSTOMERS: readonly string[] = [
  'Гостевой дом «Ак-Булак»',
  'Кафе «Жайлоо»',
  'Сувенирная лавка «Кийиз дүйнө»',
  'Гостиница «Алтын-Жээк»',
]
