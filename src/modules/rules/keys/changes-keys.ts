// Parameters of changes and of leaving: who decides, when silence is a sign, how one winds up.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const level = z.enum(['community', 'township', 'county', 'city'])
const limit = z.object({ days: z.int().min(0).max(365), unit: z.enum(['days', 'workingDays']) })
/** Two whole numbers, over and under the line. */
const share = z
  .tuple([z.int().min(0).max(100), z.int().min(1).max(100)])
  .refine(([over, under]) => over <= under, '分子不能大于分母')

const liquidationStep = z.object({
  /** Short name in letters. */
  name: z.string().regex(/^[a-z][A-Za-z]{1,30}$/),
  title: z.string().trim().min(1).max(60),
  /** From the day on which the cancellation was accepted; null: before the end. */
  within: limit.nullable(),
})
const steps = z.array(liquidationStep).max(12)

const workingDays = (days: number) => ({ days, unit: 'workingDays' as const })
const handIn = (title: string) => ({ name: 'handIn', title, within: null })
const members = { name: 'members', title: '通知全体成员', within: workingDays(5) }
const debts = { name: 'debts', title: '清理债权债务和未完成的项目', within: workingDays(20) }

export const changesKeys = {
  'changes.decidedAt': ruleKey({
    title: '变更和退出由哪一级决定（登记、备案、指导管理）',
    schema: z.object({ registered: level, filed: level, guided: level }),
    base: { registered: 'county', filed: 'township', guided: 'community' },
    source: {
      document: '关于大力培育发展社区社会组织的实施意见（重庆）',
      clause: '（十八）区县民政部门为中心、街道（乡镇）为主体、居（村）委会为基础',
    },
  }),
  'changes.decideWithin': ruleKey({
    title: '变更申请提出后，多久之内决定',
    schema: limit,
    base: workingDays(5),
    source: 'default',
  }),
  'changes.dormantAfterMonths': ruleKey({
    title: '多少个月没有任何动静，就提示可能不活跃',
    schema: z.int().min(3).max(60),
    base: 12,
    source: 'default',
  }),
  'changes.quietMonths': ruleKey({
    title: '判断“仍在活动”后，多少个月内不再提示',
    schema: z.int().min(1).max(24),
    base: 6,
    source: 'default',
  }),
  'changes.endVote': ruleKey({
    title: '自行解散的表决：到会人数占应到人数、赞成票占到会人数的比例',
    /** Present of entitled at least; for of present more than. */
    schema: z.object({ present: share, inFavour: share }),
    base: { present: [2, 3], inFavour: [1, 2] },
    source: 'default',
  }),
  'changes.liquidation': ruleKey({
    title: '注销前的清算步骤',
    schema: z.object({ registered: steps, filed: steps, guided: steps }),
    base: {
      registered: [
        { name: 'team', title: '在业务主管单位指导下成立清算组织', within: workingDays(15) },
        members,
        debts,
        { name: 'assets', title: '按规定和章程处分剩余财产，不在成员中分配', within: null },
        { name: 'report', title: '完成清算报告并向登记管理机关办理注销登记', within: null },
        handIn('交回登记证书、印章和财务凭证'),
      ],
      filed: [
        members,
        debts,
        { name: 'assets', title: '按章程处理剩余财产，用于本社区公益', within: null },
        handIn('交回备案证书和印章'),
        { name: 'publish', title: '在社区公告栏公告终止', within: null },
      ],
      guided: [members, { name: 'assets', title: '交还借用的场地和物品', within: null }],
    },
    source: 'default',
  }),
  'changes.hearing': ruleKey({
    title: '清退前，给组织说明情况的时间',
    schema: limit,
    base: workingDays(10),
    source: 'default',
  }),
} as const
