// The shape of an application: what is asked, where it stands, and what becomes of it.
import { z } from 'zod'
import { AreaCodeField, count, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { categories, legalForms, type Tier, tiers } from '../organizations/choices.ts'
import { choice } from '../organizations/organization.ts'
import { Proposal } from '../organizations/tiers-api.ts'

/** A new group, or one of the register that rises to a higher tier. */
export const applicationKinds = { establish: '新成立', upgrade: '升级' } as const
export type ApplicationKind = keyof typeof applicationKinds

export const applicationStatuses = {
  draft: '填写中',
  confirming: '待社区确认',
  opinion: '待社区意见',
  accepting: '待受理',
  correcting: '待补正',
  reviewing: '待县区审核',
  deciding: '待决定',
  approved: '已同意',
  refused: '未同意',
  withdrawn: '已撤回',
} as const
export type ApplicationStatus = keyof typeof applicationStatuses

/** Who has it in hand. */
export const desks = {
  applicant: '申请人',
  community: '社区（村）',
  township: '街镇',
  county: '县区民政',
  nobody: '已办结',
} as const
export type Desk = keyof typeof desks

/** Which office accepts and decides. */
export const offices = { township: '街镇', county: '县区民政' } as const
export type Office = keyof typeof offices

/** How a registered organization is supervised: 直接登记, or 双重管理 with its 业务主管单位. */
export const supervisions = { direct: '直接登记', dual: '双重管理' } as const

const optional = <T extends z.ZodType>(field: T) => field.nullable().default(null)
const people = optional(count(1_000_000))

/** What is said of the group. Half filled in is lawful until it is sent. Money in whole 分. */
export const ApplicationFacts = z.object({
  name: z.string().trim().max(60, '最多 60 个字').default(''),
  category: optional(choice(categories)),
  legalForm: choice(legalForms).default('none'),
  leader: optional(words(40)),
  /** As typed; a masked one leaves what is on record. */
  phone: optional(z.string().trim().max(40)),
  leaderInParty: optional(z.boolean()),
  members: people,
  partyMembers: people,
  residentsServed: optional(count(10_000_000)),
  foundedOn: optional(DayField),
  place: optional(words(200)),
  scope: optional(words(1000)),
  founders: people,
  foundingUnits: people,
  units: people,
  staff: people,
  money: optional(z.int().min(0, '不能小于 0').max(1_000_000_000_000, '数额太大')),
  supervision: optional(choice(supervisions)),
  supervisingBody: optional(words(60)),
  note: optional(words(1000)),
})
export type ApplicationFacts = z.infer<typeof ApplicationFacts>

export const partyStandings = { full: '正式党员', probationary: '预备党员', none: '非党员' } as const
export type PartyStanding = keyof typeof partyStandings

/** One member: as little as the roster needs. `mark` tells two persons of one name apart. */
export const Member = z.object({
  name: words(40),
  mark: optional(words(20)),
  leader: z.boolean().default(false),
  keyMember: z.boolean().default(false),
  /** Null: unknown, or not to be seen by the reader. */
  party: optional(choice(partyStandings)),
})
export type Member = z.infer<typeof Member>

export const longestRoster = 2_000
export const Roster = z.array(Member).max(longestRoster, `一份名册最多 ${longestRoster} 人`)

/** How a material comes about: made from the record, or handed in. */
export const materialWays = { form: '由系统生成', roster: '由名册生成', file: '上传' } as const

export const Material = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  required: z.boolean(),
  way: choice(materialWays),
  files: z.array(FileView),
  /** What is on record already and need not be handed in: 已有通过的章程. */
  known: z.string().nullable(),
  /** Handed in, made, or not needed: nothing is left to do. */
  ready: z.boolean(),
})
export type Material = z.infer<typeof Material>

/** One line of the thread: who did or said what, when. */
export const ThreadLine = z.object({
  id: IdField,
  at: z.string(),
  who: z.string(),
  what: z.string(),
  words: z.string().nullable(),
})
export type ThreadLine = z.infer<typeof ThreadLine>

/** How late it is: `met` in time, `behind` soon due, `overdue`; `none` where nothing limits it. */
export const Clock = z.object({
  due: z.string().nullable(),
  tone: z.enum(['met', 'behind', 'overdue', 'none']),
  words: z.string(),
})
export type Clock = z.infer<typeof Clock>

export const ApplicationLine = z.object({
  id: IdField,
  kind: choice(applicationKinds),
  tier: choice(tiers),
  name: z.string(),
  area: AreaCodeField,
  areaName: z.string(),
  townshipName: z.string().nullable(),
  status: choice(applicationStatuses),
  desk: choice(desks),
  onBehalf: z.boolean(),
  submittedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  clock: Clock,
  demo: z.boolean(),
})
export type ApplicationLine = z.infer<typeof ApplicationLine>

export const steps = {
  submit: '提交',
  resubmit: '补正后再交',
  opine: '社区意见',
  accept: '受理',
  return: '退回补正',
  review: '审核',
  approve: '同意',
  refuse: '不同意',
  withdraw: '撤回',
} as const
export type Step = keyof typeof steps

/** A step as the reader may take it: null, or why not, in the words of the disabled button. */
export const StepOffer = z.object({ step: choice(steps), label: z.string(), whyNot: z.string().nullable() })
export type StepOffer = z.infer<typeof StepOffer>

export const Application = ApplicationLine.extend({
  organization: IdField.nullable(),
  organizationTier: choice(tiers).nullable(),
  /** The leader's account, when it is known. */
  keeperName: z.string().nullable(),
  openedBy: z.string(),
  /** The reader is its leader, or filled it in for the leader. */
  mine: z.boolean(),
  /** The reader may fill it in now. */
  editable: z.boolean(),
  facts: ApplicationFacts,
  memberCount: z.int(),
  /** Full members of the party among them; probationary ones apart. Counts, never names. */
  partyCount: z.object({ full: z.int(), probationary: z.int() }),
  /** From how many full members on it has a branch of its own, by the rule of the place. */
  branchFrom: z.int(),
  materials: z.array(Material),
  /** The tier that the rules propose, each condition met or not met; a person decides. */
  proposal: Proposal,
  decidedTier: choice(tiers).nullable(),
  /** The stations that it passes, in order. */
  path: z.array(choice(applicationStatuses)),
  /** While it is corrected: the station to which it comes back. */
  returnedFrom: choice(applicationStatuses).nullable(),
  thread: z.array(ThreadLine),
  offers: z.array(StepOffer),
  may: z.array(z.string()),
  version: z.int(),
})
export type Application = z.infer<typeof Application>

/** Higher tiers come later. */
export const tierRank: Readonly<Record<Tier, number>> = { guided: 0, filed: 1, registered: 2 }
