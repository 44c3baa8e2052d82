// Parameters of charters: what an organization's own rules must at least say, and how they are adopted.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

/** A part of a whole that a vote needs: `{ part: 2, of: 3 }` is two thirds or more; `more` means strictly more. */
export const Share = z
  .object({ part: z.int().min(1).max(100), of: z.int().min(1).max(100), more: z.boolean() })
  .refine(({ part, of, more }) => (more ? part < of : part <= of), '这个比例谁也达不到')
export type Share = z.infer<typeof Share>

export const assetHeirs = {
  community: '所在社区的公益事业',
  similar: '宗旨相近的社区社会组织',
  custodian: '代管资金的单位，继续用于本社区居民',
} as const

/** Chapters by the key under which a place may add articles of its own. */
export const charterChapters = {
  general: '总则',
  activities: '活动范围',
  members: '成员',
  organs: '组织机构',
  money: '财产与财务',
  ending: '终止和剩余财产',
  closing: '附则',
} as const

const choice = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

export const chartersKeys = {
  'charters.termYearsMax': ruleKey({
    title: '章程：负责人每届任期最长几年',
    schema: z.int().min(1).max(20),
    base: 5,
    source: 'default',
  }),
  'charters.termsMax': ruleKey({
    title: '章程：负责人最多连任几届（空：由章程自己定）',
    schema: z.int().min(1).max(20).nullable(),
    base: null,
    source: 'default',
  }),
  'charters.meetingsPerYear': ruleKey({
    title: '章程：成员大会每年至少召开几次',
    schema: z.int().min(1).max(12),
    base: 1,
    source: 'default',
  }),
  'charters.disclosuresPerYear': ruleKey({
    title: '章程：每年至少公开几次活动和收支情况',
    schema: z.int().min(1).max(12),
    base: 1,
    source: 'default',
  }),
  'charters.quorum': ruleKey({
    title: '章程：成员大会至少要有多少成员到会',
    schema: Share,
    base: { part: 1, of: 2, more: true },
    source: 'default',
  }),
  'charters.majority': ruleKey({
    title: '章程：一般决定和第一部章程至少要多少到会成员赞成',
    schema: Share,
    base: { part: 1, of: 2, more: true },
    source: 'default',
  }),
  'charters.amendMajority': ruleKey({
    title: '章程：修改章程、终止组织至少要多少到会成员赞成',
    schema: Share,
    base: { part: 2, of: 3, more: false },
    source: 'default',
  }),
  'charters.partyClause': ruleKey({
    title: '章程：必须写明党的领导和党建工作',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
  'charters.assetHeirs': ruleKey({
    title: '章程：剩余财产可以用于',
    schema: z.array(choice(assetHeirs)).min(1),
    base: ['community', 'similar', 'custodian'],
    source: 'default',
  }),
  'charters.extraArticles': ruleKey({
    title: '章程：本地另外要求写明的条款',
    schema: z
      .array(z.object({ chapter: choice(charterChapters), text: z.string().trim().min(1).max(500) }))
      .max(20),
    base: [],
    source: 'default',
  }),
  'charters.requiredOf': ruleKey({
    title: '哪些管理方式的组织应当有章程',
    schema: z.array(z.enum(['registered', 'filed', 'guided'])),
    base: ['registered', 'filed'],
    source: 'default',
  }),
  'charters.dueAfterFiling': ruleKey({
    title: '备案（登记）以后几天内应当有章程（空：不限）',
    schema: z.int().min(1, '至少 1').max(3650, '最多 3650').nullable(),
    base: null,
    source: 'default',
  }),
} as const
