import { expect, it } from 'vitest'
import { foldWord, visibleText } from './visible-text.ts'

it.each([
  ['слово', 'слово'],
  ['  слово ', 'слово'],
  ['два\u00a0слова\u202fи\tтри', 'два слова и три'],
  ['и\u0306од', 'йод'],
  ['0\u200b07\ufeff', '007'],
  ['мяг\u00adкий', 'мягкий'],
  ['a\u0000b\u0007', 'ab'],
  ['строка\r\nвторая', 'строка\nвторая'],
  ['\ud800x', '\ufffdx'],
  ['Өмүр «Ң» № 5 — ok', 'Өмүр «Ң» № 5 — ok'],
])('%j is seen as %j', (text, seen) => {
  expect(visibleText(text)).toBe(seen)
})

it('folds case, ё and runs of spaces', () => {
  expect(foldWord('  В\u00a0 Долг ЁЖ ')).toBe('в долг еж')
})

it('looks at a long text in no time', () => {
  const start = performance.now()
  visibleText(`${'а'.repeat(32_767)}\u0301`)
  visibleText('а '.repeat(16_000))
  expect(performance.now() - start).toBeLessThan(500)
})
