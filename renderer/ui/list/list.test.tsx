import { useState } from 'react'
import { expect, test } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ListFilter, ListQuery } from '../../../domain/views.ts'
import { Around } from '../../app.tsx'
import { createQueryClient } from '../../rpc/rpc.tsx'
import { seriousTroubles } from '../../testing/axe.ts'
import { fakeCore } from '../../testing/fake-core.ts'
import { createTexts } from '../../texts/i18n.ts'
import type { ListColumn } from './columns.ts'
import { List } from './list.tsx'

interface Row {
  readonly key: string
  readonly name: string
  readonly amount: number
}

const ALL = 100_000

const columns: readonly ListColumn<Row>[] = [
  { key: 'name', heading: 'Имя', width: 200, grow: 1, sorts: 'text', text: ({ name }) => name },
  {
    key: 'amount',
    heading: 'Сумма',
    width: 120,
    align: 'right',
    sorts: 'number',
    text: ({ amount }) => String(amount),
    total: (sum) => `всего ${sum}`,
  },
]

interface Seen {
  readonly queries: ListQuery[]
  readonly opened: string[]
}

function Try({ seen }: { readonly seen: Seen }) {
  const [filter, setFilter] = useState<ListFilter>({})
  return (
    <List
      label="Список"
      columns={columns}
      source={{
        key: ['try'],
        load: async (query) => {
          seen.queries.push(query)
          const total = query.filter.text === 'none' ? 0 : query.filter.text ? 3 : ALL
          const { offset, limit } = query.page
          const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => ({
            key: String(offset + index),
            name: `Строка ${offset + index + 1}`,
            amount: offset + index,
          }))
          return { rows, total, totals: { amount: total } }
        },
      }}
      filter={filter}
      onFilter={setFilter}
      firstSort={{ column: 'name', descending: false }}
      onOpen={({ name }) => seen.opened.push(name)}
      empty={<p>Пусто</p>}
    />
  )
}

async function show(): Promise<Seen> {
  const seen: Seen = { queries: [], opened: [] }
  const { core, connection } = fakeCore({})
  await render(
    <div style={{ height: 600, display: 'flex' }}>
      <Around texts={createTexts('ru')} core={core} queries={createQueryClient()} connection={connection}>
        <Try seen={seen} />
      </Around>
    </div>,
  )
  await expect.element(browser.getByText('Строка 1', { exact: true })).toBeVisible()
  return seen
}

test('of a hundred thousand rows only those in sight are there, and the sums are always in view', async () => {
  const seen = await show()
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60)
  await expect.element(browser.getByText('100 000 строк')).toBeVisible()
  await expect.element(browser.getByText('всего 100000')).toBeVisible()
  await userEvent.keyboard('{End}')
  await expect.element(browser.getByText('Строка 100000', { exact: true })).toBeVisible()
  expect(new Set(seen.queries.map(({ page }) => page.offset)).size).toBeLessThan(6)
  await userEvent.keyboard('{Home}')
  await expect.element(browser.getByText('Строка 1', { exact: true })).toBeVisible()
})

test('arrows walk, Enter opens, letters go to the filter, Esc takes it off', async () => {
  const seen = await show()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(seen.opened).toEqual(['Строка 3'])
  await userEvent.keyboard('soap')
  await expect.element(browser.getByText('3 строки')).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(seen.opened.at(-1)).toBe('Строка 2')
  await userEvent.keyboard('{Escape}')
  await expect.element(browser.getByText('100 000 строк')).toBeVisible()
})

test('a heading sorts, and says how', async () => {
  const seen = await show()
  await browser.getByRole('button', { name: 'Сумма' }).click()
  await expect.poll(() => seen.queries.at(-1)?.sort).toEqual({ column: 'amount', descending: true })
  expect(document.querySelector('[aria-sort="descending"]')?.textContent).toContain('Сумма')
})

test('a filter that nothing fits says how to take it off', async () => {
  await show()
  await userEvent.keyboard('none')
  await expect.element(browser.getByText('По этому отбору ничего нет. Снимите отбор: Esc.')).toBeVisible()
})

test('axe finds nothing serious on the list', async () => {
  await show()
  expect(await seriousTroubles()).toEqual([])
})
