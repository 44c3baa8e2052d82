// The refusal of a name that breaks a rule, in the same words wherever a name is asked for.
import { Problem } from '../../kernel/problem.ts'
import type { NameReading } from './name-parts.ts'

/** Why a name cannot be borne, all faults at once, or null; `at` is the path of its field. Warnings refuse nothing. */
export function whyNotBear(
  { name, faults }: Pick<NameReading, 'name' | 'faults'>,
  at: string,
): Problem | null {
  const wrong = faults.filter(({ severity }) => severity === 'fault')
  if (wrong.length === 0) return null
  return new Problem(422, {
    code: 'name.unlawful',
    message: `名称“${name}”不合规则：${wrong.map(({ message }) => message).join('；')}。`,
    mend: wrong.map(({ mend }) => mend).join('；'),
    faults: wrong.map(({ message }) => ({ at, message })),
  })
}
