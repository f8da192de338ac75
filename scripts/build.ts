// npm run build: the page and the desktop shell into out/, each only when its sources have changed since.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { buildElectron } from './build-electron.ts'

const root = path.dirname(import.meta.dirname)

/** What each part is made of; what is listed for another part changes nothing of this one. */
const PARTS = {
  renderer: {
    sources: ['renderer', 'domain', 'resources', 'scripts/build.ts', 'package-lock.json'],
    make: buildPage,
  },
  electron: {
    sources: [
      'electron',
      'app',
      'db',
      'domain',
      'resources',
      'scripts/build-electron.ts',
      'package-lock.json',
    ],
    make: buildElectron,
  },
} as const

type Part = keyof typeof PARTS

/** @returns whether it had to be built. */
export async function buildPart(part: Part): Promise<boolean> {
  const { sources, make } = PARTS[part]
  const stamp = stampOf(sources)
  const stampFile = path.join(root, 'out', `${part}.stamp`)
  const isBuilt = existsSync(path.join(root, 'out', part))
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  await make()
  writeFileSync(stampFile, stamp)
  return true
}

async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: path.join(root, 'renderer'),
    // The desktop shell serves it by a scheme of its own, so no address may begin at a server's root.
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: path.join(root, 'out', 'renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      sourcemap: true,
      // It is read from the disk beside it, so nothing is gained by cutting it up.
      chunkSizeWarningLimit: 5000,
    },
  })
}

/** Names, sizes and times of all files: quick, and different whenever an editor has saved anything. */
function stampOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const place = path.join(root, source)
    if (!existsSync(place)) continue
    const inside = statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
      : [place]
    for (const file of inside) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

if (import.meta.main) {
  for (const part of ['renderer', 'electron'] as const) {
    const started = performance.now()
    const did = await buildPart(part)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${part.padEnd(9)} ${did ? `built in ${seconds} s` : 'unchanged'}`)
  }
}
