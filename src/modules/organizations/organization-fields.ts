// The words for every field of an organization, and its value as a person reads it.
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from './choices.ts'
import type { Organization, OrganizationDraft } from './organization.ts'

export type DraftField = keyof OrganizationDraft

/** Labels of the form, the facts, the columns and the timeline: one word for one field. */
export const fieldLabels = {
  name: '组织名称',
  area: '所在社区（村）',
  category: '类别',
  tier: '管理方式',
  legalForm: '组织形式',
  hub: '枢纽型',
  charter: '章程',
  leader: '负责人',
  phone: '联系电话',
  leaderInParty: '负责人是党员',
  members: '成员人数',
  partyMembers: '党员人数',
  partyPresence: '党的组织和工作',
  residentsServed: '服务居民人数',
  foundedOn: '成立日期',
  filedOn: '备案日期',
  registeredOn: '登记日期',
  place: '活动场所',
  scope: '业务范围',
  unifiedCode: '统一社会信用代码',
  note: '备注',
} as const satisfies Record<DraftField, string>

const otherLabels: Readonly<Record<string, string>> = {
  status: '状态',
  areaName: '所在社区（村）',
  updatedAt: '最近更新',
  certificate: '证书编号',
  partner: '对方',
  services: '服务内容',
  incubator: '孵化基地',
  stage: '阶段',
  goal: '目标',
  leaveBy: '孵化期限',
  result: '结果',
  units: '单位成员',
  founders: '个人发起人',
  foundingUnits: '发起单位',
  staff: '工作人员',
  money: '资金（分）',
}

/** The label of any field that an event or an import may name; the name itself when it is unknown here. */
export const labelOf = (field: string): string =>
  (fieldLabels as Readonly<Record<string, string>>)[field] ?? otherLabels[field] ?? field

const choicesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: categories,
  tier: tiers,
  legalForm: legalForms,
  partyPresence: partyPresences,
  status: organizationStatuses,
}

/** What stands for "nobody knows". */
export const unknown = '不详'

const units: Readonly<Record<string, string>> = { members: '人', partyMembers: '人', residentsServed: '人' }

/** A value in words: choices by their label, flags as 是/否 or 有/没有, numbers with unit, nothing as 不详. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return unknown
  if (typeof value === 'boolean') return flagText(field, value)
  if (typeof value === 'number')
    return `${value.toLocaleString('zh-CN')}${units[field] ? ` ${units[field]}` : ''}`
  if (typeof value === 'string') return choicesOf[field]?.[value] ?? value
  return JSON.stringify(value)
}

function flagText(field: string, value: boolean): string {
  if (field === 'charter') return value ? '有' : '没有'
  return value ? '是' : '否'
}

/** "浮桥镇 牌楼社区": the community with the township that tells it from another of the same name. */
export function whereText(one: Pick<Organization, 'areaName' | 'townshipName'>): string {
  return [one.townshipName, one.areaName].filter(Boolean).join(' ')
}

/** A form as it opens for a new organization. */
export const emptyDraft: FormDraft = {
  name: '',
  area: null,
  category: null,
  tier: null,
  legalForm: 'none',
  hub: false,
  charter: null,
  leader: null,
  phone: null,
  leaderInParty: null,
  members: null,
  partyMembers: null,
  partyPresence: null,
  residentsServed: null,
  foundedOn: null,
  filedOn: null,
  registeredOn: null,
  place: null,
  scope: null,
  unifiedCode: null,
  note: null,
}

/** What the form holds while it is filled in: required choices may still be open, days still be text. */
export type FormDraft = Omit<OrganizationDraft, 'area' | 'category' | 'tier' | DayFieldName> &
  Record<DayFieldName | 'area', string | null> & {
    category: OrganizationDraft['category'] | null
    tier: OrganizationDraft['tier'] | null
  }

export const dayFields = ['foundedOn', 'filedOn', 'registeredOn'] as const satisfies DraftField[]
type DayFieldName = (typeof dayFields)[number]

/** The editable part of what the register knows. */
export function draftOf(organization: Organization): FormDraft {
  const fields = Object.keys(emptyDraft) as DraftField[]
  return Object.fromEntries(fields.map((field) => [field, organization[field]])) as FormDraft
}
