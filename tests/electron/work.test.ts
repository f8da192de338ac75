// What main does for the page and the core: the menu, questions for a place, files, papers.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { MenuEntry } from './double/driven.ts'
import { ask, makeLedger, prepareDesktop } from './fixture.ts'
import { type Started, soon } from './start.ts'

const desktop = prepareDesktop('work')

interface Given {
  readonly name: string
  readonly href: string | null
  readonly saved: boolean
}

/** Exports the whole ledger as a book; the user names the file, or turns away. */
async function exportTo(program: Started, filePath: string): Promise<Given> {
  await program.call('prepare', 'save', { canceled: filePath === '', filePath })
  return ask<Given>(program, 'mutation', 'exports.book')
}

async function opened(program: Started): Promise<object[]> {
  return (await program.call('done')).filter((each) => each.what === 'open')
}

const isWorkbook = (file: string) => readFileSync(file).subarray(0, 2).toString() === 'PK'

test('the menu is Russian and shows the keys of the page without taking them', async () => {
  const program = await desktop.shared()
  const menu = await program.call('menu')
  expect(menu.map(({ label }) => label)).toEqual(['Файл', 'Правка', 'Переход', 'Вид', 'Справка'])
  const items = menu.flatMap(({ submenu = [] }) => submenu)
  const keyed = items.filter(({ accelerator }) => accelerator !== undefined)
  expect(Object.fromEntries(keyed.map(({ label, accelerator }) => [label, accelerator]))).toEqual({
    'Новый документ': 'Ctrl+N',
    'Сохранить черновик': 'Ctrl+S',
    Провести: 'Ctrl+Enter',
    Печать: 'Ctrl+P',
    'В Excel': 'Ctrl+E',
    'Найти или сделать…': 'Ctrl+K',
    Обзор: 'Alt+1',
    Документы: 'Alt+2',
    Остатки: 'Alt+3',
    Расчёты: 'Alt+4',
    Производители: 'Alt+5',
    Товары: 'Alt+6',
    Отчёты: 'Alt+7',
    'Справка и клавиши': 'F1',
    'Почему такая сумма?': 'F7',
  })
  expect(keyed.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([])
  // An installed program has no developer's tools, and a reload would cost typed lines.
  const roles = items.flatMap(({ role }: MenuEntry) => role ?? [])
  expect(roles).not.toContain('toggleDevTools')
  expect(roles).not.toContain('reload')
})

test('what is chosen in the menu is done by the page', async () => {
  const program = await desktop.shared()
  await program.call('choose', 'Провести')
  await program.call('choose', 'Расчёты')
  await program.call('choose', 'Почему такая сумма?')
  await program.until('heard.commands.length === 3')
  expect(await program.evaluate('heard.commands')).toEqual(['post', 'section-4', 'why'])
})

test('the menu speaks the language of the page, also at the next start', async () => {
  const program = await desktop.open()
  const first = async (of: Started) => (await of.call('menu'))[0]?.submenu?.[0]?.label
  expect(await first(program)).toBe('Новый документ')
  await program.evaluate("esep.setLanguage('ky')")
  await expect.poll(() => first(program), soon).toBe('Жаңы документ')
  await program.evaluate("esep.setLanguage('xx')")
  await program.call('close')
  await program.exited
  expect(await first(await desktop.open({ home: program.home }))).toBe('Жаңы документ')
})

test('a file is saved where the user says, and the folder is offered the next time', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  const folder = path.join(program.home, 'Мои файлы')
  const file = path.join(folder, 'Книга.xlsx')
  expect(await exportTo(program, file)).toEqual({ name: 'Книга.xlsx', href: null, saved: true })
  expect(isWorkbook(file)).toBe(true)
  expect(readdirSync(folder)).toEqual(['Книга.xlsx'])
  await exportTo(program, file)
  const asked = (await program.call('done')).flatMap((each) => (each.what === 'dialog' ? [each.options] : []))
  const { defaultPath: firstOffer = '' } = asked[0] as Electron.SaveDialogOptions
  const { defaultPath: secondOffer = '', filters } = asked[1] as Electron.SaveDialogOptions
  expect(path.dirname(firstOffer)).toBe(path.join(program.home, 'documents'))
  expect(path.dirname(secondOffer)).toBe(folder)
  expect(path.extname(secondOffer)).toBe('.xlsx')
  expect(filters?.[0]).toEqual({ name: 'Книга Excel', extensions: ['xlsx'] })
})

test('the workbook was drawn in a process of its own, with a limit to its memory', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  await exportTo(program, path.join(program.home, 'Книга.xlsx'))
  const forks = (await program.call('done')).filter((each) => each.what === 'fork')
  expect(forks.map((fork) => fork.what === 'fork' && [fork.name, fork.flags])).toEqual([
    ['Esep core', []],
    ['Esep job', ['--js-flags=--max-old-space-size=2048']],
  ])
  await expect.poll(() => program.call('isRunning', 'Esep job'), soon).toBe(false)
})

test('a user who turns away gets no file and no error', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  expect(await exportTo(program, '')).toMatchObject({ saved: false, href: null })
})

test('a file that Excel has open is left alone: the next name is taken and told', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  const file = path.join(program.home, 'Книга.xlsx')
  writeFileSync(file, 'открыта')
  await program.call('hold', file)
  expect(await exportTo(program, file)).toEqual({ name: 'Книга (2).xlsx', href: null, saved: true })
  expect(readFileSync(file, 'utf8')).toBe('открыта')
  expect(isWorkbook(path.join(program.home, 'Книга (2).xlsx'))).toBe(true)
})

test('a place that cannot be written is refused with its reason, and nothing is left', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  const file = path.join(program.home, 'Папка.xlsx')
  mkdirSync(path.join(file, 'внутри'), { recursive: true })
  await expect(exportTo(program, file)).rejects.toThrow('file_not_writable')
  expect(readdirSync(program.home).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('only the file saved last can be opened or shown, and only by its own place', async () => {
  const program = await desktop.open()
  await makeLedger(program)
  await program.evaluate('esep.openSaved()')
  expect(await opened(program)).toEqual([])
  const file = path.join(program.home, 'Книга.xlsx')
  await exportTo(program, file)
  await program.evaluate('esep.openSaved()')
  await program.evaluate('esep.showSaved()')
  expect(await opened(program)).toEqual([
    { what: 'open', how: 'path', target: file },
    { what: 'open', how: 'folder', target: file },
  ])
})

const PAPER = `<!doctype html><style>@page { size: A5 landscape }</style><h1>Накладная</h1>
  <script>document.body.textContent = 'ran'</script>`

test('a paper is drawn by a window nobody sees, in which nothing runs', async () => {
  const program = await desktop.open()
  const drawn = await program.call('favour', { what: 'pdf', html: PAPER })
  const { output } = drawn as { output: Uint8Array }
  const pdf = Buffer.from(output).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  // The paper's own rule for its size, in points: A5 on its side.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59\d\.?\d* 4[12]\d/)
  const windows = (await program.call('done')).flatMap((each) =>
    each.what === 'window' ? [each.options] : [],
  )
  expect(windows[1]).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } })
  expect(await program.call('windows')).toBe(1)
  expect((await program.call('done')).filter((each) => each.what === 'shown')).toHaveLength(1)
})

test('papers asked for together come one after another, each its own', async () => {
  const program = await desktop.open()
  const sizes = ['A5', 'A3', 'A5 landscape'].map(
    (size) => `<!doctype html><style>@page { size: ${size} }</style>а`,
  )
  const drawn = await Promise.all(sizes.map((html) => program.call('favour', { what: 'pdf', html })))
  const widths = drawn.map((each) => {
    const text = Buffer.from((each as { output: Uint8Array }).output).toString('latin1')
    return Math.round(Number(/\/MediaBox\s*\[0 0 ([\d.]+)/.exec(text)?.[1]))
  })
  expect(widths).toEqual([420, 842, 595])
})

test('a paper is shown by the system’s viewer, and papers of the last start are gone', async () => {
  const program = await desktop.open()
  const bytes = new TextEncoder().encode('%PDF-')
  const shown = await program.call('favour', { what: 'view', name: 'Накладная.pdf', bytes })
  const file = path.join(program.home, 'papers', 'Накладная.pdf')
  expect(shown).toEqual({ output: true })
  expect(await opened(program)).toEqual([{ what: 'open', how: 'path', target: file }])
  expect(readFileSync(file, 'utf8')).toBe('%PDF-')
  await program.call('close')
  await program.exited
  await desktop.open({ home: program.home })
  expect(existsSync(file)).toBe(false)
})

test('a paper where the system has no viewer is said to be unseen', async () => {
  const program = await desktop.open({ env: { DOUBLE_NO_VIEWER: 'yes' } })
  const bytes = new TextEncoder().encode('%PDF-')
  expect(await program.call('favour', { what: 'view', name: 'а.pdf', bytes })).toEqual({ output: false })
})
