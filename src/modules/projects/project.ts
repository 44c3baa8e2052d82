// The words for service projects (社区服务项目), and the shape of one as it is planned and shown.
import { z } from 'zod'
import { count, DayField, IdField, words } from '../../kernel/fields.ts'
import { servedKinds } from '../people/served-kinds.ts'

export const projectStatuses = {
  planned: '计划中',
  running: '实施中',
  finished: '已结项',
  stopped: '已中止',
} as const
export type ProjectStatus = keyof typeof projectStatuses

/** Whom a project is for: numbers are kept, never names. */
export const beneficiaryKinds = { ...servedKinds, residents: '其他居民' } as const
export type BeneficiaryKind = keyof typeof beneficiaryKinds

export const budgetSources = {
  own: '自有资金',
  community: '社区经费',
  grant: '公益创投、补助',
  purchase: '政府购买服务',
  fund: '社区基金、慈善项目',
  donation: '社会捐赠',
  mixed: '几种都有',
} as const
export type BudgetSource = keyof typeof budgetSources

const keysOf = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

export const StatusField = keysOf(projectStatuses)

/** 分; at most a hundred million yuan. */
const Fen = z.int('请填写金额').min(0, '金额不能小于 0').max(10_000_000_000, '金额太大了').nullable()

/** How many people of each kind; null: not known. */
const People = z.partialRecord(keysOf(beneficiaryKinds), count(10_000_000).nullable())
export type People = z.infer<typeof People>

export const ProjectDraft = z.object({
  title: words(60),
  need: words(500),
  plan: words(2000).nullable().default(null),
  budget: Fen.default(null),
  budgetSource: keysOf(budgetSources).nullable().default(null),
  startsOn: DayField,
  endsOn: DayField.nullable().default(null),
  beneficiaries: People.default({}),
})
export type ProjectDraft = z.infer<typeof ProjectDraft>

export const ProjectResult = z.object({
  on: DayField,
  result: words(2000),
  cost: Fen.default(null),
  reached: People.default({}),
})
export type ProjectResult = z.infer<typeof ProjectResult>

/** One line of a list. */
export const ProjectLine = z.object({
  id: IdField,
  title: z.string(),
  status: StatusField,
  year: z.int(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  budget: z.int().nullable(),
  cost: z.int().nullable(),
  /** People reached, of all kinds together; null where nobody counted. */
  reached: z.int().nullable(),
  organization: IdField,
  organizationName: z.string(),
  areaName: z.string(),
  townshipName: z.string().nullable(),
  demo: z.boolean(),
})
export type ProjectLine = z.infer<typeof ProjectLine>

const Happening = z.object({
  at: z.string(),
  who: z.string(),
  action: z.string(),
  effectiveOn: z.string().nullable(),
  reason: z.string().nullable(),
})

export const Project = ProjectLine.extend({
  need: z.string(),
  plan: z.string().nullable(),
  budgetSource: keysOf(budgetSources).nullable(),
  result: z.string().nullable(),
  reason: z.string().nullable(),
  beneficiaries: z.array(
    z.object({ kind: keysOf(beneficiaryKinds), planned: z.int().nullable(), reached: z.int().nullable() }),
  ),
  follows: z.object({ id: IdField, title: z.string(), year: z.int() }).nullable(),
  onBehalf: z.boolean(),
  version: z.int(),
  happenings: z.array(Happening),
  may: z.array(z.string()),
})
export type Project = z.infer<typeof Project>

/** An active organization that has no project in a year. */
export const WithoutProject = z.object({
  id: IdField,
  name: z.string(),
  areaName: z.string(),
  townshipName: z.string().nullable(),
  /** The newest project of an earlier year. */
  last: z.object({ title: z.string(), year: z.int() }).nullable(),
  remindedOn: z.string().nullable(),
})
export type WithoutProject = z.infer<typeof WithoutProject>
