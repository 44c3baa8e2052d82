// What the form of an organization decides by itself: which fields to ask, what is missing, whose change wins.
import type { Fault } from '../../../kernel/problem.ts'
import type { OrganizationDraft } from '../organization.ts'
import { type DraftField, emptyDraft, type FormDraft } from './organization-fields.ts'

/** The four answers without which an organization cannot be found, counted or looked after, and why. */
export const requiredBecause = {
  name: '居民和同事按名称找到它，也用它查重。',
  area: '决定计入哪个社区（村）的数字、由谁维护。',
  category: '各项目标都按类别统计。',
  tier: '决定由谁管：县级民政登记、街镇备案，或社区指导。',
} as const satisfies Partial<Record<DraftField, string>>

/** Fields that only some organizations have; shown all the same while they hold something. */
export function isAsked(field: DraftField, draft: FormDraft): boolean {
  if (field === 'legalForm') return draft.tier === 'registered'
  if (field === 'unifiedCode' || field === 'registeredOn')
    return draft.tier === 'registered' || draft[field] !== null
  if (field === 'filedOn') return draft.tier === 'filed' || draft.filedOn !== null
  return true
}

const missingWords = {
  name: '请填写组织名称',
  area: '请选择所在社区（村）',
  category: '请选择类别',
  tier: '请选择管理方式',
} as const

/** Required answers that are still open, in the order of the form. */
export function missing(draft: FormDraft): Fault[] {
  const fields = Object.keys(missingWords) as (keyof typeof missingWords)[]
  return fields
    .filter((field) => !draft[field]?.trim())
    .map((field) => ({ at: field, message: missingWords[field] }))
}

/** The draft as the server takes it, or null while a required answer is open. Texts are trimmed, empty ones null. */
export function toSend(draft: FormDraft): OrganizationDraft | null {
  const { area, category, tier } = draft
  if (missing(draft).length > 0 || area === null || category === null || tier === null) return null
  const legalForm = tier === 'registered' ? draft.legalForm : 'none'
  return { ...trimmed(draft), name: draft.name.trim(), area, category, tier, legalForm }
}

/** Fields in which two states of the form differ. */
export function changedFields(from: FormDraft, to: FormDraft): DraftField[] {
  return (Object.keys(emptyDraft) as DraftField[]).filter((field) => from[field] !== to[field])
}

/** What this person changed since `base`, put on top of what a colleague saved meanwhile. */
export function rebase(base: FormDraft, mine: FormDraft, theirs: FormDraft): FormDraft {
  const own = changedFields(base, mine).map((field) => [field, mine[field]])
  return { ...theirs, ...Object.fromEntries(own) }
}

function trimmed<T extends Record<string, unknown>>(draft: T): T {
  const pairs = Object.entries(draft).map(([field, value]) => [
    field,
    typeof value === 'string' ? trim(value) : value,
  ])
  return Object.fromEntries(pairs)
}

const trim = (text: string): string | null => text.trim() || null
