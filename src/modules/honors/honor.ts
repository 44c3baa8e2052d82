// Titles and pilots: their kinds, subjects, levels and states in words, and the shapes that answers have.
import { z } from 'zod'
import { IdField } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'

/** (SZ 二(三) 三, GZ 二(一)4 二(二)2 三, HS 一 二) */
export const honorKinds = {
  brand: '品牌',
  model: '示范',
  pilot: '试点',
  observationSite: '观察点',
} as const
export type HonorKind = keyof typeof honorKinds

export const honorSubjects = { organization: '社区社会组织', project: '项目', area: '地区' } as const
export type HonorSubject = keyof typeof honorSubjects

/** Whose titles they are; the subject lies below the giver. */
export const honorLevels = {
  province: '省级',
  city: '市级',
  county: '县（区）级',
  township: '街道（乡镇）级',
} as const
export type HonorLevel = keyof typeof honorLevels

/** What a pilot tries out. */
export const honorThemes = {
  organizations: '社区社会组织培育',
  rural: '农村社区社会组织培育',
  deliberation: '协商议事',
  other: '其他',
} as const
export type HonorTheme = keyof typeof honorThemes

/** Which subjects a kind may have; the first is proposed. */
export const subjectsOf = {
  brand: ['organization', 'project'],
  model: ['organization', 'area', 'project'],
  pilot: ['area', 'organization'],
  observationSite: ['area', 'organization'],
} as const satisfies Record<HonorKind, readonly HonorSubject[]>

export const takes = (kind: HonorKind, subject: HonorSubject): boolean =>
  (subjectsOf[kind] as readonly HonorSubject[]).includes(subject)

const titles: Record<HonorKind, Record<HonorSubject, string>> = {
  brand: { organization: '品牌社区社会组织', project: '品牌项目', area: '品牌社区' },
  model: { organization: '示范社区社会组织', project: '示范项目', area: '社区社会组织示范点' },
  pilot: { organization: '试点组织', project: '试点项目', area: '试点社区' },
  observationSite: { organization: '培育发展观察点', project: '观察项目', area: '培育发展观察点' },
}

/** The words in which a title is usually published. */
export const titleOf = (kind: HonorKind, subject: HonorSubject): string => titles[kind][subject]

/** What is stored. */
export const honorStatuses = {
  nominated: '待评审',
  noticed: '公示中',
  awarded: '已公布',
  refused: '未通过',
  withdrawn: '已撤销',
  retracted: '已撤回',
  annulled: '已作废',
} as const
export type HonorStatus = keyof typeof honorStatuses

/** How it stands on a day: two states follow from the day. */
export const honorStates = {
  ...honorStatuses,
  noticeOver: '公示期满',
  expired: '已到期',
} as const
export type HonorState = keyof typeof honorStates

export const objectionOutcomes = { upheld: '成立', dismissed: '不成立' } as const
export type ObjectionOutcome = keyof typeof objectionOutcomes

/** What was done with a title, in the order of its life. */
export const honorStepKinds = {
  nominate: '提名',
  edit: '修改提名',
  publish: '评审通过，开始公示',
  name: '评审通过，确定',
  refuse: '未通过',
  retract: '撤回提名',
  award: '公布',
  record: '登记已公布的称号',
  withdraw: '撤销',
  annul: '作废',
} as const
export type HonorStepKind = keyof typeof honorStepKinds

const choice = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

export const KindField = choice(honorKinds)
export const SubjectField = choice(honorSubjects)
export const LevelField = choice(honorLevels)
export const ThemeField = choice(honorThemes)
export const StateField = choice(honorStates)
export const OutcomeField = choice(objectionOutcomes)

const Day = z.string()

/** One line of a list. */
export const HonorLine = z.object({
  id: IdField,
  kind: KindField,
  subject: SubjectField,
  level: LevelField,
  /** As published: 品牌社区社会组织. */
  title: z.string(),
  /** The organization, project or place. */
  name: z.string(),
  organization: z.object({ id: IdField, name: z.string() }).nullable(),
  /** Of a title of a project: the project, where it is on record. */
  project: IdField.nullable(),
  area: z.string(),
  areaName: z.string(),
  /** The area whose officers decide. */
  deskName: z.string(),
  theme: ThemeField.nullable(),
  year: z.int(),
  state: StateField,
  nominatedOn: Day,
  noticeUntil: Day.nullable(),
  awardedOn: Day.nullable(),
  /** Last day; null: without limit. */
  validUntil: Day.nullable(),
  demo: z.boolean(),
})
export type HonorLine = z.infer<typeof HonorLine>

export const Objection = z.object({
  id: IdField,
  receivedOn: Day,
  said: z.string(),
  outcome: OutcomeField.nullable(),
  settled: z.string().nullable(),
  settledBy: z.string().nullable(),
})
export type Objection = z.infer<typeof Objection>

export const Honor = HonorLine.extend({
  status: choice(honorStatuses),
  reason: z.string(),
  /** Last day for the review, and for the award. */
  dueOn: Day.nullable(),
  noticeFrom: Day.nullable(),
  awardDueOn: Day.nullable(),
  document: z.string().nullable(),
  /** Entered as it was published, without the steps before. */
  recorded: z.boolean(),
  withdrawnOn: Day.nullable(),
  /** How many are open and how many were upheld. */
  objections: z.object({ open: z.int(), upheld: z.int() }),
  may: z.array(z.string()),
})
export type Honor = z.infer<typeof Honor>

const Step = z.object({
  kind: choice(honorStepKinds),
  at: z.string(),
  who: z.string(),
  said: z.string().nullable(),
})

/** With its evidence and its history; what was objected only for those who decide. */
export const HonorInFull = Honor.extend({
  steps: z.array(Step),
  files: z.array(FileView),
  objected: z.array(Objection),
  /** By the rules of the place: until when a public notice that begins today would last; null: none is asked for. */
  noticeWouldLast: Day.nullable(),
  /** Last day of a title that is given today; null: without limit. */
  wouldHoldUntil: Day.nullable(),
})
export type HonorInFull = z.infer<typeof HonorInFull>

/** What everybody may know of one in public notice. */
export const PublicHonor = HonorLine.pick({
  id: true,
  title: true,
  name: true,
  areaName: true,
  level: true,
  deskName: true,
  year: true,
  demo: true,
}).extend({ reason: z.string(), from: Day, until: Day, objectTo: z.string() })
export type PublicHonor = z.infer<typeof PublicHonor>
