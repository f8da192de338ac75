import { describe, expect, it } from 'vitest'
import { readBookApart } from '../../app/import/read-apart.ts'
import { forkedJobs } from '../../app/jobs.ts'
import { hostileFiles } from './files.ts'

const SLOWEST_MS = 10_000

describe('a hostile file is read right or refused', () => {
  it.each(hostileFiles)('$what', async ({ name = 'Книга.xlsx', bytes, gives }) => {
    const file = { name, bytes: bytes() }
    const start = performance.now()
    const { book, issues } = await readBookApart(forkedJobs(), [file])
    expect(performance.now() - start).toBeLessThan(SLOWEST_MS)
    const errors = issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect(errors).toEqual(typeof gives === 'number' ? [] : gives)
    if (typeof gives === 'number') expect(book.repricings).toHaveLength(gives)
  })
})
