// What a rule set may decide, and what differs between two versions of one.
import { Problem } from '../../kernel/problem.ts'
import type { RuleName } from './rule-keys.ts'
import type { Entries, Entry } from './rule-set.ts'

/** Communities carry out rules; from the township up they are decided. */
export function whyNotLevel(level: string | null): Problem | null {
  if (level !== null && level !== 'community') return null
  return new Problem(422, {
    code: level === null ? 'rule.areaMissing' : 'rule.communityLevel',
    message: level === null ? '这个地区的区划还没有载入。' : '社区（村）不单独定规则，执行街镇的规则。',
    mend: level === null ? '请先在“区划”页载入这个地区。' : '请到所属的街镇查看。',
  })
}

/** Parameters that two versions decide differently, in the order of their names. */
export const changedNames = (before: Entries, after: Entries): RuleName[] =>
  ([...new Set([...Object.keys(before), ...Object.keys(after)])] as RuleName[])
    .filter((name) => comparable(before[name]) !== comparable(after[name]))
    .sort()

/** Whatever the database keeps the order of names in, the same entry is the same text. */
const comparable = (entry: Entry | undefined): string =>
  JSON.stringify(entry ?? null, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
