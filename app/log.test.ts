import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../tests/fixtures/ledger-file.ts'
import { numberOfFault, traceOfFault } from './fault.ts'
import { fileLog } from './log.ts'

test('the log is lines of JSON in a few files of limited size', () => {
  const file = path.join(temporaryFolder(), 'logs', 'core.log')
  const log = fileLog(file, () => '2026-09-30T06:00:00Z')
  log.info('opened', { state: 'open' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    moment: '2026-09-30T06:00:00Z',
    level: 'info',
    event: 'opened',
    state: 'open',
  })
  for (let turn = 0; turn < 8; turn += 1) {
    writeFileSync(file, 'x'.repeat(1_000_001))
    log.error('fault')
  }
  expect(existsSync(`${file}.4`)).toBe(true)
  expect(existsSync(`${file}.5`)).toBe(false)
  expect(readFileSync(file, 'utf8')).toContain('fault')
})

test('a log that cannot be written stops nobody', () => {
  const folder = temporaryFolder()
  expect(() => fileLog(folder, () => '').info('opened')).not.toThrow()
})

test('a fault is known by a number and its places; names, sums and paths stay out of the log', () => {
  const error = new TypeError("Айгүл Асанова owes 1234 in '/srv/a/ledger.sqlite'")
  const told = traceOfFault(error)
  expect(told['message']).toBe('… … owes … in …')
  expect(told['trace']).toMatch(/log\.test\.ts:\d+:\d+/)
  expect(JSON.stringify(told)).not.toMatch(/\/|Айгүл|1234/)
  expect(numberOfFault(error)).toMatch(/^[0-9a-f]{8}$/)
  expect(numberOfFault(error)).toBe(numberOfFault(error))
  expect(traceOfFault('plain')).toEqual({ name: 'string' })
})
