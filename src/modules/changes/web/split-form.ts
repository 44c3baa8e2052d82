// What the form of a split decides by itself: sums, what is open, what is sent.
import type { Fault } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { Organization } from '../../organizations/organization.ts'
import { emptySuccessor, type Split } from '../reorganization.ts'
import { differs, totalsOf } from '../reorganization-rules.ts'
import { faultsOfAct } from './change-words.ts'

export type SplitPart = {
  /** Names the part among the others while the form is open. */
  key: number
  name: string
  leader: string
  members: number | null
  partyMembers: number | null
}

export type SplitForm = { parts: readonly SplitPart[]; on: string | null; reason: string; difference: string }

export const newPart = (key: number): SplitPart => ({
  key,
  name: '',
  leader: '',
  members: null,
  partyMembers: null,
})

/** The whole stands for the declared numbers: its parts must add up to it, or the difference is explained. */
export const mustExplainSplit = ({ parts }: SplitForm, whole: Organization): boolean =>
  differs(totalsOf(parts), whole)

export function splitFaults(form: SplitForm, whole: Organization): Fault[] {
  const nameless = form.parts.flatMap(({ name }, at) =>
    name.trim() ? [] : [{ at: `into.${at}.name`, message: '请填写名称' }],
  )
  const unexplained = mustExplainSplit(form, whole) && !form.difference.trim()
  return [
    ...nameless,
    ...(unexplained ? [{ at: 'difference', message: '人数与原来不同，请写明原因' }] : []),
    ...faultsOfAct(form.on, form.reason, 'on'),
  ]
}

/** The request, or null while something is open; area, category and way of management are those of the whole. */
export function splitOf(form: SplitForm, whole: Organization): Split | null {
  const on = dayFromText(form.on ?? '')
  if (!on || splitFaults(form, whole).length > 0) return null
  const { area, category, tier, place, scope } = whole
  const into = form.parts.map(({ key: _, name, leader, ...numbers }) => ({
    ...emptySuccessor,
    ...{ area, category, tier, place, scope, ...numbers },
    ...{ name: name.trim(), leader: leader.trim() || null },
  }))
  return { into, on: on as Day, reason: form.reason.trim(), difference: form.difference.trim() || null }
}
