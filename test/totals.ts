// The last line of a test run, and the refusal to pass when something that should have been tested was not.
import { relative } from 'node:path'
import type { Reporter, TestModule, Vitest } from 'vitest/node'
import { projectFiles } from './files.ts'

/** Every file that looks like a test, wherever it lies. */
const looksLikeTest = /\.(test|spec|e2e)\.[cm]?[jt]sx?$/

/** Prints `N passed, N failed[, N skipped]` and fails a whole run that left out a project or a file. */
export class Totals implements Reporter {
  private vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const gaps = this.vitest && isWhole() ? leftOut(this.vitest, modules) : []
    for (const gap of gaps) console.error(`✘ ${gap}`)
    const count = (state: string) => tests(modules).filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module)).length
    const failed = count('failed') + broken + errors.length + gaps.length
    if (failed > 0 || count('passed') === 0) process.exitCode = 1
    console.log(totalsLine(count('passed'), failed, count('skipped')))
  }
}

/** The line that people and programs look for at the end. */
export function totalsLine(passed: number, failed: number, skipped = 0): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Whether this run was asked for everything, not for some files, names or projects. */
const isWhole = (): boolean => process.argv.slice(2).every((argument) => argument === 'run')

function leftOut({ config, projects }: Vitest, modules: readonly TestModule[]): string[] {
  const seen = new Set(modules.map(({ moduleId }) => relative(config.root, moduleId)))
  const unseen = projectFiles().filter((path) => looksLikeTest.test(path) && !seen.has(path))
  const idle = projects.filter(
    (project) => !modules.some((module) => module.project === project && ran(module)),
  )
  return [
    ...unseen.map((path) => `no project collects ${path}`),
    ...idle.map(({ name }) => `project ${name} ran no test`),
  ]
}

const tests = (modules: readonly TestModule[]) => modules.flatMap((module) => [...module.children.allTests()])
const ran = (module: TestModule) =>
  tests([module]).some((test) => ['passed', 'failed'].includes(test.result().state))
const hasFailedTest = (module: TestModule) => tests([module]).some((test) => test.result().state === 'failed')
