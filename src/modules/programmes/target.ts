// What a target may say: measure, filter, population, judgement, threshold and window, as YAML and as types. (P2)
import { z } from 'zod'
import { AreaCodeField, DayField, words } from '../../kernel/fields.ts'
import { Filter } from './filter-shape.ts'

export * from './filter-shape.ts'

/** Short stable name that other parts of a pack, the database and addresses refer to. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*$/i, '编号用字母、数字和连字符，以字母开头，例如 urban-average')
  .max(60, '编号最多 60 个字符')
  .describe('编号：字母、数字、连字符；以后不要改')
export const Clause = words(60).describe('条款，例如 二（一）2')
export const Quote = words(400).describe('原文，逐字')

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
    base: z
      .union([z.literal('census'), DayField])
      .describe('与这一天相比；census：与起算日以来第一次摸底封存的数相比'),
    ...demanding,
    ...every,
  }),
  z.strictObject({ ...wording, judge: z.literal('person') }),
])
export type Target = z.output<typeof Target>
export type Judge = Target['judge']
/** A target that is counted, not judged by a person. */
export type CountedTarget = Exclude<Target, { judge: 'person' }>
