import { expect, test } from 'vitest'
import { matches, type Press } from './chord.ts'
import { KeyRegistry } from './registry.ts'

const press = (code: string, key: string, held: Partial<Press> = {}): Press => ({
  code,
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
})

test('a key is known by its place, whatever it types', () => {
  expect(matches('Ctrl+K', press('KeyK', 'л', { ctrlKey: true }))).toBe(true)
  expect(matches('Alt+1', press('Digit1', '1', { altKey: true }))).toBe(true)
  expect(matches('Ctrl+Enter', press('NumpadEnter', 'Enter', { ctrlKey: true }))).toBe(true)
  expect(matches('Ctrl+K', press('KeyK', 'k'))).toBe(false)
  expect(matches('F7', press('', 'F7'))).toBe(true)
})

test('what a screen declares lies above what works everywhere, and goes with the screen', () => {
  const registry = new KeyRegistry()
  const done: string[] = []
  registry.add([{ keys: 'Esc', label: 'Назад', group: 'app', run: () => done.push('app') }])
  const leave = registry.add([
    { keys: 'Esc', label: 'Закрыть', group: 'screen', run: () => done.push('screen') },
  ])
  registry.find(press('Escape', 'Escape'))?.run?.()
  expect(registry.list()).toHaveLength(1)
  leave()
  registry.press('Esc')
  expect(done).toEqual(['screen', 'app'])
})
