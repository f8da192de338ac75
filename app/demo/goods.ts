/** What the villages make: goods, their retail prices in som and how long they keep. */

export type Craft =
  | 'honey'
  | 'jam'
  | 'fruit'
  | 'herbs'
  | 'dairy'
  | 'soap'
  | 'toys'
  | 'carpets'
  | 'wear'
  | 'wood'

export interface Good {
  readonly craft: Craft
  readonly name: string
  readonly nameKy?: string
  readonly nameEn: string
  readonly line: string
  readonly category: string
  readonly unit: string
  /** Retail, in som. */
  readonly low: number
  readonly high: number
  /** Days; none where it does not spoil. */
  readonly keeps?: number
  readonly composition?: string
  readonly storage?: string
}

const YEAR = 365
const COOL = 'при температуре от 0 до +20 °C, в сухом месте'

type Rest = Omit<Good, 'craft' | 'category' | 'name' | 'nameKy' | 'nameEn' | 'line' | 'low' | 'high'>

/** One craft's goods: name, Kyrgyz name, English name, brand line, lowest and highest price. */
function made(
  craft: Craft,
  category: string,
  rest: Rest,
  rows: readonly (readonly [string, string, string, string, number, number])[],
): Good[] {
  return rows.map(([name, nameKy, nameEn, line, low, high]) => ({
    craft,
    category,
    name,
    ...(nameKy === '' ? {} : { nameKy }),
    nameEn,
    line,
    low,
    high,
    ...rest,
  }))
}

export const GOODS: readonly Good[] = [
  ...made('honey', 'мёд', { unit: 'банка', keeps: 2 * YEAR, composition: 'мёд натуральный', storage: COOL }, [
    [
      'Мёд эспарцетовый белый 250 г',
      'Эспарцет ак балы 250 г',
      'White sainfoin honey 250 g',
      'Мёд белый',
      200,
      350,
    ],
    [
      'Мёд эспарцетовый белый 500 г',
      'Эспарцет ак балы 500 г',
      'White sainfoin honey 500 g',
      'Мёд белый',
      350,
      600,
    ],
    ['Мёд горный, разнотравье 500 г', 'Тоо балы 500 г', 'Mountain honey 500 g', 'Мёд горный', 300, 500],
  ]),
  ...made('honey', 'мёд', { unit: 'кг', keeps: YEAR, composition: 'мёд в сотах', storage: COOL }, [
    ['Мёд в сотах', '', 'Honeycomb', 'Мёд в сотах', 900, 1500],
  ]),
  ...made('jam', 'варенье', { unit: 'банка', keeps: 2 * YEAR, composition: 'ягоды, сахар', storage: COOL }, [
    ['Варенье из сосновых шишек 250 г', '', 'Pine cone jam 250 g', 'Варенье шишки', 250, 350],
    [
      'Варенье барбарисовое 250 г',
      'Бөрү карагат кыямы 250 г',
      'Barberry jam 250 g',
      'Варенье барбарис',
      200,
      300,
    ],
    [
      'Варенье облепиховое 250 г',
      'Чычырканак кыямы 250 г',
      'Sea-buckthorn jam 250 g',
      'Варенье облепиха',
      200,
      320,
    ],
    ['Варенье смородиновое 250 г', 'Карагат кыямы 250 г', 'Currant jam 250 g', 'Варенье карагат', 180, 280],
    ['Джем абрикосовый 300 г', 'Өрүк кыямы 300 г', 'Apricot jam 300 g', 'Джем абрикос', 180, 280],
  ]),
  ...made(
    'fruit',
    'соки',
    { unit: 'бутылка', keeps: YEAR, composition: 'сок прямого отжима', storage: COOL },
    [
      [
        'Сок облепиховый 0,5 л',
        'Чычырканак ширеси 0,5 л',
        'Sea-buckthorn juice 0.5 l',
        'Сок облепиха',
        200,
        400,
      ],
      [
        'Сироп барбарисовый 0,5 л',
        'Бөрү карагат сиропу 0,5 л',
        'Barberry syrup 0.5 l',
        'Сироп барбарис',
        200,
        300,
      ],
    ],
  ),
  ...made('fruit', 'сушёное', { unit: 'пакет', keeps: YEAR, composition: 'фрукты сушёные', storage: COOL }, [
    ['Курага иссык-кульская 250 г', 'Кургатылган өрүк 250 г', 'Dried apricots 250 g', 'Курага', 120, 250],
    ['Яблочные чипсы 50 г', 'Кургатылган алма 50 г', 'Apple chips 50 g', 'Чипсы яблочные', 80, 150],
  ]),
  ...made('herbs', 'чай и травы', { unit: 'пакет', keeps: 540, composition: 'травы горные', storage: COOL }, [
    [
      'Чай травяной горный 50 г',
      'Тоо чөптөрүнүн чайы 50 г',
      'Mountain herb tea 50 g',
      'Чай горный',
      120,
      250,
    ],
    ['Шиповник 100 г', 'Ит мурун 100 г', 'Rose hips 100 g', 'Шиповник', 70, 150],
  ]),
  ...made('herbs', 'соль', { unit: 'пакет', composition: 'соль природная' }, [
    ['Соль озёрная 200 г', 'Көл тузу 200 г', 'Lake salt 200 g', 'Соль', 60, 200],
  ]),
  ...made('dairy', 'молочное', { unit: 'пакет', keeps: 180, composition: 'молоко, соль', storage: COOL }, [
    ['Курут классический 100 г', 'Курут 100 г', 'Kurut 100 g', 'Курут', 60, 120],
    ['Курут медовый 100 г', 'Балдуу курут 100 г', 'Honey kurut 100 g', 'Курут', 80, 160],
  ]),
  ...made(
    'dairy',
    'молочное',
    { unit: 'кг', keeps: 60, composition: 'молоко, соль', storage: 'от 0 до +6 °C' },
    [['Сыр копчёный', 'Ышталган сыр', 'Smoked cheese', 'Сыр копчёный', 1100, 1600]],
  ),
  ...made('soap', 'мыло', { unit: 'шт', keeps: 540, composition: 'масла, щёлочь, травы' }, [
    ['Мыло «Шакар» 80 г', '«Шакар» самыны 80 г', '“Shakar” soap 80 g', 'Мыло «Шакар»', 100, 250],
    ['Мыло с календулой 80 г', 'Календула самыны 80 г', 'Calendula soap 80 g', 'Мыло травяное', 100, 200],
    [
      'Мыло на козьем молоке 80 г',
      'Эчки сүтүнөн самын 80 г',
      'Goat milk soap 80 g',
      'Мыло молочное',
      120,
      200,
    ],
  ]),
  ...made('toys', 'войлок', { unit: 'шт', composition: 'шерсть овечья' }, [
    ['Овечка войлочная', 'Кийиз кой', 'Felt sheep', 'Игрушки войлочные', 250, 600],
    ['Верблюд войлочный', 'Кийиз төө', 'Felt camel', 'Игрушки войлочные', 300, 700],
    ['Ирбис войлочный', 'Кийиз илбирс', 'Felt snow leopard', 'Игрушки войлочные', 300, 700],
    ['Юрта сувенирная 10 см', 'Боз үй 10 см', 'Souvenir yurt 10 cm', 'Юрта', 300, 700],
    ['Брошь войлочная', '', 'Felt brooch', 'Украшения', 150, 600],
  ]),
  ...made('carpets', 'войлок', { unit: 'шт', composition: 'шерсть овечья' }, [
    ['Шырдак 70×100 см', 'Шырдак 70×100 см', 'Shyrdak rug 70×100 cm', 'Шырдак', 4000, 9000],
    ['Ала-кийиз 1 м²', 'Ала кийиз 1 м²', 'Ala-kiyiz rug 1 m²', 'Ала-кийиз', 2500, 5000],
    ['Чехол для телефона', '', 'Felt phone case', 'Чехлы', 300, 600],
  ]),
  ...made('wear', 'одежда', { unit: 'пара', composition: 'шерсть овечья' }, [
    ['Тапочки войлочные взрослые', 'Чоңдор үчүн кийиз тапичке', 'Felt slippers', 'Тапочки', 800, 1500],
    [
      'Тапочки войлочные детские',
      'Балдар үчүн кийиз тапичке',
      "Children's felt slippers",
      'Тапочки',
      500,
      900,
    ],
    ['Носки шерстяные', 'Жүн байпак', 'Woollen socks', 'Носки', 200, 400],
  ]),
  ...made('wear', 'одежда', { unit: 'шт', composition: 'войлок, вышивка' }, [
    ['Калпак', 'Калпак', 'Kalpak hat', 'Калпак', 600, 2500],
    ['Шарф: войлок на шёлке', '', 'Felt and silk scarf', 'Шарфы', 1200, 2500],
  ]),
  ...made('wood', 'кожа и дерево', { unit: 'шт' }, [
    ['Кошелёк кожаный', 'Булгаары капчык', 'Leather purse', 'Кожа', 400, 1500],
    ['Ложка деревянная', 'Жыгач кашык', 'Wooden spoon', 'Дерево', 100, 250],
  ]),
]

export const CRAFTS: readonly Craft[] = [...new Set(GOODS.map(({ craft }) => craft))]
