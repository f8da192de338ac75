import path from 'node:path'
import { expect, test } from 'vitest'
import { checkCycles } from './tidy/imports.ts'
import { planted, plantedCycle, tolerated } from './tidy/planted.ts'
import { type Finding, rules } from './tidy/rules.ts'
import { readSources, scan } from './tidy/source.ts'

const sources = readSources(path.dirname(import.meta.dirname))

function show(findings: Finding[]): string[] {
  return findings.map(({ file, at, what }) => {
    const text = sources.find((source) => source.file === file)?.text ?? ''
    return `${file}:${text.slice(0, at).split('\n').length} ${what}`
  })
}

test.each(rules)('the repository keeps the rule: $name', ({ check }) => {
  expect(show(sources.flatMap(check))).toEqual([])
})

test('the repository has no cycles', () => {
  expect(show(checkCycles(sources))).toEqual([])
})

test.each(planted)('$rule is caught in $file: $text', ({ rule, file, text }) => {
  const source = scan(file, text)
  const caught = rules.filter(({ check }) => check(source).length > 0).map(({ name }) => name)
  expect(caught).toEqual([rule])
})

test('every rule has a planted violation', () => {
  const names = new Set(planted.map(({ rule }) => rule))
  expect(rules.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([])
})

test('a planted cycle is caught', () => {
  expect(checkCycles(plantedCycle)).toHaveLength(1)
})

test.each(tolerated)('nothing is caught in $file: $text', ({ file, text }) => {
  const source = scan(file, text)
  expect(rules.flatMap(({ check }) => check(source))).toEqual([])
})
