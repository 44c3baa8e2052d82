// How commands answer: words for people, JSON for programs, problems in words with an exit code.
import { Problem } from '../kernel/problem.ts'

export type Output = { json?: boolean }

/** Exit codes: 0 done, 1 a rule or the input says no, 2 the command was called wrongly, 3 the program cannot run here. */
export const exitCodes = { done: 0, refused: 1, misused: 2, notReady: 3 } as const

/** One answer: `words` for people, or the value itself with `--json`. */
export function print(output: Output, value: unknown, words: string | (() => string)): void {
  const text = output.json ? JSON.stringify(value, null, 2) : typeof words === 'string' ? words : words()
  process.stdout.write(`${text}\n`)
}

/** Tells a fault as a page would: what is wrong, where, how to mend it; returns the exit code. */
export function explain(error: unknown, output: Output): number {
  const problem = error instanceof Problem ? error : null
  if (output.json)
    process.stdout.write(`${JSON.stringify({ error: problem?.body ?? bug(error).body }, null, 2)}\n`)
  else process.stderr.write(`${linesOf(problem ?? bug(error)).join('\n')}\n`)
  if (!problem && process.env.JUSHA_SHOW_BUGS) process.stderr.write(`${(error as Error).stack}\n`)
  return problem?.status === 503 ? exitCodes.notReady : exitCodes.refused
}

function linesOf({ body }: Problem): string[] {
  const faults = (body.faults ?? []).map((fault) => `  ${fault.at}：${fault.message}`)
  return [`✘ ${body.message}`, ...faults, ...(body.mend ? [`  ${body.mend}`] : [])]
}

const bug = (error: unknown) =>
  new Problem(503, {
    code: 'bug',
    message: `程序出了错：${error instanceof Error ? error.message : String(error)}`,
    mend: '数据没有改变。设 JUSHA_SHOW_BUGS=1 再运行一次可看到详情，请连同命令一起报告。',
  })

/** A table for terminals; Chinese characters count as two columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
