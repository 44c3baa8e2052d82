// What a programme pack may say: the shape of the YAML, and the types that everything else reads. (P1)
import { z } from 'zod'
import { AreaCodeField, DayField, words } from '../../kernel/fields.ts'

/** Short stable name that other parts of a pack, the database and addresses refer to. */
const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*$/i, '编号用字母、数字和连字符，以字母开头，例如 urban-average')
  .max(60, '编号最多 60 个字符')
  .describe('编号：字母、数字、连字符；以后不要改')
const Clause = words(60).describe('条款，例如 二（一）2')
const Quote = words(400).describe('原文，逐字')

/** A number, or a percentage such as `80%` (read exactly, as 0.8). */
const Amount = z
  .union([z.number(), z.string().regex(/^\d+(?:\.\d+)?%$/)])
  .transform((given) => (typeof given === 'number' ? given : Number(`${given.slice(0, -1)}e-2`)))
  .describe('数字，或百分数如 80%')

/** How much is demanded: exactly one of the five. */
export const Need = z
  .strictObject({
    atLeast: Amount.optional().describe('不少于'),
    moreThan: Amount.optional().describe('超过（不含）'),
    atMost: Amount.optional().describe('不超过'),
    between: z.tuple([Amount, Amount]).optional().describe('区间，两端都算'),
    about: Amount.optional().describe('左右；须写 tolerance'),
    tolerance: Amount.optional().describe('左右的上下幅度：数量，或百分数'),
    orMore: z.boolean().optional().describe('区间或左右：多于上限也算达到'),
  })
  .meta({ id: 'Need' })
export type Need = z.output<typeof Need>

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Range = z.strictObject({
  atLeast: z.union([z.number(), z.string()]).optional(),
  atMost: z.union([z.number(), z.string()]).optional(),
  known: z.boolean().optional(),
})
export type FilterScalar = z.output<typeof Scalar>
export type FilterRange = z.output<typeof Range>
export type FilterValue = FilterScalar | FilterRange | Filter | readonly (FilterScalar | Filter)[]

/** Attributes of the measure and `term`, `all`, `any`, `not`; several keys must all hold. */
export type Filter = { readonly [key: string]: FilterValue }
export const Filter: z.ZodType<Filter> = z
  .lazy(() =>
    z.record(z.string(), z.union([Scalar, Range, z.array(z.union([Scalar, Filter])).min(1), Filter])),
  )
  .meta({ id: 'Filter' })
const Where = Filter.optional().describe('条件：属性: 值；或 term, all, any, not')

export const areaUnits = ['programme', 'city', 'county', 'township', 'community'] as const
export type AreaUnits = (typeof areaUnits)[number]
const SettlementChoice = z.enum(['urban', 'rural'])
const Located = SettlementChoice.optional().describe('只计记在城市(urban)或农村(rural)社区的记录')

const Having = z
  .strictObject({
    count: z.string().describe('数据项'),
    where: Where,
    located: Located,
    need: Need.optional().describe('缺省：不少于 1'),
  })
  .meta({ id: 'Having' })
export type Having = z.output<typeof Having>

/** The units over which a target quantifies or averages. */
export const Population = z
  .strictObject({
    units: z.enum([...areaUnits, 'organization']).describe('单位：全域、市、县、街镇、社区、组织'),
    settlement: SettlementChoice.optional().describe('只看城市(urban)或农村(rural)社区'),
    within: z.array(AreaCodeField).min(1).optional().describe('只看这些区划（12 位代码）及其以下'),
    zones: z.boolean().default(true).describe('开发区等功能区是否算一个单位'),
    having: Having.optional().describe('只看具备条件的单位，例如试点、认定为有条件的'),
    where: Where,
  })
  .meta({ id: 'Population' })
export type Population = z.output<typeof Population>

const Step = z
  .strictObject({
    by: DayField.describe('期限'),
    need: Need.optional(),
    share: Need.optional(),
  })
  .meta({ id: 'Step' })
export type PackStep = z.output<typeof Step>

const Part = z
  .strictObject({
    title: words(40),
    count: z.string().optional().describe('数据项；缺省同目标'),
    where: Where,
    located: Located,
    need: Need,
  })
  .meta({ id: 'Part' })
export type Part = z.output<typeof Part>

export const Window = z
  .union([z.enum(['asOf', 'sinceStart', 'year']), z.strictObject({ since: DayField })])
  .describe('截至当日 asOf；方案开始以来 sinceStart；每个自然年 year；某日以来 {since: 日期}')
export type Window = z.output<typeof Window>

export const strengths = {
  must: '必须',
  strive: '力争',
  encourage: '鼓励',
  explore: '探索',
  principle: '原则上',
} as const
const StrengthField = z.enum(['must', 'strive', 'encourage', 'explore', 'principle'])

const wording = {
  id: Id,
  title: words(60),
  clause: Clause,
  quote: Quote,
  strength: StrengthField.default('must').describe('语气'),
  readings: z.array(Id).default([]).describe('所依据的读法（readings 的编号）'),
  from: DayField.optional().describe('起算日；缺省为方案开始日'),
  due: DayField.optional().describe('期限；缺省为方案结束日'),
}
const counting = {
  count: z.string().describe('数据项，例如 organizations'),
  distinct: z.string().optional().describe('不计数量，改计这一属性有多少个不同的值'),
  where: Where,
  located: Located,
  window: Window.default('asOf'),
}
const demanding = {
  need: Need.optional().describe('要求的数量'),
  steps: z.array(Step).min(2).optional().describe('分期限的要求，代替 need 和 due'),
}
const every = {
  every: Population.optional().describe('每一个这样的单位都要单独达到'),
}

/**
 * One demand of a document: measure × filter × population × aggregate × threshold × window. `judge` says how the
 * count is set against the threshold; the forms are listed in docs/specs/target-algebra.md.
 */
export const Target = z.discriminatedUnion('judge', [
  z.strictObject({ ...wording, judge: z.literal('total'), ...counting, ...demanding, ...every }),
  z.strictObject({
    ...wording,
    judge: z.literal('each'),
    ...counting,
    among: Population,
    ...demanding,
    parts: z.array(Part).min(1).optional().describe('几项都要达到，代替 need'),
    ...every,
  }),
  z.strictObject({
    ...wording,
    judge: z.literal('share'),
    ...counting,
    among: Population,
    need: Need.optional(),
    parts: z.array(Part).min(1).optional(),
    share: Need.optional().describe('达到的单位应占的比例'),
    steps: z.array(Step).min(2).optional(),
    ...every,
  }),
  z.strictObject({
    ...wording,
    judge: z.literal('average'),
    ...counting,
    among: Population,
    ...demanding,
    ...every,
  }),
  z.strictObject({
    ...wording,
    judge: z.literal('shareOf'),
    ...counting,
    part: Filter.describe('分子的条件；分母是 count 和 where'),
    called: words(40).describe('分子怎么称呼，例如 服务性社区社会组织'),
    ...demanding,
    ...every,
  }),
  z.strictObject({
    ...wording,
    judge: z.literal('rate'),
    ...counting,
    per: z.strictObject({
      count: z.string(),
      where: Where,
      located: Located,
      amount: z.number().positive().default(1).describe('每多少，例如 100'),
    }),
    ...demanding,
    ...every,
  }),
  z.strictObject({
    ...wording,
    judge: z.literal('growth'),
    ...counting,
    base: DayField.describe('与这一天相比'),
    ...demanding,
    ...every,
  }),
  z.strictObject({ ...wording, judge: z.literal('person') }),
])
export type Target = z.output<typeof Target>
export type Judge = Target['judge']
/** A target that is counted, not judged by a person. */
export type CountedTarget = Exclude<Target, { judge: 'person' }>

const Paper = z.strictObject({ number: words(60).optional(), title: words(120), note: words(200).optional() })
const papers = z.array(Paper).default([])

export const Document = z.strictObject({
  number: words(60).optional().describe('文号'),
  title: words(120),
  issuer: words(80).optional(),
  issuedOn: DayField.optional(),
  source: words(200).optional().describe('文本来源'),
  basedOn: papers.describe('依据的文件'),
  replaces: papers.describe('取代的文件'),
  correctedBy: papers.describe('更正它的文件'),
  errata: z
    .array(
      z.strictObject({ clause: Clause, says: words(200), should: words(200), note: words(300).optional() }),
    )
    .default([])
    .describe('勘误：原文照引，另注'),
})

const Category = z.strictObject({
  id: Id,
  title: words(40),
  clause: Clause,
  from: z.array(z.string()).min(1).describe('由哪些基础类别组成'),
})

const Term = z.strictObject({
  word: words(40).describe('原文用词，例如 较高质量'),
  clause: Clause,
  reading: Id.optional().describe('读法（readings 的编号）'),
  where: Filter.describe('可核查的条件'),
})
export type Term = z.output<typeof Term>

/** How ambiguous words were read, by whom and when: printed as a footnote wherever the figure appears. (P11) */
const Reading = z.strictObject({
  id: Id,
  word: words(40),
  clause: Clause,
  reading: words(400),
  by: words(60),
  on: DayField,
})
export type Reading = z.output<typeof Reading>

const Task = z.strictObject({
  id: Id,
  title: words(80),
  clause: Clause,
  quote: Quote.optional(),
  responsible: z.array(words(60)).min(1).describe('责任单位'),
  level: z.enum(areaUnits).optional().describe('由哪一级的每个单位完成；缺省为全域一次'),
  due: DayField.optional(),
  repeat: z.enum(['year', 'quarter', 'month']).optional(),
  evidence: words(200).describe('以什么为完成的凭据'),
})
export type Task = z.output<typeof Task>

const Phase = z.strictObject({
  id: Id,
  title: words(40),
  from: DayField,
  to: DayField,
  clause: Clause,
  tasks: z.array(Id).default([]),
})
export type Phase = z.output<typeof Phase>

const Series = z.strictObject({ id: Id, title: words(60), clause: Clause, quote: Quote.optional() })
export type Series = z.output<typeof Series>

/** A parameter that other modules read: the value is the document's, not the code's. */
const Rule = z.strictObject({
  id: Id,
  title: words(80),
  clause: Clause,
  quote: Quote.optional(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  unit: words(20).optional(),
})

export const Pack = z.strictObject({
  format: z.literal(1).describe('方案包格式版本'),
  id: Id,
  version: z.int().positive(),
  title: words(80),
  document: Document,
  area: z.strictObject({
    code: AreaCodeField.describe('统计用区划代码，12 位，加引号'),
    name: words(40),
    level: z.enum(['province', 'city', 'county', 'township']),
    example: words(200).optional().describe('文件没有写明地区，以此地为例：说明原因'),
  }),
  from: DayField,
  to: DayField,
  settlement: z
    .array(z.enum(['decided', 'imported', 'committee']))
    .min(1)
    .default(['decided', 'imported', 'committee'])
    .describe('城乡属性的来源，先者优先'),
  phases: z.array(Phase).default([]),
  tasks: z.array(Task).default([]),
  taxonomy: z.strictObject({ title: words(60), categories: z.array(Category).min(1) }),
  terms: z.array(Term).default([]),
  readings: z.array(Reading).default([]),
  targets: z.array(Target).min(1),
  series: z.array(Series).default([]),
  rules: z.array(Rule).default([]),
})
export type Pack = z.output<typeof Pack>
