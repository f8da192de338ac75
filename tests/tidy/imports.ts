// Who imports whom: the layers, the packages with a single home, and cycles.
import path from 'node:path'
import type { Finding } from './rules.ts'
import type { Source } from './source.ts'

type Import = { target: string; kind: 'value' | 'type' | 'lazy'; at: number }

const layers = ['domain', 'db', 'app', 'electron', 'renderer', 'scripts', 'tests'] as const
type Layer = (typeof layers)[number]

const mayImport: Record<Layer, readonly Layer[]> = {
  domain: ['domain'],
  db: ['db', 'domain'],
  app: ['app', 'db', 'domain'],
  electron: ['electron', 'app'],
  renderer: ['renderer', 'domain'],
  scripts: layers,
  tests: layers,
}

/** What domain may take from outside: packages without input, output or a clock. */
const purePackages = ['zod', 'n2words/ru-RU', 'n2words/en-US']

const router = 'app/rpc/router.ts'

/** The packages that have one home; tests and scripts may look behind it, except at Electron. */
const homes: { pack: string; home: RegExp; strict?: true }[] = [
  { pack: 'electron', home: /^electron\//, strict: true },
  { pack: 'better-sqlite3', home: /^db\/sqlite\// },
  { pack: 'exceljs', home: /^app\/(xlsx\.ts$|import\/)/ },
]

function importsOf({ file, text, code }: Source): Import[] {
  const found: Import[] = []
  // A statement ends where its specifier does, so nothing between the keyword and "from" holds a quote.
  const statement = /\b(import|export)\b(\s+type\b)?((?:(?!\b(?:import|export)\b)[^'"`;])*?\bfrom)?\s*(['"])/g
  const call = /\b(?:import|require|import\.meta\.resolve)\s*\(\s*(['"`])/g
  const add = (kind: Import['kind'], quote: number) => {
    const end = text.indexOf(text.charAt(quote), quote + 1)
    found.push({ kind, at: quote, target: resolve(file, text.slice(quote + 1, end)) })
  }
  for (const match of code.matchAll(statement)) {
    if (match[1] === 'export' && !match[3]) continue
    add(match[2] ? 'type' : 'value', match.index + match[0].length - 1)
  }
  for (const match of code.matchAll(call)) add('lazy', match.index + match[0].length - 1)
  return found
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier
}

/** A test beside its source counts as a test, and a file of the root as a script. */
function layerOf(file: string): Layer {
  if (/\.test\.tsx?$/.test(file)) return 'tests'
  return layers.find((layer) => file.startsWith(`${layer}/`)) ?? 'scripts'
}

export function checkLayers(source: Source): Finding[] {
  const layer = layerOf(source.file)
  return importsOf(source).flatMap((found) => {
    const problem = problemOf(layer, source.file, found)
    return problem ? [{ file: source.file, at: found.at, what: problem }] : []
  })
}

function problemOf(layer: Layer, file: string, { target, kind }: Import): string | undefined {
  const other = layers.find((name) => target.startsWith(`${name}/`))
  if (other) {
    const routerType = layer === 'renderer' && kind === 'type' && target === router
    return mayImport[layer].includes(other) || routerType ? undefined : `${layer} imports ${target}`
  }
  if (layer === 'domain' && !purePackages.includes(target)) return `domain imports ${target}`
  const rule = homes.find(({ pack }) => target === pack || target.startsWith(`${pack}/`))
  const free = rule && !rule.strict && (layer === 'tests' || layer === 'scripts')
  return rule && !free && !rule.home.test(file) ? `${target} outside its home` : undefined
}

/** Cycles of what is loaded at run time: types vanish, and a lazy import is there to break a circle. */
export function checkCycles(sources: Source[]): Finding[] {
  const edges = new Map(
    sources.map((source) => [
      source.file,
      importsOf(source).flatMap(({ kind, target }) => (kind === 'value' ? [target] : [])),
    ]),
  )
  const done = new Set<string>()
  const findings: Finding[] = []
  const visit = (file: string, trail: string[]) => {
    const start = trail.indexOf(file)
    if (start >= 0) findings.push({ file, at: 0, what: `cycle ${[...trail.slice(start), file].join(' > ')}` })
    if (start >= 0 || done.has(file)) return
    for (const target of edges.get(file) ?? []) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return findings
}
