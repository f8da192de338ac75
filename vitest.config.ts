import { defineConfig } from 'vitest/config'

const quick = ['domain/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', 'tests/tidy.test.ts']
const slow = ['tests/long/**/*.test.ts']
const slowest_ms = 120_000

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: quick, testTimeout: 20_000, hookTimeout: 20_000 } },
      {
        test: {
          name: 'flows',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/tidy.test.ts', ...slow],
          testTimeout: slowest_ms,
          hookTimeout: slowest_ms,
        },
      },
      { test: { name: 'long', include: slow, testTimeout: 10 * slowest_ms, hookTimeout: 10 * slowest_ms } },
    ],
  },
})
