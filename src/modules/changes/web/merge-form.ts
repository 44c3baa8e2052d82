// What the form of a merger decides by itself: proposals from the parts, what is open, what is sent.
import type { Fault } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { Organization } from '../../organizations/organization.ts'
import { emptySuccessor, type Merger, type SuccessorDraft } from '../reorganization.ts'
import { differs, highestTier, type Totals, totalsOf } from '../reorganization-rules.ts'
import { faultsOfAct } from './change-words.ts'

export type MergeForm = {
  /** Null: a new organization. */
  existing: string | null
  name: string
  leader: string
  place: string
  on: string | null
  reason: string
  /** Null: as the parts add up. */
  declared: Totals | null
  difference: string
}

export const summedOf = (parts: readonly Totals[]): Totals => totalsOf(parts)
export const declaredOf = (form: MergeForm, parts: readonly Totals[]): Totals =>
  form.declared ?? totalsOf(parts)

export const mustExplain = (form: MergeForm, parts: readonly Totals[]): boolean =>
  differs(totalsOf(parts), declaredOf(form, parts))

export function mergeFaults(form: MergeForm, parts: readonly Organization[]): Fault[] {
  return [
    ...(parts.length < 2 ? [{ at: 'others', message: '请至少再选一个要合并的组织' }] : []),
    ...(form.existing === null && !form.name.trim()
      ? [{ at: 'into.draft.name', message: '请填写新组织的名称' }]
      : []),
    ...faultsOfAct(form.on, form.reason, 'on'),
    ...(mustExplain(form, parts) && !form.difference.trim()
      ? [{ at: 'difference', message: '人数与相加不同，请写明原因' }]
      : []),
  ]
}

/** The request, or null while something is open. The first part gives the area and the category of a new one. */
export function mergerOf(form: MergeForm, parts: readonly Organization[]): Merger | null {
  const [first, ...others] = parts
  const on = dayFromText(form.on ?? '')
  if (!first || !on || mergeFaults(form, parts).length > 0) return null
  return {
    others: others.map(({ id }) => id),
    into: form.existing ? { existing: form.existing } : { draft: draftOf(form, first, parts) },
    ...{ on: on as Day, reason: form.reason.trim(), ...declaredOf(form, parts) },
    difference: form.difference.trim() || null,
  }
}

type Successor = Pick<SuccessorDraft, 'area' | 'category' | 'tier'> & { legalForm: null }

/** What a new one takes over: the place and the category of the first part, the highest way of management. */
export const successorOf = ({ area, category }: Organization, parts: readonly Organization[]): Successor => ({
  area,
  category,
  tier: highestTier(parts),
  legalForm: null,
})

function draftOf(form: MergeForm, first: Organization, parts: readonly Organization[]): SuccessorDraft {
  return {
    ...emptySuccessor,
    ...{ name: form.name.trim(), area: first.area, category: first.category, tier: highestTier(parts) },
    ...{ leader: form.leader.trim() || null, place: form.place.trim() || null },
    scope: first.scope,
  }
}
