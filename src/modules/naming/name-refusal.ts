// The refusal of a name where it must be lawful: on an application, and wherever a name is newly given.
import { Problem } from '../../kernel/problem.ts'
import type { NameReading } from './name-parts.ts'

/** Why a name cannot be given, all reasons at once, or null; `at` is the field that holds it. Warnings refuse nothing. */
export function whyNotLawful({ name, faults }: NameReading, at = 'name'): Problem | null {
  const grave = faults.filter(({ severity }) => severity === 'fault')
  if (grave.length === 0) return null
  return new Problem(422, {
    code: 'name.notLawful',
    message: `名称“${name}”有 ${grave.length} 处不合规则：${grave.map(({ message }) => message).join('；')}。`,
    mend: `${grave.map(({ mend }) => mend).join('；')}。`,
    faults: grave.map(({ message, why }) => ({ at, message: `${message}（${why}）` })),
  })
}
