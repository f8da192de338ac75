import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Progress } from './progress.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a quick command shows nothing, a slow one a line that is cleared', () => {
  let shown = ''
  const progress = new Progress((text) => {
    shown += text
  })
  progress.step('Читаю книгу')
  vi.advanceTimersByTime(900)
  progress.step('Провожу документы', 1, 4)
  expect(shown).toBe('')
  vi.advanceTimersByTime(200)
  expect(shown).toBe('\r\u001b[KПровожу документы ██████░░░░░░░░░░░░░░░░░░  25 %')
  progress.clear()
  expect(shown.endsWith('\r\u001b[K')).toBe(true)
})

test('without a terminal nothing is ever shown', () => {
  const progress = new Progress(undefined)
  progress.step('Читаю книгу')
  vi.advanceTimersByTime(5000)
  progress.clear()
  expect(vi.getTimerCount()).toBe(0)
})
