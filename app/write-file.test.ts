import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkFolder, writeFileWhole } from './write-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'write-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (file: string): string => readFileSync(file, 'utf8')

test('a file is replaced whole, its folder made, and nothing else is left', async () => {
  const target = path.join(folder, 'a', 'b', 'Расчёт.xlsx')
  await writeFileWhole(target, bytes('старый'))
  expect(await writeFileWhole(target, bytes('новый'))).toBe(target)
  expect(read(target)).toBe('новый')
  expect(readdirSync(path.dirname(target))).toEqual(['Расчёт.xlsx'])
})

test('a file that another program holds is left alone, and the next name taken', async () => {
  const target = path.join(folder, 'Расчёт.xlsx')
  await writeFileWhole(target, bytes('открыт в Excel'))
  const held: typeof rename = (from, to) =>
    to === target ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) : rename(from, to)
  const written = await writeFileWhole(target, bytes('новый'), held)
  expect(written).toBe(path.join(folder, 'Расчёт (2).xlsx'))
  expect([read(target), read(written)]).toEqual(['открыт в Excel', 'новый'])
})

test('what cannot be written is refused, and leaves nothing', async () => {
  mkdirSync(path.join(folder, 'папка.xlsx', 'внутри'), { recursive: true })
  await expect(writeFileWhole(path.join(folder, 'папка.xlsx'), bytes('а'))).rejects.toMatchObject({
    code: 'file_not_writable',
  })
  expect(readdirSync(folder)).toEqual(['папка.xlsx'])
})

test('a folder is good if it can be made, and no good below a file', async () => {
  checkFolder(path.join(folder, 'новая', 'папка'))
  expect(readdirSync(folder)).toEqual([])
  await writeFileWhole(path.join(folder, 'файл'), bytes('а'))
  expect(() => checkFolder(path.join(folder, 'файл', 'папка'))).toThrow('file_not_writable')
})
