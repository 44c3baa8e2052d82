// The commands about rule sets: the same rules and words as the page.
import { checkRuleSet } from '../modules/rules/rule-set-check.ts'
import { loadRuleSetText } from '../modules/rules/server/index.ts'
import { text } from './files.ts'
import { type Place, withInstallation } from './installation.ts'
import { exitCodes, type Output, print } from './output.ts'

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

export const loadRuleSet = (file: string, options: Place & Output & { reason: string }): Promise<void> =>
  withInstallation(options, async ({ database, operator }) => {
    const area = await database.transaction(async (db) =>
      loadRuleSetText(await operator(db), text(file), options.reason),
    )
    print(options, { area }, `✔ 已载入“${file}”，适用于 ${area ?? '全国'}`)
  })
