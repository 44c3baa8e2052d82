// What the pages of programmes are told: a target as it stands, a programme in words, the areas below, the records behind.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField } from '../../kernel/fields.ts'

export const States = z.enum([
  'met',
  'onCourse',
  'behind',
  'overdue',
  'notCollected',
  'judged',
  'notApplicable',
])

export const AreaRef = z.object({ code: AreaCodeField, name: z.string(), level: z.string() })

/** One target of a programme as it stands in an area on a day, in words and in the numbers that a bar needs. */
export const TargetRow = z.object({
  target: z.string(),
  title: z.string(),
  clause: z.string(),
  quote: z.string(),
  /** 必须, 力争, 鼓励, 探索, 原则上. */
  strength: z.string(),
  judge: z.string(),
  state: States,
  /** "16 / 20 · 80%"; "—" when nothing can be said. */
  value: z.string(),
  /** "932 ÷ 88", or null. */
  detail: z.string().nullable(),
  /** "≥ 10 个". */
  threshold: z.string(),
  /** "还差 37 个，涉及 12 个社区". */
  gap: z.string(),
  /** How many units fail, and what they are called: opens the breakdown. */
  failingUnits: z.int().nullable(),
  unitWord: z.string().nullable(),
  due: DayField,
  /** Share of the threshold that is reached, 0–1, and where a straight line would be today. */
  reached: z.number().nullable(),
  expected: z.number().nullable(),
  /** For averages: the same population read one by one. */
  each: z.object({ passing: z.int(), total: z.int(), words: z.string() }).nullable(),
  years: z.array(z.object({ year: z.int(), state: States, value: z.string(), gap: z.string() })).nullable(),
  verdict: z
    .object({
      id: z.string(),
      result: z.string(),
      on: DayField,
      by: z.string(),
      evidence: z.string(),
      /** Name of the paper behind it, or null. */
      file: z.string().nullable(),
    })
    .nullable(),
  /** Ids of the readings printed as footnotes. */
  readings: z.array(z.string()),
  /** The reader may judge it (a target for a person's judgement). */
  mayJudge: z.boolean(),
})
export type TargetRow = z.infer<typeof TargetRow>

export const ProgrammeSummary = z.object({
  id: IdField,
  pack: z.string(),
  title: z.string(),
  area: AreaRef,
  from: DayField,
  to: DayField,
  demo: z.boolean(),
  /** A sentence when the document names no place and this one is an example. */
  example: z.string().nullable(),
  /** The highest area of this programme that the reader may see: where their page begins. */
  start: AreaRef,
})
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>

const Paper = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  note: z.string().nullable(),
})

/** The programme in words, as its pack declares it. */
export const ProgrammeView = ProgrammeSummary.extend({
  version: z.int(),
  document: z.object({
    number: z.string().nullable(),
    title: z.string(),
    issuer: z.string().nullable(),
    issuedOn: z.string().nullable(),
    basedOn: z.array(Paper),
    errata: z.array(
      z.object({ clause: z.string(), says: z.string(), should: z.string(), note: z.string().nullable() }),
    ),
  }),
  phases: z.array(
    z.object({ id: z.string(), title: z.string(), clause: z.string(), from: DayField, to: DayField }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clause: z.string(),
      responsible: z.array(z.string()),
      due: DayField.nullable(),
      evidence: z.string(),
    }),
  ),
  categories: z.array(
    z.object({ id: z.string(), title: z.string(), clause: z.string(), from: z.array(z.string()) }),
  ),
  terms: z.array(z.object({ word: z.string(), clause: z.string(), means: z.string() })),
  series: z.array(z.object({ id: z.string(), title: z.string(), clause: z.string() })),
  rules: z.array(z.object({ id: z.string(), title: z.string(), clause: z.string(), value: z.string() })),
  readings: z.array(
    z.object({
      id: z.string(),
      word: z.string(),
      clause: z.string(),
      reading: z.string(),
      by: z.string(),
      on: DayField,
    }),
  ),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>

export const FiguresView = z.object({
  area: AreaRef,
  /** From the programme's area down, as far as the reader may see; the area itself left out. */
  ancestors: z.array(AreaRef),
  asOf: DayField,
  today: DayField,
  from: DayField,
  to: DayField,
  /** How many targets are in each state. */
  counts: z.partialRecord(States, z.int()),
  /** "距期限还有 128 天。6 项目标中 1 项达标……" */
  sentence: z.string(),
  rows: z.array(TargetRow),
})
export type FiguresView = z.infer<typeof FiguresView>

/** A unit or an area below, under one target. */
export const Tile = AreaRef.extend({
  settlement: z.string(),
  /** Name of the area directly above, to group tiles by. */
  under: z.string(),
  state: States,
  /** 0 nothing lacks, 1 a little (one record or one part), 2 more; null: no statement. */
  severity: z.int().min(0).max(2).nullable(),
  value: z.string(),
  gap: z.string(),
  reached: z.number().nullable(),
  /** An average read each by each: how many of its units reach it by themselves; null for any other target. */
  each: z.object({ passing: z.int(), total: z.int() }).nullable(),
  /** The page can go on down from here. */
  below: z.boolean(),
})
export type Tile = z.infer<typeof Tile>

export const Breakdown = z.object({
  row: TargetRow,
  area: AreaRef,
  ancestors: z.array(AreaRef),
  asOf: DayField,
  today: DayField,
  from: DayField,
  /** The areas directly below, each with its own figure, worst first. */
  children: z.array(Tile),
  /** The units that the target speaks of, by code, or null when there are too many for one picture. */
  units: z.array(Tile).nullable(),
  unitCount: z.int(),
  /** What the units are: 社区. */
  unitWord: z.string(),
  /** How the figure was computed: formula, numbers, population, what was left out and why. */
  explanation: z.array(z.string()),
  footnotes: z.array(z.string()),
  /** What fulfils it when it is put on record, each with the address of the form, filled in. */
  entries: z.array(z.object({ title: z.string(), path: z.string() })),
})
export type Breakdown = z.infer<typeof Breakdown>

/** One record that was counted. */
export const FigureRecord = z.object({
  id: z.string(),
  label: z.string(),
  areaName: z.string(),
  since: DayField.nullable(),
  quantity: z.number(),
  /** A few attributes in words: 公益慈善 · 备案. */
  note: z.string(),
  /** Page of the record, or null when it has none. */
  link: z.string().nullable(),
})
export type FigureRecord = z.infer<typeof FigureRecord>
