// Parameters of party-building in organizations.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const branchRules = (clause: string) => ({ document: '中国共产党支部工作条例（试行）', clause }) as const

/** How often something is expected; `never`: not asked for here. */
const Every = z.enum(['month', 'quarter', 'halfYear', 'year', 'never'])

export const partyKeys = {
  'party.branchFrom': ruleKey({
    title: '单独建立党组织所需的正式党员人数',
    schema: z.int().min(1).max(50),
    base: 3,
    source: { document: '中国共产党章程', clause: '第三十条' },
  }),
  'party.branchAtMost': ruleKey({
    title: '一个党支部的党员人数上限',
    schema: z.int().min(3).max(1_000),
    base: 50,
    source: branchRules('第二章'),
  }),
  'party.jointAtMost': ruleKey({
    title: '一个联合党支部覆盖的组织数上限',
    schema: z.int().min(2).max(20),
    base: 5,
    source: branchRules('第二章'),
  }),
  'party.committeeFrom': ruleKey({
    title: '设支部委员会所需的正式党员人数',
    schema: z.int().min(3).max(50),
    base: 7,
    source: branchRules('第六章'),
  }),
  'party.committeeSize': ruleKey({
    title: '支部委员会的人数',
    schema: z
      .object({ least: z.int().min(2).max(20), most: z.int().min(2).max(20) })
      .refine(({ least, most }) => least <= most, '下限不能大于上限'),
    base: { least: 3, most: 7 },
    source: branchRules('第六章'),
  }),
  'party.functionalBranches': ruleKey({
    title: '党员组织关系在别处时，可以建立功能型（兼合式）党支部',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
  'party.instructorAtMost': ruleKey({
    title: '一名党建指导员联系的组织数上限',
    schema: z.int().min(1).max(200),
    base: 10,
    source: 'default',
  }),
  'party.arrangeWithin': ruleKey({
    title: '备案或登记后落实党的组织和工作的期限（天）',
    schema: z.int().min(1).max(365),
    base: 30,
    source: 'default',
  }),
  'party.lifeEvery': ruleKey({
    title: '组织生活多久一次',
    schema: z.object({
      committeeMeeting: Every,
      membersMeeting: Every,
      themeDay: Every,
      lecture: Every,
      lifeMeeting: Every,
      appraisal: Every,
    }),
    base: {
      committeeMeeting: 'month',
      membersMeeting: 'quarter',
      themeDay: 'month',
      lecture: 'year',
      lifeMeeting: 'year',
      appraisal: 'year',
    },
    source: branchRules('第四章、第五章'),
  }),
  'party.contactEvery': ruleKey({
    title: '社区党组织多久联系一次社区社会组织',
    schema: Every,
    base: 'halfYear',
    source: 'default',
  }),
  'party.workerSeesNames': ruleKey({
    title: '社区工作者可以查看和登记本社区组织的党员名单',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
} as const
