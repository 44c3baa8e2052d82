// The kinds of dated records: what each is called, what its form asks, who enters it, and whether it lasts.
import { z } from 'zod'
import type { Attribute } from '../../kernel/measure.ts'
import { text } from '../../kernel/measure-attributes.ts'
import { recordMeasures } from './measures.ts'

export type RecordKind = keyof typeof recordMeasures

/** A line of the form: how it is called and whether an answer is needed. */
type Line = { label: string; required: boolean; hint?: string }

export type KindForm = {
  /** One sentence for those who choose among the kinds. */
  about: string
  /** Null: it is called by its first answer. */
  heading: Line | null
  /** The day on which it happened or from which it holds. */
  day: string
  doneBy: Line
  words: Line
  /** What is asked besides, each needed unless it is a text. */
  fields: Readonly<Record<string, Attribute>>
  /** Entered by the level above the area that it is about: nobody accepts their own work. */
  fromAbove?: true
  /** It may be about one organization. */
  ofOrganization?: true
}

const needed = (label: string, hint?: string): Line => ({ label, required: true, ...(hint && { hint }) })
const free = (label: string, hint?: string): Line => ({ label, required: false, ...(hint && { hint }) })
const asked = recordMeasures

export const recordKinds = {
  documents: {
    about: '印发或报送的方案、规程、计划、名单、总结',
    heading: needed('文件名称'),
    day: '印发或报送日期',
    doneBy: needed('印发单位'),
    words: free('说明'),
    fields: { kind: asked.documents.attributes.kind, number: text('文号') },
  },
  tasks: {
    about: '方案里一项任务的完成情况',
    heading: needed('任务', '照方案的写法，例如：全面摸底'),
    day: '完成或报告的日期',
    doneBy: needed('责任单位'),
    words: needed('做了什么', '凭什么说完成了，或者还差什么'),
    fields: { result: asked.tasks.attributes.result },
  },
  determinations: {
    about: '一个地方是否“有条件”，由谁、为什么这样认定',
    heading: null,
    day: '从哪一天起',
    doneBy: needed('认定单位'),
    words: needed('理由', '凭什么这样认定'),
    fields: {
      condition: asked.determinations.attributes.condition,
      result: asked.determinations.attributes.result,
    },
    fromAbove: true,
  },
  acceptances: {
    about: '上级对一个地方的验收，由谁签字、结论是什么',
    heading: needed('验收事项', '例如：社区社会组织培育发展情况全面验收'),
    day: '签字日期',
    doneBy: needed('验收人', '签字的人和单位'),
    words: needed('验收意见'),
    fields: { result: asked.acceptances.attributes.result },
    fromAbove: true,
  },
  jointMeetings: {
    about: '街道（乡镇）或社区（村）召开的联席会议',
    heading: needed('议题'),
    day: '召开日期',
    doneBy: free('召集单位'),
    words: free('议定的事'),
    fields: { attended: text('参加的单位') },
  },
  spotChecks: {
    about: '对社区社会组织的抽查',
    heading: needed('抽查事项'),
    day: '抽查日期',
    doneBy: needed('抽查单位'),
    words: free('发现的问题和处理'),
    fields: { special: asked.spotChecks.attributes.special },
    ofOrganization: true,
  },
  appraisals: {
    about: '村（社区）两委或居民对组织的评议',
    heading: needed('评议事项'),
    day: '评议日期',
    doneBy: free('主持单位'),
    words: free('结果'),
    fields: { by: asked.appraisals.attributes.by },
    ofOrganization: true,
  },
  disclosures: {
    about: '向居民公开的信息',
    heading: needed('公开的内容'),
    day: '公开日期',
    doneBy: free('公开单位'),
    words: free('公开的方式', '例如：公告栏、微信群'),
    fields: {},
    ofOrganization: true,
  },
  deliberations: {
    about: '居民议事、民主协商',
    heading: needed('议题'),
    day: '协商日期',
    doneBy: free('主持单位'),
    words: free('结果'),
    fields: { concluded: asked.deliberations.attributes.concluded },
    ofOrganization: true,
  },
  surveys: {
    about: '向居民做的调查',
    heading: needed('调查的内容'),
    day: '调查日期',
    doneBy: free('调查单位'),
    words: free('结果'),
    fields: {},
  },
  conventions: {
    about: '居民自己定的约定，从哪一天起施行',
    heading: needed('名称'),
    day: '从哪一天起施行',
    doneBy: free('通过的会议', '例如：居民代表会议'),
    words: free('说明'),
    fields: {},
  },
} as const satisfies Record<RecordKind, KindForm>

export const kindNames = Object.keys(recordKinds) as RecordKind[]

/** What a record is called when nobody is asked for a heading: 具备建立孵化基地条件：不具备. */
export const headingOf = (kind: RecordKind, attributes: Readonly<Record<string, string | boolean>>): string =>
  attributeWords(kind, attributes).join('：') || titleOf(kind)

export const formOf = (kind: RecordKind): KindForm => recordKinds[kind]
export const titleOf = (kind: RecordKind): string => recordMeasures[kind].title
/** It holds from a day on until it ends; anything else happens on a day. */
export const isLasting = (kind: RecordKind): boolean => recordMeasures[kind].kind === 'stock'
/** Kinds that the level above enters. */
export const kindsFromAbove = kindNames.filter((kind) => formOf(kind).fromAbove)
export const kindsOfOrganizations = kindNames.filter((kind) => formOf(kind).ofOrganization)

/** What a filter of a pack may say about records of a kind without its being an answer in the form. */
export const derivedAttributes = {
  /** The level of the area that it is about. */
  level: 'level',
  /** A task is named by its heading. */
  task: 'title',
} as const

const schemas = new Map<RecordKind, z.ZodType<Record<string, string | boolean>>>(
  kindNames.map((kind) => [kind, schemaOf(formOf(kind).fields)]),
)

/** The attributes of a kind, strictly: choices and yes or no are needed, texts may be left out. */
export const attributesOf = (kind: RecordKind): z.ZodType<Record<string, string | boolean>> =>
  schemas.get(kind) ?? schemaOf({})

function schemaOf(fields: KindForm['fields']): z.ZodType<Record<string, string | boolean>> {
  const shape = Object.entries(fields).map(([name, field]) => [name, answerTo(field)] as const)
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Record<string, string | boolean>>
}

function answerTo({ kind, title, choices }: Attribute): z.ZodType {
  if (kind === 'flag') return z.boolean(`请选择：${title}`)
  if (kind === 'choice') return z.enum(Object.keys(choices ?? {}) as [string], `请选择：${title}`)
  return z.string().trim().min(1).max(120, '最多 120 个字').optional()
}

/** Said as people say it: 工作方案；形成决议：是. */
export function attributeWords(
  kind: RecordKind,
  attributes: Readonly<Record<string, string | boolean>>,
): string[] {
  return Object.entries(formOf(kind).fields).flatMap(([name, field]) => {
    const value = attributes[name]
    if (value === undefined) return []
    if (typeof value === 'boolean') return [`${field.title}：${value ? '是' : '否'}`]
    return [field.choices ? (field.choices[value] ?? value) : `${field.title} ${value}`]
  })
}
