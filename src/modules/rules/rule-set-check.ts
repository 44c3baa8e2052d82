// Checks the text of a rule set: every fault with line, column, what is wrong and how to mend it. Never throws.
import { type FileFault, placed } from '../../kernel/yaml/finding.ts'
import { mostFaults, readYaml } from '../../kernel/yaml/read-yaml.ts'
import { shapeFaults } from '../../kernel/yaml/shape-faults.ts'
import { RuleSetFile } from './rule-set.ts'

export type CheckedRuleSet = {
  /** Present when there is no fault. */
  ruleSet?: RuleSetFile
  /** In the order of the file. */
  faults: FileFault[]
}

/** `text` may be anything at all; a rule set that comes back can be loaded without further questions. */
export function checkRuleSet(text: string, file: string): CheckedRuleSet {
  const yaml = readYaml(text)
  if (yaml.faults.length > 0)
    return { faults: yaml.faults.map((fault) => ({ severity: 'error', file, at: '', ...fault })) }
  const shaped = RuleSetFile.safeParse(yaml.value)
  if (shaped.success) return { ruleSet: shaped.data as RuleSetFile, faults: [] }
  const findings = shapeFaults(shaped.error.issues.slice(0, mostFaults), yaml.value, help)
  return { faults: placed(findings.slice(0, mostFaults), yaml, file) }
}

/** What a missing name looks like. */
const help = {
  schema: RuleSetFile,
  examples: {
    clause: '，写条款，例如 {document: …, clause: 二（四）2}',
    area: '，例如 {code: "320585000000", name: 太仓市}',
    value: '，写这里的值',
    version: '，从 1 开始，每改一次加 1',
  },
}
