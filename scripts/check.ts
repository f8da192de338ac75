// check.ts quick | full | long: runs the tools and the tests side by side, one line a step, and counts them.
// A step of a tool counts as one test; a step of Vitest counts the tests in the report it writes.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

type Step = { name: string; args: string[]; report?: string }
type Result = { passed: number; failed: number; skipped: number; output: string }
type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

const root = path.dirname(import.meta.dirname)
const folders = ['domain', 'db', 'app', 'electron', 'renderer', 'scripts', 'tests']

// oxlint walks into node_modules unless it is told where to look.
const sources = folders.filter((folder) => existsSync(path.join(root, folder)))
const tools: Step[] = [
  tool('format', '@biomejs/biome/bin/biome', 'check', '--linter-enabled=false', '--error-on-warnings'),
  tool('lint', '@biomejs/biome/bin/biome', 'lint', '--error-on-warnings'),
  tool('promises', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...sources),
  tool('types', 'typescript/bin/tsc', '--noEmit'),
  tool('screens', 'typescript/bin/tsc', '--noEmit', '--project', 'renderer'),
  tool('unused', 'knip/bin/knip.js', '--no-progress', '--no-config-hints'),
]

// Two steps at a time suit two cores; flows come alone and last, so that they find the machine quiet.
const plans: Record<string, Step[][]> = {
  quick: [[tests('unit'), ...tools]],
  full: [[tests('unit'), ...tools], [tests('ui')], [tests('flows')]],
  long: [[tests('long')]],
}

const plan = plans[process.argv[2] ?? 'quick']
if (!plan) {
  console.error('check.ts: say quick, full or long')
  process.exit(2)
}
process.exit(await runPlan(plan))

async function runPlan(stages: Step[][]): Promise<number> {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const stage of stages) {
    const queue = stage[Symbol.iterator]()
    const worker = async () => {
      for (const step of queue) {
        const result = await runStep(step)
        total.passed += result.passed
        total.failed += result.failed
        total.skipped += result.skipped
      }
    }
    await Promise.all([worker(), worker()])
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed > 0 ? 1 : 0
}

async function runStep(step: Step): Promise<Result> {
  const started_ms = performance.now()
  if (step.report) rmSync(step.report, { force: true })
  const { status, output } = await run(step.args)
  const result = step.report ? countTests(step.report, status, output) : countStep(status, output)
  const seconds = ((performance.now() - started_ms) / 1000).toFixed(1)
  const counts = step.report ? `${result.passed} passed, ${result.failed} failed` : ''
  const verdict = result.failed > 0 ? 'FAILED' : 'ok'
  console.log(`${step.name.padEnd(9)} ${verdict.padEnd(6)} ${seconds.padStart(6)} s  ${counts}`.trimEnd())
  if (result.failed > 0) console.log(result.output)
  return result
}

function countStep(status: number, output: string): Result {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, output }
}

function countTests(report: string, status: number, output: string): Result {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, output }
  const counted = JSON.parse(readFileSync(report, 'utf8')) as Report
  // A file that does not load and an error outside every test fail the run without failing a test.
  const failed = Math.max(counted.numFailedTests, status === 0 ? 0 : 1)
  return {
    passed: counted.numPassedTests,
    failed,
    skipped: counted.numPendingTests + counted.numTodoTests,
    output,
  }
}

function run(args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        output += chunk
      })
    }
    child.on('error', (error) => resolve({ status: 1, output: error.message }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

function tool(name: string, script: string, ...args: string[]): Step {
  return { name, args: [path.join(root, 'node_modules', script), ...args] }
}

function tests(project: string): Step {
  const report = path.join(root, 'out', 'tests', `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--project', project, '--passWithNoTests', ...reporters]
  return { ...tool(project, 'vitest/vitest.mjs', ...args), report }
}
