import { expect, test } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import { seriousTroubles } from '../testing/axe.ts'
import { fakeCore } from '../testing/fake-core.ts'
import { renderScreens } from '../testing/render-screens.tsx'
import { page, SHOP } from '../testing/shop.ts'

const core = () => fakeCore({ ...SHOP, documents: { list: () => page([]) } })

test('Alt and a number opens a section, whatever the layout types', async () => {
  const { screens } = await renderScreens(core(), '/reports')
  await expect.element(browser.getByText('Сентябрь 2026')).toBeVisible()
  await userEvent.keyboard('{Alt>}2{/Alt}')
  await expect.poll(() => screens.state.location.pathname).toBe('/documents')
})

test('Ctrl+K finds a product and a command, and Enter does it', async () => {
  const { screens } = await renderScreens(core(), '/reports')
  await expect.element(browser.getByText('Сентябрь 2026')).toBeVisible()
  await userEvent.keyboard('{Control>}k{/Control}')
  const box = browser.getByRole('combobox', { name: 'Найти или сделать' })
  await userEvent.fill(box, 'облепих')
  await expect.element(browser.getByRole('option', { name: /Варенье облепиховое/ })).toBeVisible()
  await userEvent.fill(box, 'новая продажа')
  await expect.element(browser.getByRole('option', { name: 'Новая продажа' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => screens.state.location.pathname).toMatch(/^\/documents\/draft\//)
})

test('F1 lists the keys of the screen, and Esc puts them away', async () => {
  await renderScreens(core(), '/documents')
  await expect.element(browser.getByText('Сентябрь 2026')).toBeVisible()
  await userEvent.keyboard('{F1}')
  await expect.element(browser.getByText('Клавиши этого экрана')).toBeVisible()
  await expect.element(browser.getByText('На страницу вверх, вниз')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(browser.getByText('Клавиши этого экрана')).not.toBeInTheDocument()
})

test('the spine says which month it is and what is missing; a lost core is said below', async () => {
  const fake = core()
  await renderScreens(fake, '/documents')
  await expect.element(browser.getByRole('link', { name: /Продажи · 2/ })).toBeVisible()
  fake.connection.set('down')
  await expect.element(browser.getByText(/Программа учёта не отвечает/)).toBeVisible()
})

test.each(['ru', 'ky', 'en'] as const)(
  'axe finds nothing serious on the documents in %s',
  async (language) => {
    await renderScreens(core(), '/documents', language)
    await expect.element(browser.getByRole('grid')).toBeVisible()
    expect(await seriousTroubles()).toEqual([])
  },
)
