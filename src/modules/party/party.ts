// The words of party-building: closed choices of the module, with what people read.
import type { PartyPresence } from '../organizations/choices.ts'

/** How the party can be present; `none` is no arrangement but the lack of one. (HS 三(二)4) */
export const arrangementKinds = {
  own: '单独建立党支部',
  joint: '联合建立党支部',
  instructor: '选派党建指导员',
} as const satisfies Partial<Record<PartyPresence, string>>
export type ArrangementKind = keyof typeof arrangementKinds

export const branchKinds = { own: '单独党支部', joint: '联合党支部' } as const
export type BranchKind = keyof typeof branchKinds

/** `functional`: of members whose party relation stays elsewhere. */
export const branchNatures = { regular: '党支部', functional: '功能型（兼合式）党支部' } as const
export type BranchNature = keyof typeof branchNatures

/** Why an organization has no party organization of its own or with others. `unknown` is a lawful answer. */
export const absenceReasons = {
  due: '应建未建',
  tooFew: '不足三名',
  noMembers: '无党员',
  instructor: '派驻指导员',
  unknown: '党员人数不详',
} as const
export type AbsenceReason = keyof typeof absenceReasons

/** Where a member's party relation is. */
export const relations = { here: '在本组织党支部', elsewhere: '在别处', unknown: '不详' } as const
export type Relation = keyof typeof relations

/** 组织生活. The first six have a frequency (支部工作条例 第四章、第五章); `other` may be recorded at any time. */
export const activityKinds = {
  committeeMeeting: '支委会',
  membersMeeting: '党员大会',
  themeDay: '主题党日',
  lecture: '党课',
  lifeMeeting: '组织生活会',
  appraisal: '民主评议党员',
  other: '其他活动',
} as const
export type ActivityKind = keyof typeof activityKinds
export type ExpectedKind = Exclude<ActivityKind, 'other'>

/** 结对共建: with whom. (HS 三(二)6) */
export const partnerKinds = {
  communityBranch: '社区（村）党组织',
  government: '机关、事业单位党组织',
  enterprise: '企业党组织',
  school: '学校、医院党组织',
  other: '其他单位',
} as const
export type PartnerKind = keyof typeof partnerKinds

/** 定期联系: how. (CQ (十七), TC 落实党建责任) */
export const contactKinds = { visit: '上门走访', meeting: '座谈', call: '电话或网上' } as const
export type ContactKind = keyof typeof contactKinds

/** 骨干. (CQ (十七), HS 三(一)2, TC 社区协商) */
export const keyPersonKinds = {
  developed: '骨干发展为党员',
  leads: '党员担任负责人',
  seat: '骨干进入议事协商机构',
  leadership: '党员进入社区党组织班子',
} as const
export type KeyPersonKind = keyof typeof keyPersonKinds

/** How often something is expected. */
export const everyWords = {
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
  never: '不要求',
} as const
export type Every = keyof typeof everyWords
