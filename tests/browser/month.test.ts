/** The month in the window, by keyboard alone: from the first door to the closed month and back. */
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/ledger-file.ts'
import { pageClient } from '../fixtures/loopback.ts'
import { openWindow } from './window.ts'

const BOOK = path.join(path.dirname(import.meta.dirname), 'data', 'golden-1', 'book.xlsx')

const heading = (window: Page, name: RegExp) => window.getByRole('heading', { name, level: 1 }).waitFor()
const said = (window: Page, text: RegExp) => window.getByText(text).first().waitFor()

/** As a hand would: a screen that has just come is seen, and its keys are declared, before one is pressed. */
async function press(window: Page, ...keys: string[]): Promise<void> {
  // As text, because the page's own globals are not this file's.
  await window.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))',
  )
  for (const key of keys) await window.keyboard.press(key)
}

/** A core to ask beside the window, let in by the window's own cookie. */
async function clientBeside(window: Page) {
  const [cookie] = await window.context().cookies()
  const { origin } = new URL(window.url())
  return pageClient(
    { origin, address: '', home: '', close: async () => undefined },
    `${cookie?.name}=${cookie?.value}`,
  )
}

test('the first door opens the example, which says what is left to do', async () => {
  const window = await openWindow(temporaryFolder())
  await heading(window, /С чего начнём/)
  await press(window, 'Enter')
  await heading(window, /Обзор: ноябрь 2026/)
  await said(window, /учебные данные/)
  const steps = window.getByRole('list', { name: 'Что осталось до закрытия месяца' }).getByRole('link')
  await steps.filter({ hasText: 'Рассчитайте месяц' }).press('Enter')
  await heading(window, /Расчёт: ноябрь 2026/)
})

test('an empty ledger is made on one page', async () => {
  const window = await openWindow(temporaryFolder())
  await press(window, 'Tab')
  await window.getByRole('button', { name: /пустой/ }).press('Enter')
  await window.getByLabel('Как называется ассоциация').fill('Ассоциация «Проба»')
  await press(window, 'Control+Enter')
  await heading(window, /Обзор/)
  await said(window, /Ассоциация «Проба»/)
})

test('a book is tried first, then written', async () => {
  const window = await openWindow(temporaryFolder())
  await window.getByRole('button', { name: /Excel/ }).press('Enter')
  await window.setInputFiles('input[type=file]', BOOK)
  await said(window, /Ошибок нет/)
  const core = await clientBeside(window)
  expect((await core.ledger.status.query()).state).toBe('none')
  await press(window, 'Control+Enter')
  await heading(window, /Обзор/)
  expect((await core.documents.list.query(EVERYTHING)).total).toBeGreaterThan(100)
})

const EVERYTHING = {
  filter: {},
  sort: { column: 'date', descending: false },
  page: { offset: 0, limit: 1 },
}

test('why a sum is what it is: two steps to the document', async () => {
  const window = await openWindow(temporaryFolder(), true)
  await heading(window, /Обзор/)
  await press(window, 'Alt+4')
  await heading(window, /Расчёт/)
  await window.getByRole('row', { name: /001/ }).first().waitFor()
  await press(window, 'F7', 'ArrowDown', 'Enter')
  await said(window, /Почему продажи/)
  const line = window.locator('.explain-line').first()
  await line.focus()
  await press(window, 'Enter')
  await heading(window, /РЛ-2026/)
})

test('settle, workbook, payouts, close; what comes late is refused; reopen', async () => {
  const window = await openWindow(temporaryFolder(), true)
  await heading(window, /Обзор/)
  await press(window, 'Alt+4')
  await heading(window, /Расчёт: ноябрь 2026/)
  await window.getByText('предварительный').waitFor()
  await press(window, 'Control+Enter')
  await window.getByRole('button', { name: 'Выплаты' }).waitFor()

  const download = window.waitForEvent('download')
  await press(window, 'Control+E')
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)

  await press(window, 'Control+Enter')
  await heading(window, /Выплаты: ноябрь 2026/)
  await window.locator('.pay-input:focus').waitFor()
  await window.keyboard.type('99999999')
  await said(window, /Больше, чем должны/)
  await press(window, 'Control+A')
  await window.keyboard.type('100')
  await press(window, 'Enter', 'Control+Enter')
  // One was paid in part, so there is a payout left.
  await window.getByRole('button', { name: 'Выплаты' }).waitFor()
  await press(window, 'Control+Enter')
  await heading(window, /Выплаты: ноябрь 2026/)
  await window.getByText('1 получатель').waitFor()
  await press(window, 'Control+Enter')

  await window.getByRole('button', { name: 'Выплаты' }).waitFor({ state: 'detached' })
  await heading(window, /Расчёт: ноябрь 2026/)
  await press(window, 'Control+Enter')
  await window.getByRole('dialog').waitFor()
  await window.getByRole('dialog').getByRole('button', { name: 'Закрыть месяц' }).press('Enter')
  await heading(window, /Расчёт: декабрь 2026/)

  const core = await clientBeside(window)
  const late = {
    id: 'late',
    kind: 'money',
    date: '2026-11-15',
    lines: [{ from: { account: 'bank' }, to: { account: 'cash' }, amount_tyiyn: 100 }],
  } as const
  await expect(core.documents.post.mutate(late)).rejects.toThrow(/month/)

  await window.getByRole('button', { name: 'Предыдущий месяц' }).press('Enter')
  await window.getByRole('button', { name: 'Открыть снова' }).press('Enter')
  await window.keyboard.type('забыли накладную')
  await press(window, 'Enter')
  await window.getByText('предварительный').waitFor()
  await heading(window, /Расчёт: ноябрь 2026/)
})
