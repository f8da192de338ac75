import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Around } from '../../app.tsx'
import { createQueryClient } from '../../rpc/rpc.tsx'
import { fakeCore } from '../../testing/fake-core.ts'
import { createTexts } from '../../texts/i18n.ts'
import type { GridColumn } from './columns.ts'
import { LineGrid } from './line-grid.tsx'

interface Row {
  readonly key: string
  readonly product: string
  readonly quantity: string
  readonly price: string
}

let made = 0
const blank = (): Row => ({ key: `r${made++}`, product: '', quantity: '', price: '' })
const isBlank = ({ product, quantity, price }: Row) => product + quantity + price === ''

const columns: readonly GridColumn<Row>[] = [
  {
    key: 'product',
    heading: 'Товар',
    width: 200,
    enter: 'always',
    text: ({ product }) => product,
    put: (row, product) => ({ ...row, product }),
  },
  { key: 'unit', heading: 'Ед.', width: 60, text: ({ product }) => (product === '' ? '' : 'шт') },
  {
    key: 'quantity',
    heading: 'Кол-во',
    width: 80,
    enter: 'always',
    text: ({ quantity }) => quantity,
    put: (row, quantity) => ({ ...row, quantity }),
  },
  {
    key: 'price',
    heading: 'Цена',
    width: 80,
    text: ({ price }) => price,
    put: (row, price) => ({ ...row, price }),
  },
]

let rows: readonly Row[] = []

function Try() {
  const [shown, setShown] = useState<readonly Row[]>(() => [blank()])
  rows = shown
  return (
    <LineGrid
      label="Строки"
      columns={columns}
      rows={shown}
      blank={blank}
      isBlank={isBlank}
      onChange={setShown}
      problem={({ quantity }, column) =>
        column === 'quantity' && quantity === 'два' ? 'Нужно число' : undefined
      }
      totals={{ price: '0,00' }}
      summary="строк"
    />
  )
}

async function show(): Promise<void> {
  const { core, connection } = fakeCore({})
  await render(
    <div style={{ height: 500, display: 'flex' }}>
      <Around texts={createTexts('ru')} core={core} queries={createQueryClient()} connection={connection}>
        <Try />
      </Around>
    </div>,
  )
  document.querySelector<HTMLInputElement>('.grid-input')?.focus()
}

const filled = () => rows.filter((row) => !isBlank(row))

/** What Excel puts on the clipboard, pasted where the cursor is. */
function paste(text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
}

function copy(): string {
  const clipboardData = new DataTransfer()
  const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
  return clipboardData.getData('text/plain')
}

test('Enter goes to what a line needs and then to a new one; Tab stops at every cell', async () => {
  await show()
  await userEvent.keyboard('мыло{Enter}2{Enter}мёд{Tab}3{Tab}110{Enter}')
  expect(filled().map(({ product, quantity, price }) => [product, quantity, price])).toEqual([
    ['мыло', '2', ''],
    ['мёд', '3', '110'],
  ])
})

test('Esc leaves the cell as it was, F2 changes it, Del empties it', async () => {
  await show()
  await userEvent.keyboard('мыло{Enter}2{ArrowDown}')
  await userEvent.keyboard('{ArrowUp}5{Escape}')
  expect(rows[0]?.quantity).toBe('2')
  await userEvent.keyboard('{F2}0{Enter}{ArrowUp}{ArrowRight}{ArrowRight}')
  expect(rows[0]?.quantity).toBe('20')
  await userEvent.keyboard('{Delete}')
  expect(rows[0]?.quantity).toBe('')
})

test('Ctrl+D copies from above, Ins puts a line in, Ctrl+Del takes lines out', async () => {
  await show()
  await userEvent.keyboard('мыло{Enter}2{Enter}')
  await userEvent.keyboard('{Control>}d{/Control}')
  expect(rows[1]?.product).toBe('мыло')
  await userEvent.keyboard('{Insert}')
  expect(rows.map(({ product }) => product)).toEqual(['мыло', '', 'мыло', ''])
  await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}{Delete}{/Control}')
  expect(filled()).toEqual([])
  expect(rows).toHaveLength(1)
})

test('302 lines from Excel are pasted at once, over what is typed and not over what is worked out', async () => {
  await show()
  const lines = Array.from({ length: 302 }, (_, index) => `Товар ${index + 1}\t${index + 1}\t"1 200,50"`)
  const started = performance.now()
  paste(`${lines.join('\r\n')}\r\n`)
  await expect.poll(() => filled().length).toBe(302)
  expect(performance.now() - started).toBeLessThan(500)
  expect(filled().at(-1)).toMatchObject({ product: 'Товар 302', quantity: '302', price: '1 200,50' })
  expect(document.querySelectorAll('.grid-row').length).toBeLessThan(50)
})

test('a block copied here goes back over the same columns', async () => {
  await show()
  await userEvent.keyboard('мыло{Enter}2{Enter}')
  await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  expect(copy()).toBe('мыло\tшт\t2')
  paste('мыло\tшт\t2')
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}{ArrowLeft}')
  paste('мыло\tшт\t2')
  await expect.poll(() => rows[1]?.quantity).toBe('2')
})

test('a wrong cell is marked and says why', async () => {
  await show()
  await userEvent.keyboard('мыло{Enter}два{Enter}')
  await expect
    .poll(() => document.querySelector('[aria-invalid="true"][role="gridcell"]')?.textContent)
    .toBe('два')
})

test('text that comes without a key press is typed all the same', async () => {
  await show()
  const input = document.querySelector<HTMLInputElement>('.grid-input')
  document.execCommand('insertText', false, 'үй')
  expect(input?.value).toBe('үй')
  await userEvent.keyboard('{Enter}')
  expect(rows[0]?.product).toBe('үй')
})
