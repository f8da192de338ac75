import { beforeEach, expect, test } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import type { CheckedLine, DocumentCheck } from '../../../domain/views.ts'
import { seriousTroubles } from '../../testing/axe.ts'
import { type Answers, type FakeCore, fakeCore, Refused } from '../../testing/fake-core.ts'
import { renderScreens } from '../../testing/render-screens.tsx'
import { GOODS, SHOP } from '../../testing/shop.ts'

type Form = { readonly lines: readonly { product?: number; quantity_milli?: number }[] }

const NO_LINE: CheckedLine = {
  price: null,
  discount: 0,
  amount: 0,
  commission: 0,
  rate: 0,
  method: null,
  book: null,
  lots: [],
}

function check(form: unknown): DocumentCheck {
  const lines = (form as Form).lines.map(({ product, quantity_milli = 0 }): CheckedLine => {
    const price = GOODS.find(({ id }) => id === product)?.price ?? null
    return { ...NO_LINE, price, amount: ((price ?? 0) * quantity_milli) / 1000 }
  })
  return { problems: [], warnings: [], lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) }
}

function shopCore(documents: Answers['documents'] = {}): FakeCore {
  return fakeCore({
    ...SHOP,
    documents: {
      check,
      saveDraft: () => undefined,
      draft: () => null,
      post: () => ({ id: 7, number: 'РЛ-2026-000007', warnings: [] }),
      ...documents,
    },
  })
}

const newSale = '/documents/new/sale'
const cell = (row: number, column: number) =>
  document.querySelector(`[role="row"][aria-rowindex="${row + 1}"]`)?.querySelectorAll('[role="gridcell"]')[
    column
  ]

/** Types key by key and counts the presses. */
async function press(keys: readonly string[]): Promise<number> {
  for (const key of keys) await userEvent.keyboard(key)
  return keys.length
}

/** A key as the keyboard sends it: with the time it was pressed at, however long the screen takes over it. */
function key(name: string, at_ms: number): boolean {
  const code = /^\d$/.test(name) ? `Digit${name}` : name
  const event = new KeyboardEvent('keydown', { key: name, code, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: at_ms })
  return document.activeElement?.dispatchEvent(event) ?? false
}

/** A scanner: hardly a moment between two digits, unless torn; one that nobody takes types itself. */
function scan(code: string, tornAfter = code.length): void {
  const began_ms = performance.now()
  const at = (index: number) => began_ms + index * 12 + (index >= tornAfter ? 200 : 0)
  for (const [index, digit] of [...code].entries())
    if (key(digit, at(index))) document.execCommand('insertText', false, digit)
  key('Enter', at(code.length - 1) + 12)
}

beforeEach(() => localStorage.clear())

test('a line by barcode costs thirteen digits, Enter, the quantity, Enter', async () => {
  await renderScreens(shopCore(), newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  const presses = await press([...(GOODS[0]?.barcode ?? ''), '{Enter}', '2', '{Enter}'])
  expect(presses).toBe(16)
  await expect.poll(() => cell(1, 1)?.textContent).toBe('Варенье из сосновых шишек 250 г')
  await expect.poll(() => cell(1, 8)?.textContent).toBe('600,00')
  await press([...(GOODS[1]?.barcode ?? ''), '{Enter}', '1', '{Enter}'])
  await expect.poll(() => cell(2, 1)?.textContent).toBe('Варенье облепиховое 250 г')
  await expect.poll(() => cell(2, 3)?.textContent).toBe('1')
})

test('a scanner adds a line wherever the cursor is, and takes its digits back', async () => {
  await renderScreens(shopCore(), newSale)
  const note = browser.getByLabelText('Примечание')
  await userEvent.fill(note, 'срочно')
  scan(GOODS[2]?.barcode ?? '')
  await expect.poll(() => cell(1, 1)?.textContent).toBe('Мыло «Шакар» 80 г')
  await expect.element(note).toHaveValue('срочно')
})

test('a scan that a busy machine tears in two is one code still', async () => {
  await renderScreens(shopCore(), newSale)
  const note = browser.getByLabelText('Примечание')
  await userEvent.fill(note, 'срочно')
  scan(GOODS[2]?.barcode ?? '', 3)
  await expect.poll(() => cell(1, 1)?.textContent).toBe('Мыло «Шакар» 80 г')
  await expect.element(note).toHaveValue('срочно')
})

test('two presses post once, and the posted document is shown', async () => {
  let release: () => void = () => undefined
  const posted = new Promise<void>((resolve) => {
    release = resolve
  })
  const core = shopCore({
    post: async () => {
      await posted
      return { id: 7, number: 'РЛ-2026-000007', warnings: [] }
    },
  })
  const { screens } = await renderScreens(core, newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('001-01{Enter}2{Enter}')
  await userEvent.keyboard('{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}')
  release()
  await expect.poll(() => screens.state.location.pathname).toBe('/documents/7')
  expect(core.asked.filter(({ path }) => path === 'documents.post')).toHaveLength(1)
})

test('a lost core loses nothing: the text is kept and sent when it is back', async () => {
  const core = shopCore()
  await renderScreens(core, newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  core.setAway(true)
  await userEvent.keyboard('001-01{Enter}3{Enter}')
  await expect.element(browser.getByText('черновик ждёт связи, текст цел')).toBeVisible()
  expect(cell(1, 3)?.textContent).toBe('3')
  core.setAway(false)
  await expect.element(browser.getByText(/черновик, сохранён/), { timeout: 5000 }).toBeVisible()
  const kept = core.asked.findLast(({ path }) => path === 'documents.saveDraft')?.input as { input: Form }
  expect(kept.input.lines[0]?.quantity_milli).toBe(3000)
})

test('an unreadable cell says so beside the line', async () => {
  await renderScreens(shopCore(), newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('001-01{Enter}два{Enter}')
  await expect.poll(() => cell(1, 3)?.getAttribute('aria-invalid')).toBe('true')
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(browser.getByText('Здесь нужно количество, например 12 или 4,250.')).toBeVisible()
})

test('a refusal leads to the cell it speaks of, and goes when the cell is changed', async () => {
  const refusal = {
    code: 'quantity_not_positive',
    data: { article: '001-01', quantity_milli: -1000 },
  } as const
  const wrong = (form: unknown) => ((form as Form).lines[0]?.quantity_milli ?? 0) < 0
  const core = shopCore({
    check: (form) => ({
      ...check(form),
      problems: wrong(form) ? [{ ...refusal, line: 0, field: 'quantity_milli' }] : [],
    }),
    post: () => {
      throw new Refused(refusal)
    },
  })
  await renderScreens(core, newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('001-01{Enter}-1{Enter}')
  await expect.poll(() => cell(1, 3)?.getAttribute('aria-invalid')).toBe('true')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(browser.getByText('Не проводится: 1 замечание')).toBeVisible()
  await expect.poll(() => cell(1, 3)?.getAttribute('aria-selected')).toBe('true')
  await userEvent.keyboard('2{Enter}')
  await expect.element(browser.getByText('Не проводится: 1 замечание')).not.toBeInTheDocument()
})

test('a question is asked in place, answered in place, and the answer goes with the document', async () => {
  const lot = {
    article: '001-01',
    product: 'Варенье',
    lot: 'ПР-1/1',
    expires: '2026-09-01',
    date: '2026-09-14',
  }
  const answered = (form: unknown) => 'confirmed' in (form as object)
  const core = shopCore({
    check: (form) => ({
      ...check(form),
      problems: answered(form)
        ? []
        : [{ code: 'expired_lot', data: lot, line: 0, field: 'lot', question: true }],
    }),
  })
  const { screens } = await renderScreens(core, newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('001-01{Enter}1{Enter}')
  await userEvent.fill(browser.getByLabelText('Причина'), 'по уценке')
  await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}')
  await expect.poll(() => screens.state.location.pathname).toBe('/documents/7')
  const posted = core.asked.find(({ path }) => path === 'documents.post')?.input
  expect(posted).toMatchObject({ confirmed: { expired_lot: 'по уценке' } })
})

test('leaving keeps the draft, and it comes back as it was typed', async () => {
  const core = shopCore()
  const { screens } = await renderScreens(core, newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('001-01{Enter}12,5 кг')
  const address = screens.state.location.pathname
  await screens.navigate({ to: '/documents/new/$kind', params: { kind: 'receipt' } })
  await expect.element(browser.getByText('Приём на комиссию')).toBeVisible()
  await screens.navigate({ to: address })
  await expect.poll(() => cell(1, 3)?.textContent).toBe('12,5 кг')
})

test('axe finds nothing serious on the form', async () => {
  await renderScreens(shopCore(), newSale)
  await expect.element(browser.getByRole('grid')).toBeVisible()
  await userEvent.keyboard('001-01{Enter}2{Enter}')
  await expect.poll(() => cell(1, 8)?.textContent).toBe('600,00')
  expect(await seriousTroubles()).toEqual([])
})
