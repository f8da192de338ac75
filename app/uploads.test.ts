import { expect, test } from 'vitest'
import { emptyReading } from './import/read.ts'
import { Uploads } from './uploads.ts'

test('a file goes by a token until it is taken in', () => {
  const uploads = new Uploads()
  const token = uploads.put('Книга.xlsx', Buffer.from('x'))
  expect(uploads.get([token])).toMatchObject([{ name: 'Книга.xlsx' }])
  uploads.clear()
  expect(() => uploads.get([token])).toThrow('file_not_readable')
})

test('a file that is too large, and the oldest of too many, are not kept', () => {
  const uploads = new Uploads()
  expect(() => uploads.put('a', new Uint8Array(21 * 1024 * 1024))).toThrow('workbook_too_large')
  const tokens = Array.from({ length: 21 }, (_, index) => uploads.put(`${index}`, Buffer.from('x')))
  expect(() => uploads.get(tokens.slice(0, 1))).toThrow('file_not_readable')
  expect(uploads.get(tokens.slice(1))).toHaveLength(20)
})

test('the same files are read once, other files anew', async () => {
  const uploads = new Uploads()
  const [one, two] = [uploads.put('a', Buffer.from('1')), uploads.put('a', Buffer.from('2'))]
  let readings = 0
  const read = async () => {
    readings += 1
    return emptyReading()
  }
  await uploads.reading(uploads.get([one]), read)
  await uploads.reading(uploads.get([one]), read)
  expect(readings).toBe(1)
  await uploads.reading(uploads.get([two]), read)
  expect(readings).toBe(2)
})
