#!/usr/bin/env node
// Prepares a checkout (dependencies, pages) and then starts a program in it. Plain JavaScript: it runs before anything is installed.
//
//   node bin/setup.js [--web] [FILE [ARGUMENT…]]     --web: the built pages are needed too
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const here = (...parts) => join(root, ...parts)

/** Does all of it; never returns normally: the process ends with the code of the program that it started. */
export async function main(args) {
  try {
    refuseOldNode()
    if (!isInstalled()) await step('安装依赖', installPackages)
    const web = args[0] === '--web'
    if (web) await buildWebIfStale()
    const [file, ...rest] = web ? args.slice(1) : args
    process.exitCode = file ? await run([...loaderFor(file), file, ...rest]) : 0
  } catch (error) {
    say(`✘ ${error.message}`)
    process.exitCode = 1
  }
}

function refuseOldNode() {
  const required = readJson('package.json').engines.node.replace('>=', '')
  if (isOlder(process.versions.node, required)) {
    throw new Error(
      `聚沙需要 Node.js ${required} 或更新的版本，现在是 ${process.versions.node}。请安装新版本后再试。`,
    )
  }
}

/** Compares two versions number by number. */
export function isOlder(version, required) {
  const [a, b] = [version, required].map((text) => text.split('.').map(Number))
  const at = b.findIndex((number, index) => number !== a[index])
  return at >= 0 && a[at] < b[at]
}

/** Whether what is installed is what the lock file says: by content, because times change with every checkout. */
function isInstalled() {
  const installed = here('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  return (
    missingPackages(
      readJson('package-lock.json').packages,
      readJson('node_modules/.package-lock.json').packages,
    ).length === 0
  )
}

/** The folders of packages that the lock file wants and that are absent or of another version. */
export function missingPackages(wanted, installed) {
  return Object.keys(wanted).filter((folder) => {
    const { version, optional, devOptional } = wanted[folder]
    const found = installed[folder]
    return folder !== '' && (found ? found.version !== version : !optional && !devOptional)
  })
}

async function installPackages() {
  const npm = process.env.npm_execpath
  const command = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const code = npm
    ? await run([npm, ...command], { quiet: true })
    : await run(command, { program: 'npm', quiet: true })
  if (code !== 0) throw new Error('依赖没有装好。请检查网络和磁盘空间，然后再运行一次同一条命令。')
}

/** The pages are built by a program that needs the dependencies, so it is loaded only now. */
async function buildWebIfStale() {
  const { buildWeb, isStale } = await import('./web.js')
  if (isStale(root)) await step('生成网页', () => buildWeb(root, (args) => run(args, { quiet: true })))
}

/** TypeScript is run as it stands; found from here, so that the person's own folder may stay the current one. */
function loaderFor(file) {
  return file.endsWith('.ts')
    ? ['--import', new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href]
    : []
}

/** Runs Node (or another program) to its end. A terminal's Ctrl-C reaches it directly; anything else is passed on. */
function run(args, { program = process.execPath, quiet = false } = {}) {
  const child = spawn(program, args, {
    stdio: quiet ? ['ignore', 2, 2] : 'inherit',
    cwd: quiet ? root : undefined,
  })
  const pass = (signal) => child.kill(signal)
  const wait = process.stdin.isTTY ? () => undefined : pass
  process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code === null ? (signal === 'SIGINT' ? 130 : 1) : code)
    })
  })
}

/** Progress goes to stderr, so that `--json` answers stay clean. */
async function step(name, work) {
  say(`… ${name}`)
  const start = Date.now()
  await work()
  say(`✔ ${name}（${((Date.now() - start) / 1000).toFixed(1)} 秒）`)
}

const say = (line) => process.stderr.write(`${line}\n`)
const readJson = (name) => JSON.parse(readFileSync(here(name), 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
