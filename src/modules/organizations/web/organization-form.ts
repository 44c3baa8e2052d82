// What the form of an organization decides by itself: which fields to ask, what is missing, whose change wins.
import type { Fault } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { OrganizationDraft } from '../organization.ts'
import { type DraftField, dayFields, emptyDraft, type FormDraft } from '../organization-fields.ts'
import { draftFaults } from '../organization-rules.ts'

/** The answers without which an organization cannot be found, counted or looked after, and why. */
export const requiredBecause = {
  name: '居民和同事按名称找到它，也用它查重。',
  area: '决定计入哪个社区（村）的数字、由谁维护。',
  category: '各项目标都按类别统计。',
  tier: '决定由谁管：县级民政登记、街镇备案，或社区指导。',
  legalForm: '登记证书上写着；只有登记的组织才有。',
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

/**
 * What the form can see to be wrong by itself, in its order: open required answers, unreadable days, and the
 * register's own rules, which the server checks again.
 */
export function faultsNow(draft: FormDraft, today: Day): Fault[] {
  const sent = toSend(draft)
  return sent ? draftFaults(sent, today) : ownFaults(draft)
}

/** Open required answers and unreadable days. */
export function ownFaults(draft: FormDraft): Fault[] {
  const open = keysOf(missingWords).filter((field) => !draft[field]?.trim())
  const unread = dayFields.filter((field) => draft[field]?.trim() && dayOf(draft[field]) === null)
  return [
    ...open.map((field) => ({ at: field, message: missingWords[field] })),
    ...unread.map((field) => ({
      at: field,
      message: '读不出日期，请写成 2021-09-01 或 2021.9.1；不知道就留空',
    })),
  ]
}

/** The draft as the server takes it, or null while it has faults of its own. Texts are trimmed, empty ones null. */
export function toSend(draft: FormDraft): OrganizationDraft | null {
  const { area, category, tier } = draft
  if (ownFaults(draft).length > 0 || area === null || category === null || tier === null) return null
  const legalForm = tier === 'registered' ? draft.legalForm : 'none'
  const days = {
    foundedOn: dayOf(draft.foundedOn),
    filedOn: dayOf(draft.filedOn),
    registeredOn: dayOf(draft.registeredOn),
  }
  return { ...trimmed(draft), ...days, name: draft.name.trim(), area, category, tier, legalForm }
}

/** Fields in which two states of the form differ. */
export function changedFields(from: FormDraft, to: FormDraft): DraftField[] {
  return keysOf(emptyDraft).filter((field) => from[field] !== to[field])
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

const dayOf = (text: string | null): Day | null => (text === null ? null : dayFromText(text))

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]

const trim = (text: string): string | null => text.trim() || null
