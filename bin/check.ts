// Runs every check that needs no running product, side by side, and refuses a check that looked at nothing.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

type Check = {
  name: string
  /** A program of node_modules and its arguments. */
  command: [program: string, ...options: string[]]
  /** Finds in the output how much was looked at; without a number above zero the check has failed. */
  looked: (output: string) => number
  unit: string
}

const ours = (output: string) =>
  output.split('\n').filter((line) => line.startsWith(root) && !line.includes('node_modules')).length
const numberIn = (pattern: RegExp) => (output: string) => Number(pattern.exec(output)?.[1] ?? 0)

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = 'typescript/bin/tsc'

const checks: Check[] = [
  { name: 'types', command: [tsc, '-p', 'tsconfig.json', '--listFiles'], looked: ours, unit: 'files' },
  { name: 'purity', command: [tsc, '-p', 'tsconfig.pure.json', '--listFiles'], looked: ours, unit: 'files' },
  {
    name: 'style',
    command: ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=50'],
    looked: numberIn(/Checked (\d+) files/),
    unit: 'files',
  },
  {
    name: 'unused',
    command: [
      'knip/bin/knip.js',
      '--no-progress',
      '--reporter',
      'compact',
      '--reporter',
      './bin/knip-reporter.js',
    ],
    looked: numberIn(/looked at (\d+) files/),
    unit: 'files',
  },
  {
    name: 'architecture',
    command: ['vitest/vitest.mjs', 'run', '--project', 'unit', 'test/architecture.test.ts'],
    looked: numberIn(/^(\d+) passed, /m),
    unit: 'rules',
  },
]

type Outcome = { passed: boolean; output: string }

const outcomes = await Promise.all(checks.map(runCheck))
const failed = outcomes.filter(({ passed }) => !passed)
for (const { output } of failed) console.error(`\n${output}`)
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0

async function runCheck({ name, command, looked, unit }: Check): Promise<Outcome> {
  const start = performance.now()
  const { code, output } = await runProgram(command)
  const count = looked(output)
  const passed = code === 0 && count > 0
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${passed ? '✔' : '✘'} ${name.padEnd(14)}${String(count).padStart(5)} ${unit}  ${seconds.padStart(5)} s`,
  )
  return {
    passed,
    output: [`── ${name} ──`, withoutFileList(output), count === 0 ? 'It looked at nothing.' : ''].join('\n'),
  }
}

function runProgram([program, ...options]: Check['command']): Promise<{
  code: number | null
  output: string
}> {
  const path = fileURLToPath(new URL(`../node_modules/${program}`, import.meta.url))
  const child = spawn(process.execPath, [path, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: stripVTControlCharacters(output).trim() }))
  })
}

/** The list of files proves that the compiler saw them; nobody reads it. */
function withoutFileList(output: string): string {
  const lines = output.split('\n')
  return lines.filter((line) => !/^\/\S+\.(ts|tsx|mts|cts|json)$/.test(line)).join('\n')
}
