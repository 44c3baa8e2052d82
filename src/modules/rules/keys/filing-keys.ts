// Parameters of applications: steps, time limits, materials, direct registration.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const Limit = z.object({
  days: z.int().min(1, '至少 1').max(365, '最多 365'),
  unit: z.enum(['days', 'workingDays']),
})

/** `way`: `form` and `roster` are made from the record, a `file` is handed in. `dualOnly`: only under dual management. */
const Materials = z.array(
  z.object({
    id: z.string().regex(/^[a-z][a-z-]{1,30}$/, '代号用小写英文字母'),
    title: z.string().min(1).max(40),
    why: z.string().min(1).max(100),
    required: z.boolean(),
    way: z.enum(['form', 'roster', 'file']),
    dualOnly: z.boolean().optional(),
  }),
)

const form = {
  id: 'form',
  title: '申请表',
  why: '由填写的内容生成，不必另填',
  required: true,
  way: 'form',
} as const
const roster = {
  id: 'roster',
  title: '成员名册',
  why: '说明成员人数；由填写或上传的名单生成',
  required: true,
  way: 'roster',
} as const
const charter = {
  id: 'charter',
  title: '章程（或活动公约）',
  why: '说明宗旨、活动和怎样议事',
  required: true,
  way: 'file',
} as const
const place = {
  id: 'place',
  title: '活动场所证明',
  why: '说明有地方开展活动；一个场所可以供几个组织使用',
  required: true,
  way: 'file',
} as const

const law = (clause: string) => ({ document: '社会团体登记管理条例', clause })

export const filingKeys = {
  'filing.communityOpinion': ruleKey({
    title: '备案申请先听取社区（村）意见',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
  'filing.countyReview': ruleKey({
    title: '备案申请经县区民政审核',
    schema: z.boolean(),
    base: false,
    source: 'default',
  }),
  'filing.office': ruleKey({
    title: '备案由谁受理和决定',
    schema: z.enum(['township', 'county']),
    base: 'township',
    source: 'default',
  }),
  'filing.confirmLimit': ruleKey({
    title: '社区（村）确认指导管理的时限',
    schema: Limit,
    base: { days: 5, unit: 'workingDays' },
    source: 'default',
  }),
  'filing.opinionLimit': ruleKey({
    title: '社区（村）出具意见的时限',
    schema: Limit,
    base: { days: 3, unit: 'workingDays' },
    source: 'default',
  }),
  'filing.acceptLimit': ruleKey({
    title: '备案受理的时限',
    schema: Limit,
    base: { days: 5, unit: 'workingDays' },
    source: 'default',
  }),
  'filing.reviewLimit': ruleKey({
    title: '县区审核的时限',
    schema: Limit,
    base: { days: 5, unit: 'workingDays' },
    source: 'default',
  }),
  'filing.decideLimit': ruleKey({
    title: '备案决定的时限（受理以后）',
    schema: Limit,
    base: { days: 7, unit: 'days' },
    source: 'default',
  }),
  'filing.registerAcceptLimit': ruleKey({
    title: '登记受理的时限',
    schema: Limit,
    base: { days: 5, unit: 'workingDays' },
    source: { document: '中华人民共和国行政许可法', clause: '第三十二条' },
  }),
  'filing.registerDecideLimit': ruleKey({
    title: '登记决定的时限（受理以后）',
    schema: Limit,
    base: { days: 60, unit: 'days' },
    source: law('第十二条'),
  }),
  'filing.correctLimit': ruleKey({
    title: '申请人补正的时限',
    schema: Limit,
    base: { days: 30, unit: 'days' },
    source: 'default',
  }),
  'filing.warnWithin': ruleKey({
    title: '到期前多少个工作日开始提醒',
    schema: z.int().min(0).max(30),
    base: 2,
    source: 'default',
  }),
  'filing.guidedMaterials': ruleKey({
    title: '指导管理的材料',
    schema: Materials,
    base: [],
    source: 'default',
  }),
  'filing.filedMaterials': ruleKey({
    title: '备案的材料',
    schema: Materials,
    base: [form, roster, charter, place],
    source: 'default',
  }),
  'filing.registeredMaterials': ruleKey({
    title: '登记的材料',
    schema: Materials,
    base: [
      form,
      roster,
      { ...charter, title: '章程草案' },
      { ...place, title: '场所使用权证明' },
      { id: 'capital', title: '验资报告', why: '说明有合法的活动资金', required: true, way: 'file' },
      {
        id: 'consent',
        title: '业务主管单位的批准文件',
        why: '双重管理的组织须经业务主管单位同意',
        required: true,
        way: 'file',
        dualOnly: true,
      },
    ],
    source: law('第十一条'),
  }),
  'filing.directCategories': ruleKey({
    title: '可以直接登记的类别（不需要业务主管单位）',
    schema: z.array(z.string().min(1)),
    base: ['service', 'elderCare', 'charity', 'mutualHelp', 'science'],
    source: {
      document: '关于改革社会组织管理制度促进社会组织健康有序发展的意见',
      clause: '三（一）行业协会商会类、科技类、公益慈善类、城乡社区服务类',
    },
  }),
} as const
