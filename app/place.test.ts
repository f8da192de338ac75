import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../tests/fixtures/ledger-file.ts'
import {
  copiesFolder,
  currentFile,
  homeFolder,
  ledgerFileAt,
  nextFile,
  placeAt,
  setCurrent,
} from './place.ts'

test('the program keeps its own in the local application data, unless a test says otherwise', () => {
  expect(homeFolder({ LOCALAPPDATA: '/profile/local' }, 'win32')).toBe(path.join('/profile/local', 'Esep'))
  expect(homeFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/esep')
  expect(homeFolder({}, 'linux')).toMatch(/\.local\/share\/esep$/)
  expect(homeFolder({ ESEP_HOME: '/elsewhere', LOCALAPPDATA: '/profile' }, 'win32')).toBe(
    path.resolve('/elsewhere'),
  )
})

test('a plain file is its own ledger', () => {
  const file = path.join(temporaryFolder(), 'учёт.sqlite')
  expect(currentFile(placeAt(file))).toBeUndefined()
  expect(() => ledgerFileAt(file)).toThrow('ledger_missing')
  writeFileSync(file, '')
  expect(ledgerFileAt(file)).toBe(file)
})

test('a folder names the ledger in use', () => {
  const folder = temporaryFolder()
  expect(() => ledgerFileAt(folder)).toThrow('ledger_missing')
  const first = nextFile(folder)
  expect(path.basename(first)).toBe('ledger-0001.sqlite')
  writeFileSync(first, '')
  setCurrent(first)
  expect(ledgerFileAt(folder)).toBe(first)
  const second = nextFile(folder)
  writeFileSync(second, '')
  expect(ledgerFileAt(folder)).toBe(first)
  setCurrent(second)
  expect(ledgerFileAt(folder)).toBe(second)
  expect(readFileSync(path.join(folder, 'current'), 'utf8')).toBe('ledger-0002.sqlite\n')
})

test('a folder that lost the name of its ledger goes on with the newest', () => {
  const folder = temporaryFolder()
  for (const number of ['0002', '0010', '0009'])
    writeFileSync(path.join(folder, `ledger-${number}.sqlite`), '')
  expect(path.basename(ledgerFileAt(folder))).toBe('ledger-0010.sqlite')
  expect(path.basename(nextFile(folder))).toBe('ledger-0011.sqlite')
})

test('a number is never given again, whatever is left of the ledger that had it', () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'ledger-0003.sqlite-wal'), '')
  expect(path.basename(nextFile(folder))).toBe('ledger-0004.sqlite')
  writeFileSync(path.join(folder, 'current'), 'ledger-0006.sqlite')
  expect(path.basename(nextFile(folder))).toBe('ledger-0007.sqlite')
})

test.each(['../ledger-0001.sqlite', '..', '/etc/passwd', ''])('«%s» leads nowhere', (name) => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'current'), name)
  expect(() => ledgerFileAt(folder)).toThrow('not_a_ledger')
})

test('copies lie in the folder of the ledger, or beside a plain file', () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'place'))
  expect(copiesFolder(path.join(folder, 'place', 'ledger-0003.sqlite'))).toBe(
    path.join(folder, 'place', 'copies'),
  )
  expect(copiesFolder(path.join(folder, 'учёт.sqlite'))).toBe(path.join(folder, 'учёт-copies'))
})
