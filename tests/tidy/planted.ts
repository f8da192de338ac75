// Violations that the rules must catch, and honest lines that they must let pass.
import { scan } from './source.ts'

type Planted = { rule: string; file: string; text: string }

const longBody = 'count()\n'.repeat(80)

/** The two halves stand apart so that this file does not hold what it plants. */
function join(...halves: string[]): string {
  return halves.join('')
}

export const planted: Planted[] = [
  ...[
    ['domain/a.ts', "import { open } from '../db/open.ts'"],
    ['domain/a.ts', "import fs from 'node:fs'"],
    ['domain/a.ts', "import { sql } from 'kysely'"],
    ['domain/a.ts', "export { post } from '../app/post.ts'\nrun()"],
    ['db/queries/a.ts', "import { post } from '../../app/post.ts'"],
    ['db/queries/a.ts', "import type Database from 'better-sqlite3'"],
    ['db/queries/a.ts', "const Database = require('better-sqlite3')"],
    ['app/a.ts', "import { main } from '../electron/main.ts'"],
    ['app/a.ts', "import { app } from 'electron'"],
    ['app/a.ts', "const electron = await import('electron/main')"],
    ['app/a.ts', "import ExcelJS from 'exceljs'"],
    ['app/a.ts', "import '../renderer/main.tsx'"],
    ['electron/a.ts', "import { open } from '../db/open.ts'"],
    ['electron/a.ts', "import { Money } from '../domain/money.ts'"],
    ['renderer/a.ts', "import { router } from '../app/rpc/router.ts'"],
    ['renderer/a.ts', "import type { Post } from '../app/post.ts'"],
    ['renderer/a.ts', "import type { Tables } from '../db/schema.ts'"],
    ['tests/a.test.ts', "import { app } from 'electron'"],
    ['scripts/a.ts', "import { app } from 'electron'"],
  ].map(([file = '', text = '']) => ({ rule: 'layers', file, text })),
  { rule: 'file length', file: 'app/a.ts', text: 'run()\n'.repeat(401) },
  { rule: 'file length', file: 'tests/a.test.ts', text: 'run()\n'.repeat(601) },
  ...[
    `function f(a: string): Promise<{ b: number }> {\n${longBody}}`,
    `function f(): { b: number } {\n${longBody}}`,
    `class A {\n  async m<T>(a = g()) {\n${longBody}}\n}`,
    `const f = async (a: number) => {\n${longBody}}`,
    `const f = () =>\n  query\n${'    .where(1)\n'.repeat(80)}`,
    `test('a', () => {\n${longBody}})`,
  ].map((text) => ({ rule: 'function length', file: 'app/a.ts', text })),
  { rule: 'barrel', file: 'app/index.ts', text: "export * from './a.ts'\nexport { b } from './b.ts'\n" },
  { rule: 'suppression', file: 'app/a.ts', text: join('// @ts-', 'expect-error\nrun()') },
  { rule: 'suppression', file: 'app/a.ts', text: join('// biome-', 'ignore lint/style/useConst: no\nrun()') },
  { rule: 'suppression', file: 'app/a.ts', text: join('/* oxlint-', 'disable */\nrun()') },
  { rule: 'skipped test', file: 'app/a.test.ts', text: "\n\ntest.skip('a', run)\n" },
  { rule: 'clock or chance', file: 'domain/a.ts', text: 'const now = Date.now()' },
  { rule: 'clock or chance', file: 'db/a.ts', text: 'const now = new Date()' },
  { rule: 'clock or chance', file: 'db/a.ts', text: 'const now = new Date' },
  { rule: 'clock or chance', file: 'domain/a.ts', text: 'const luck = Math.random()' },
  { rule: 'default export', file: 'app/a.ts', text: 'export default run' },
  { rule: 'default export', file: 'app/a.ts', text: 'export { run as default }' },
  { rule: 'any', file: 'app/a.ts', text: 'const a: any = 1' },
  { rule: 'any', file: 'app/a.ts', text: 'const a = b as any' },
  { rule: 'any', file: 'app/a.ts', text: 'type A = Map<string, any>' },
  { rule: 'any', file: 'app/a.ts', text: 'const a = z.any()' },
  { rule: 'assertion by !', file: 'app/a.ts', text: 'const a = b!.c' },
  { rule: 'assertion by !', file: 'app/a.ts', text: 'const a = b[0]!' },
  { rule: 'focused test', file: 'app/a.test.ts', text: "test.only('a', run)" },
  { rule: 'module mock', file: 'app/a.test.ts', text: "vi.mock('./a.ts')" },
  { rule: 'Kyrgyz by Intl', file: 'app/a.ts', text: join("new Intl.NumberFormat('k", "y')") },
  { rule: 'Kyrgyz by Intl', file: 'app/a.ts', text: join("date.toLocaleString('k", "y-KG')") },
  { rule: 'unfinished', file: 'README.md', text: join('TO', 'DO write') },
  { rule: 'foreign path', file: 'README.md', text: join('see /wo', 'rk/main') },
  { rule: 'foreign path', file: 'app/a.ts', text: join('// see sha', 'red/rules.md') },
  { rule: 'issue number', file: 'README.md', text: join('see issue', ' #12') },
  { rule: 'talk of sessions', file: 'README.md', text: join('done in this ses', 'sion') },
  { rule: 'registry host', file: '.npmrc', text: join('registry=https://n', 'pm.example.org/') },
]

export const plantedCycle = [
  scan('app/a.ts', "import { b } from './b.ts'"),
  scan('app/b.ts', "import { c } from './c.ts'"),
  scan('app/c.ts', "import { a } from './a.ts'"),
  scan('app/d.ts', "import type { e } from './e.ts'"),
  scan('app/e.ts', "import { d } from './d.ts'"),
]

export const tolerated: Omit<Planted, 'rule'>[] = [
  { file: 'domain/a.ts', text: "import { z } from 'zod'\nimport { money } from './money.ts'" },
  { file: 'domain/a.test.ts', text: "import fc from 'fast-check'\nimport { open } from '../db/open.ts'" },
  { file: 'domain/a.ts', text: 'const day = new Date(Date.UTC(2026, 0, 1))' },
  { file: 'app/a.ts', text: 'const now = new Date()' },
  { file: 'db/sqlite/open.ts', text: "import Database from 'better-sqlite3'" },
  { file: 'app/import/job.ts', text: "import ExcelJS from 'exceljs'" },
  {
    file: 'renderer/rpc.ts',
    text: "export const a = 1\nimport type { AppRouter } from '../app/rpc/router.ts'",
  },
  { file: 'app/a.ts', text: 'const text = \'import x from "electron"\'' },
  { file: 'app/a.ts', text: "// any import { x } from 'electron' as any, b!.c, vi.mock('a')" },
  { file: 'app/a.ts', text: join('const a = `$', '{b.map((c) => `$', '{c}!`).join()}!` !== d') },
  { file: 'app/a.ts', text: 'const a = { any: 1, b: /[/"]any!/.test(c) }\nif (!a || b != c) run()' },
  { file: 'app/a.ts', text: `const table = {\n${'  a: f(1),\n'.repeat(80)}}` },
  { file: 'app/a.ts', text: `class A {\n${'  a() {}\n'.repeat(80)}}` },
  { file: 'app/a.ts', text: `type A = {\n${'  a(b: number): string\n'.repeat(80)}}` },
  { file: 'app/a.test.ts', text: `describe('a', () => {\n${"  test('b', () => {\n  })\n".repeat(80)}})` },
  { file: 'app/a.test.ts', text: "// Only Windows has drives.\ntest.skipIf(linux)('a', run)" },
  { file: 'app/a.ts', text: join('// @ts-', 'expect-error: the types of the package lag behind\nrun()') },
  { file: 'README.md', text: 'The framework/work/ folder, a login session, https://github.com/a/b' },
  { file: 'vitest.config.ts', text: 'export default {}' },
]
