import { expect, it } from 'vitest'
import { type BookIssue, notice } from '../../domain/error.ts'
import { problemsOf, problemTable } from './report.ts'

const ISSUES: readonly BookIssue[] = [
  {
    severity: 'error',
    ...notice('not_a_number', { heading: 'Цена' }),
    sheet: 'Продажи',
    row: 12,
    column: 'F',
    heading: 'Цена',
    cell: 'дорого,\nочень и очень и очень дорого',
  },
  { severity: 'warning', ...notice('sheet_skipped', { sheet: 'Заметки' }), sheet: 'Заметки' },
]
const problems = problemsOf(ISSUES, ({ code }) => `Сказано: ${code}`)

it('lines the problems up under their headings', () => {
  expect(problemTable(problems, 'ru').split('\n')).toEqual([
    'Лист     Строка  Столбец  Ячейка                        Что не так',
    'Продажи  12      F        дорого, очень и очень и оче…  Сказано: not_a_number',
    'Заметки                                                 (внимание) Сказано: sheet_skipped',
  ])
})

it('names the file when there are several', () => {
  const [line = ''] = problemTable(
    problems.map((problem) => ({ ...problem, file: 'a.xlsx' })),
    'en',
  ).split('\n')
  expect(line).toBe('File    Sheet    Row  Column  Cell                          What is wrong')
})

it('is JSON with the sentence', () => {
  expect(JSON.parse(JSON.stringify(problems))[0]).toMatchObject({
    code: 'not_a_number',
    data: { heading: 'Цена' },
    row: 12,
    sentence: 'Сказано: not_a_number',
  })
})
