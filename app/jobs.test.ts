import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, workbookOf } from '../tests/fixtures/workbook.ts'
import { readBookApart } from './import/read-apart.ts'
import { forkedJobs, JobFailed } from './jobs.ts'

const file = {
  name: 'Книга.xlsx',
  bytes: workbookOf({ sheets: { Партнёры: rowsOf(['Код', 'Наименование'], ['К', 'КМЦ']) } }),
}

let folder = ''
let entries = 0
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jobs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A runner whose process runs this instead of a job. */
function jobsOf(body: string) {
  entries += 1
  const entry = path.join(folder, `entry-${entries}.mjs`)
  writeFileSync(entry, `process.on('message', () => { ${body} })`)
  return forkedJobs(entry)
}

describe('a job in a process of its own', () => {
  it('answers as the function would here, bytes and all', async () => {
    const { book } = await forkedJobs().run('read_book', [file])
    expect(book.partners).toEqual([{ row: 2, values: { code: 'К', name: 'КМЦ' } }])
  })

  it('passes a refusal with its code and data', async () => {
    const jobs = jobsOf(`process.send({ refused: { code: 'book_empty', data: { file: 'x' } } })`)
    await expect(jobs.run('read_book', [file])).rejects.toMatchObject({
      code: 'book_empty',
      data: { file: 'x' },
    })
  })

  it('passes a fault as an error', async () => {
    await expect(jobsOf(`process.send({ failed: 'упало' })`).run('read_book', [file])).rejects.toThrow(
      'упало',
    )
  })

  it('is ended when it takes too long', async () => {
    const jobs = jobsOf('setInterval(() => {}, 1000)')
    const run = jobs.run('read_book', [file], { timeout_ms: 300 })
    await expect(run).rejects.toMatchObject({ name: 'JobFailed', reason: 'time', most: 1 })
  })

  it('is ended even when it never yields', async () => {
    await expect(jobsOf('for (;;);').run('read_book', [file], { timeout_ms: 300 })).rejects.toBeInstanceOf(
      JobFailed,
    )
  })

  it('runs out of its own memory alone', async () => {
    const jobs = jobsOf('const all = []; for (;;) all.push(new Array(100_000).fill(all.length))')
    const run = jobs.run('read_book', [file], { memory_mb: 32 })
    await expect(run).rejects.toMatchObject({ reason: 'memory', most: 32 })
  })

  it('is cancelled before it starts and while it runs', async () => {
    await expect(
      forkedJobs().run('read_book', [file], { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    const run = jobsOf('for (;;) { }').run('read_book', [file], { signal: AbortSignal.timeout(200) })
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('becomes an issue of the book when it fails', async () => {
    const dies = jobsOf('process.exit(3)')
    expect((await readBookApart(dies, [file])).issues).toEqual([
      {
        severity: 'error',
        code: 'workbook_too_large',
        data: { file: 'Книга.xlsx', limit: 'memory', most: 512 },
      },
    ])
    const late = { run: () => Promise.reject(new JobFailed('time', 30)) }
    expect((await readBookApart(late, [file])).issues).toEqual([
      { severity: 'error', code: 'workbook_too_slow', data: { file: 'Книга.xlsx', seconds: 30 } },
    ])
  })
})
