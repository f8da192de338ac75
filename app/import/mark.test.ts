import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { problemWords } from '../../domain/messages/book.ts'
import { rowsOf, workbookOf } from '../../tests/fixtures/workbook.ts'
import { markBook, type Problem } from './mark.ts'
import { readBook } from './read.ts'
import type { BookFile } from './source.ts'

const SHEET = `<worksheet><cols><col min="1" max="16384" width="33"/></cols><sheetData>${rowsOf(
  ['Дата', 'Артикул', 'Цена'],
  [46_082, '=СУММ(1;2)', 5],
  [46_083, 'A_x005F_x0041_', 12.25],
).replace('r="A2"', 'r="A2" s="1"')}</sheetData></worksheet>`
const FILE: BookFile = {
  name: 'Книга.xlsx',
  bytes: workbookOf({
    sheets: { Переоценка: SHEET, Ошибки: rowsOf(['старые']), Заметки: rowsOf(['позвонить']) },
    formats: ['dd.mm.yyyy'],
  }),
}

const problem = (
  row: number | undefined,
  column: string,
  sentence: string,
  more: Partial<Problem> = {},
): Problem => ({
  severity: 'error',
  sheet: 'Переоценка',
  ...(row === undefined ? {} : { row, column }),
  cell: '12,25',
  sentence,
  ...more,
})

async function mark(files: readonly BookFile[], problems: readonly Problem[]) {
  const bytes = await markBook({ files, problems, headings: problemWords.ru })
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const text = (name: RegExp) => parts.filter(([part]) => name.test(part)).map(([, content]) => content)
  return { bytes, text }
}

describe('a marked copy', () => {
  it('holds what the book held', async () => {
    const before = await readBook([FILE])
    const { bytes } = await mark([FILE], [problem(3, 'C', 'Дорого.')])
    const after = await readBook([{ name: 'Копия.xlsx', bytes }])
    expect(before.book.repricings).toHaveLength(2)
    expect(after.book).toEqual(before.book)
    expect(after.skipped).toEqual(['Ошибки', 'Заметки'])
  })

  it('begins with a table of all problems that leads to their cells', async () => {
    const { text } = await mark(
      [FILE],
      [
        problem(3, 'C', '=Дорого'),
        problem(undefined, '', 'Весь лист.'),
        problem(1, 'A', 'Нет листа', { sheet: 'Другой' }),
      ],
    )
    const [workbook = ''] = text(/workbook\.xml$/)
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Ошибки',
      'Переоценка',
      'Заметки',
    ])
    const [table = ''] = text(/sheet1\.xml$/)
    expect(table).toContain('=Дорого')
    expect(table).not.toContain('<f>')
    const [links = ''] = text(/sheet1\.xml\.rels$/)
    expect([...links.matchAll(/Target="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      '#&apos;Переоценка&apos;!C3',
      '#&apos;Переоценка&apos;!A1',
    ])
  })

  it('colours and comments the bad cells, even those that were empty', async () => {
    const { text } = await mark(
      [FILE],
      [
        problem(3, 'C', 'Дорого.'),
        problem(3, 'C', 'И не по чину.', { severity: 'warning' }),
        problem(2, 'F', 'Пусто.', { severity: 'warning' }),
      ],
    )
    const [comments = ''] = text(/comments2\.xml$/)
    expect(comments).toMatch(/ref="F2"[\s\S]*Пусто\.[\s\S]*ref="C3"[\s\S]*Дорого\.\nИ не по чину\./)
    const [styles = ''] = text(/styles\.xml$/)
    expect(styles).toContain('FFFFC7CE')
    expect(styles).toContain('FFFFEB9C')
    const [sheet = ''] = text(/sheet2\.xml$/)
    expect(sheet).toMatch(/<c r="C3" s="[1-9]/)
    expect(sheet).toMatch(/<c r="F2" s="[1-9]/)
    expect(sheet).toContain('width="33"')
  })

  it('keeps rows where they stand, however far down', async () => {
    const far = `${rowsOf(['Дата', 'Артикул', 'Цена'])}<row r="1048576"><c r="A1048576"><v>46082</v></c></row>`
    const file = { name: 'x.xlsx', bytes: workbookOf({ sheets: { Переоценка: far } }) }
    const { text } = await mark([file], [problem(1_048_576, 'B', 'Пусто.')])
    expect(text(/sheet2\.xml$/)[0]).toMatch(/<c r="A1048576"><v>46082<\/v><\/c><c r="B1048576" s="[1-9]/)
  })

  it('takes several files, csv too, and says which file', async () => {
    const csv = { name: 'Переоценка.csv', bytes: Buffer.from('Дата;Артикул;Цена\nвчера;007;5') }
    const { text } = await mark([FILE, csv], [problem(2, 'A', 'Не дата.', { file: 'Переоценка.csv' })])
    const [workbook = ''] = text(/workbook\.xml$/)
    expect(workbook).toContain('name="Переоценка (2)"')
    expect(text(/sheet1\.xml\.rels$/)[0]).toContain('#&apos;Переоценка (2)&apos;!A2')
    expect(text(/sheet1\.xml$/)[0]).toContain('Переоценка.csv')
  })

  it('tells of a file that cannot be opened', async () => {
    const { text } = await mark(
      [{ name: 'x.xlsx', bytes: new Uint8Array(9) }],
      [{ severity: 'error', sentence: 'Не книга.' }],
    )
    expect(text(/sheet1\.xml$/)[0]).toContain('Не книга.')
  })

  it('turns days counted from 1904 into those counted from 1900', async () => {
    const old = workbookOf({
      sheets: {
        Переоценка: rowsOf(['Дата', 'Артикул', 'Цена'], [44_620, '7', 5]).replace('r="A2"', 'r="A2" s="1"'),
      },
      formats: ['dd.mm.yyyy'],
      date1904: true,
    })
    const { bytes } = await mark([{ name: 'x.xlsx', bytes: old }], [])
    expect((await readBook([{ name: 'y.xlsx', bytes }])).book.repricings[0]?.values.date).toBe('2026-03-01')
  })
})
