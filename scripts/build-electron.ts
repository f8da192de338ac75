// The desktop shell: main, the core and the jobs as ES modules that share their parts, the preload script as one file.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { build, type InlineConfig } from 'vite'

const root = path.dirname(import.meta.dirname)

/** Electron brings itself, the database has a part of machine code, and the last is a plugin that nobody installs. */
const external = ['electron', 'better-sqlite3', '@aws-sdk/client-s3']

type Options = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>
type Output = NonNullable<Options['output']>

function bundle(folder: string, entries: readonly string[], output: Output): InlineConfig {
  const input = Object.fromEntries(entries.map((name) => [name, path.join(root, 'electron', `${name}.ts`)]))
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: { input, external, output },
    },
    ssr: { noExternal: true, external },
  }
}

/** @param folder where it is written; what was there is replaced. The page is looked for beside it, in `renderer`. */
export async function buildElectron(folder = path.join(root, 'out', 'electron')): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const modules = {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  } as const
  await build(bundle(folder, ['main', 'core-process', 'job-process'], modules))
  // A sandboxed preload script can load nothing but itself, and not as a module.
  await build(
    bundle(folder, ['preload'], { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }),
  )
}

if (import.meta.main) await buildElectron()
