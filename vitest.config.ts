import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserPath } from './tests/browser.ts'

const quick = ['domain/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', 'tests/tidy.test.ts']
const slow = ['tests/long/**/*.test.ts']
const slowest_ms = 120_000

const packagesOfScreens = [
  '@mantine/core',
  '@mantine/dates',
  '@mantine/hooks',
  '@mantine/notifications',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  '@trpc/client',
  '@trpc/server/observable',
  '@trpc/tanstack-react-query',
  'axe-core',
  'dayjs',
  'dayjs/locale/ky.js',
  'dayjs/locale/ru.js',
  'dayjs/plugin/customParseFormat.js',
  'i18next',
  'n2words/en-US',
  'n2words/ru-RU',
  'react',
  'react-dom',
  'react-dom/client',
  'react-i18next',
  'react/jsx-dev-runtime',
  'vitest-browser-react',
  'zod',
]

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
      {
        plugins: [react()],
        // Found one by one while the tests run, they would make the browser load the page anew in the middle.
        optimizeDeps: { include: packagesOfScreens },
        test: {
          name: 'ui',
          include: ['renderer/**/*.test.tsx'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1366, height: 768 },
            provider: playwright({
              launchOptions: { executablePath: await browserPath(), args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { test: { name: 'long', include: slow, testTimeout: 10 * slowest_ms, hookTimeout: 10 * slowest_ms } },
    ],
  },
})
