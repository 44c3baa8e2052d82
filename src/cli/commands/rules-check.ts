// `rules check`: every fault of a rule set with its place and its mend.
import { checkRuleSet } from '../../modules/rules/rule-set-check.ts'
import { text } from '../files.ts'
import { exitCodes, type Output, print } from '../output.ts'

/** Needs no database. Exit code 1 when a file has a fault. */
export async function checkRuleSets(files: string[], options: Output): Promise<void> {
  const checked = files.map((file) => ({ file, ...checkRuleSet(text(file), file) }))
  print(
    options,
    checked.map(({ file, faults }) => ({ file, faults })),
    () => checked.map(wordsOf).join('\n'),
  )
  if (checked.some(({ faults }) => faults.length > 0)) process.exitCode = exitCodes.refused
}

function wordsOf({ file, ruleSet, faults }: { file: string } & ReturnType<typeof checkRuleSet>): string {
  const lines = faults.map(
    ({ line, column, message, mend }) => `${file}:${line}:${column} 错误：${message} ${mend}`,
  )
  const decides = Object.keys(ruleSet?.values ?? {}).length
  const last = ruleSet ? `✔ ${file}：${ruleSet.title}，规定 ${decides} 条` : `✘ ${file}：有错误，不能载入`
  return [...lines, last].join('\n')
}
