// What a programme pack may say: the shape of the YAML, and the types that everything else reads. (P1)
import { z } from 'zod'
import { AreaCodeField, DayField, words } from '../../kernel/fields.ts'
import { areaUnits, Clause, Filter, Id, Quote, Target } from './target.ts'

export * from './target.ts'

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
