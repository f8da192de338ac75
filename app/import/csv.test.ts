import { describe, expect, it } from 'vitest'
import { readBook } from './read.ts'

const WINDOWS_1251 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(byte)),
    byte,
  ]),
)

const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE with a mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 BE with a mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-16 LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16 BE': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'windows-1251': (text: string) => Buffer.from([...text].map((letter) => WINDOWS_1251.get(letter) ?? 63)),
}

const read = (bytes: Uint8Array, name = 'Переоценка.csv') => readBook([{ name, bytes }])
const prices = async (text: string) => {
  const { book, issues } = await read(Buffer.from(text))
  return {
    rows: book.repricings.map(({ row, values }) => [row, values.article, values.price]),
    codes: issues.map(({ code }) => code),
  }
}

describe('a csv file', () => {
  it.each(Object.entries(encodings))('is read from %s', async (_, encode) => {
    const { book, issues } = await read(
      encode('Код;Наименование;Телефон\r\n007;Тоң бал, «Ак-Суу» — №1;\r\n'),
      'Партнёры.csv',
    )
    expect(issues).toEqual([])
    expect(book.partners[0]?.values).toMatchObject({ code: '007' })
    expect(book.partners[0]?.values.name).toMatch(/^То.? бал, «Ак-Суу» — №1$/)
  })

  it.each([
    ['a semicolon', 'Дата;Артикул;Цена\n01.03.2026;007;12,5'],
    ['a comma', 'Дата,Артикул,Цена\n01.03.2026,007,12.5'],
    ['a comma and quotes', '"Дата","Артикул","Цена"\n"01.03.2026","007","12,5"'],
    ['a tab', 'Дата\tАртикул\tЦена\n01.03.2026\t007\t12,5'],
    ['commas in a title', 'Цены, март, ОСОП\n\nДата;Артикул;Цена\n01.03.2026;007;12,5'],
    [
      'a semicolon under a long title',
      'Цены, март, ОСОП, Каракол, Бишкек, ярмарка\nДата;Артикул;Цена\n01.03.2026;007;12,5',
    ],
    ['a told delimiter', 'sep=|\nДата|Артикул|Цена\n01.03.2026|007|12,5'],
    ['old line ends', 'Дата;Артикул;Цена\r01.03.2026;007;12,5\r'],
  ])('may part its cells by %s', async (_, text) => {
    const { rows, codes } = await prices(text)
    expect(codes).toEqual([])
    expect(rows.map(([, article, price]) => [article, price])).toEqual([['007', 1250]])
  })

  it('numbers its rows as Excel does', async () => {
    const { rows } = await prices(
      'Дата;Артикул;Цена\n01.03.2026;"00\n7";5\n\n02.03.2026;008;6\n;;\nИтого;;11',
    )
    expect(rows).toEqual([
      [2, '00\n7', 500],
      [4, '008', 600],
    ])
  })

  it('is refused when a quotation mark has no pair', async () => {
    expect((await prices('Дата;Артикул;Цена\n01.03.2026;"007;5\n02.03.2026;008;6')).codes).toEqual([
      'csv_quotes',
    ])
  })

  it('keeps quotation marks inside a cell', async () => {
    expect((await prices('Дата;Артикул;Цена\n01.03.2026;A "B" C;5')).rows).toEqual([[2, 'A "B" C', 500]])
  })

  it('must be named as a sheet', async () => {
    const { issues } = await read(Buffer.from('x'), 'Выгрузка.csv')
    expect(issues).toMatchObject([{ code: 'csv_name_unknown', data: { file: 'Выгрузка.csv' } }])
  })

  it('tells of an encoding that it cannot know by the headings that it does not find', async () => {
    const cp866 = Buffer.from([0x84, 0xa0, 0xe2, 0xa0, 0x3b, 0x80, 0xe0, 0xe2, 0x0a, 0x31, 0x3b, 0x32])
    const { issues } = await read(cp866)
    expect(issues.map(({ code }) => code)).toEqual(['sheet_without_headings'])
  })
})
